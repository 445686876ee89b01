import path from 'node:path';

/**
 * The floors of the house. A room may import from rooms of the floors named here and from itself,
 * never from its own floor's other rooms and never from above.
 */
const MODEL = ['model'];
const I18N = [...MODEL, 'i18n'];
const BELOW_ENGINE = [...I18N, 'schedule'];
const ENGINE = [...BELOW_ENGINE, 'engine'];
const QUERY = [...ENGINE, 'query', 'protect', 'read', 'lists', 'files'];
const PARTS = [...QUERY, 'ui', 'chart', 'grid', 'state', 'export'];
const ALL = [...PARTS, 'answer', 'filter', 'menu', 'sql'];

/** @type {Record<string, string[]>} */
export const MAY_IMPORT = {
	model: [],
	i18n: MODEL,
	schedule: [],
	engine: BELOW_ENGINE,
	query: ENGINE,
	protect: ENGINE,
	read: ENGINE,
	lists: ENGINE,
	files: [...ENGINE, 'read', 'protect'],
	ui: QUERY,
	chart: QUERY,
	grid: QUERY,
	state: QUERY,
	export: QUERY,
	answer: PARTS,
	filter: PARTS,
	menu: PARTS,
	sql: PARTS,
	routes: ALL,
	data: ALL
};

/**
 * The room a file belongs to, or null outside the house.
 * @param {string} file path from the top of the project, with forward slashes
 */
export function roomOf(file) {
	const lib = /^src\/lib\/([^/]+)\//.exec(file);
	if (lib) return lib[1] ?? null;
	if (file.startsWith('src/routes/') || file.startsWith('src/hooks')) return 'routes';
	if (file.startsWith('data/')) return 'data';
	if (file.startsWith('tests/')) return 'tests';
	return null;
}

/**
 * The room an import leads to, or null where it leaves the house (a package).
 * @param {string} from path of the importing file
 * @param {string} specifier
 */
export function roomImported(from, specifier) {
	if (specifier.startsWith('$lib/')) return roomOf(`src/lib/${specifier.slice(5)}/`);
	if (!specifier.startsWith('.')) return null;
	const target = path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier));
	return roomOf(`${target}/`);
}

/** @type {import('eslint').Rule.RuleModule} */
export const floors = {
	meta: {
		type: 'problem',
		schema: [],
		messages: {
			floor:
				'{{from}} may not import from {{to}}: imports go down the floors, never up or sideways.',
			app: 'Nothing under src/lib imports $app/* but state/.',
			data: '{{from}} may not import from {{to}}: the site and its library know nothing of the command line or the tests.'
		}
	},
	create(context) {
		const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
		const from = roomOf(file);
		if (from === null || from === 'tests') return {};
		/** @param {import('estree').ImportDeclaration | import('estree').ImportExpression | import('estree').ExportNamedDeclaration | import('estree').ExportAllDeclaration} node */
		function check(node) {
			const source = node.source;
			if (!source || source.type !== 'Literal' || typeof source.value !== 'string') return;
			const specifier = source.value;
			if (specifier.startsWith('$app/')) {
				if (from !== 'state' && from !== 'routes') context.report({ node, messageId: 'app' });
				return;
			}
			const to = roomImported(file, specifier);
			if (to === null || to === from) return;
			const data = { from: String(from), to };
			if (to === 'tests' || to === 'data') context.report({ node, messageId: 'data', data });
			else if (!(MAY_IMPORT[String(from)] ?? []).includes(to))
				context.report({ node, messageId: 'floor', data });
		}
		return {
			ImportDeclaration: check,
			ImportExpression: check,
			ExportNamedDeclaration: check,
			ExportAllDeclaration: check
		};
	}
};
