import { m } from '$lib/i18n/paraglide/messages';
import { LISTS, parseMonth, type ListKind, type Locale } from '$lib/model';
import {
	among,
	ArgumentError,
	COMMON_OPTIONS,
	languageOf,
	needed,
	readOptions
} from '../command/options';

/** What was asked on the command line. */
export interface ExtractArguments {
	files: { list: ListKind; file: string }[];
	secret: string;
	id: string;
	out: string;
	codes: 'kemendagri' | 'bps' | undefined;
	map: string | undefined;
	priority: string[];
	reporting: string | undefined;
	stages: string | undefined;
	perturbation: string | undefined;
	from: number | undefined;
	until: number | undefined;
	report: string | undefined;
	raw: string | undefined;
	publisher: string;
	licence: string;
	everyBlock: boolean;
	json: boolean;
	lang: Locale;
}

export type Asked = { help: true; lang: Locale } | ({ help: false } & ExtractArguments);

const ONE = { type: 'string' } as const;
const MANY = { type: 'string', multiple: true } as const;
const FLAG = { type: 'boolean' } as const;

const OPTIONS = {
	beneficiaries: MANY,
	members: MANY,
	activities: MANY,
	secret: ONE,
	id: ONE,
	out: ONE,
	codes: ONE,
	map: ONE,
	priority: MANY,
	reporting: ONE,
	stages: ONE,
	perturbation: ONE,
	from: ONE,
	until: ONE,
	report: ONE,
	raw: ONE,
	publisher: ONE,
	licence: ONE,
	'every-block': FLAG,
	json: FLAG,
	...COMMON_OPTIONS
} as const;

const ID = /^[a-z][a-z0-9_]{0,31}$/;
/** Names of schemas that are there already. */
const TAKEN = ['main', 'memory', 'temp', 'system', 'published', 'cells', 'target', 'raw'];

/**
 * A list may be several files: `--members a.csv b.xlsx`, as a shell expands them. Each further file
 * belongs to the option before it.
 */
function spread(args: readonly string[]): string[] {
	const many = LISTS.map((list) => `--${list}`);
	let list: string | null = null;
	let taken = 0;
	return args.flatMap((arg) => {
		if (arg.startsWith('-')) {
			const [option = '', first] = arg.split('=', 2);
			list = many.includes(option) ? option : null;
			taken = first === undefined ? 0 : 1;
			return [arg];
		}
		taken += 1;
		return list !== null && taken > 1 ? [list, arg] : [arg];
	});
}

function monthOf(option: string, found: string | undefined, locale: Locale): number | undefined {
	if (found === undefined) return undefined;
	const month = parseMonth(found);
	if (month !== null) return month;
	throw new ArgumentError(m.extract_command_month({ option, found }, { locale }));
}

/** @throws ArgumentError in the language asked for, or in Indonesian */
export function parseArguments(args: readonly string[]): Asked {
	const locale = languageOf(args);
	const { values } = readOptions({ args: spread(args), options: OPTIONS }, locale);
	if (values.help) return { help: true, lang: locale };
	const files = LISTS.flatMap((list) => (values[list] ?? []).map((file) => ({ list, file })));
	if (files.length === 0) throw new ArgumentError(m.extract_command_no_list({}, { locale }));
	const id = needed('id', values.id, locale);
	if (!ID.test(id) || TAKEN.includes(id))
		throw new ArgumentError(m.extract_command_id({ found: id }, { locale }));
	return {
		help: false,
		files,
		secret: needed('secret', values.secret, locale),
		id,
		out: needed('out', values.out, locale),
		codes: among('codes', values.codes, ['kemendagri', 'bps'] as const, locale),
		map: values.map,
		priority: values.priority ?? [],
		reporting: values.reporting,
		stages: values.stages,
		perturbation: values.perturbation,
		from: monthOf('from', values.from, locale),
		until: monthOf('until', values.until, locale),
		report: values.report,
		raw: values.raw,
		publisher: values.publisher ?? '',
		licence: values.licence ?? 'CC-BY-4.0',
		everyBlock: values['every-block'] ?? false,
		json: values.json ?? false,
		lang: locale
	};
}
