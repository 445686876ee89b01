import { parseArgs } from 'node:util';
import { m } from '$lib/i18n/paraglide/messages';
import { LISTS, LOCALES, type ListKind, type Locale } from '$lib/model';
import { parseMonth } from './table';

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

/** Thrown for a command line that cannot be followed; its message is for the person. */
export class ArgumentError extends Error {
	override readonly name = 'ArgumentError';
}

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
	lang: ONE,
	'every-block': FLAG,
	json: FLAG,
	help: { type: 'boolean', short: 'h' }
} as const;

const ID = /^[a-z][a-z0-9_]{0,31}$/;
/** Names of schemas that are there already. */
const TAKEN = ['main', 'memory', 'temp', 'system', 'published', 'cells', 'target', 'raw'];

/** The language asked for, also where the rest of the command line is wrong. */
function languageOf(args: readonly string[]): Locale {
	const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
	const given = args[at]?.startsWith('--lang=') ? args[at].slice(7) : args[at + 1];
	return (at >= 0 && LOCALES.find((locale) => locale === given)) || 'id';
}

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

function parse(args: readonly string[], locale: Locale) {
	try {
		return parseArgs({ args: spread(args), options: OPTIONS, strict: true }).values;
	} catch (error) {
		throw new ArgumentError(faultOf(error, locale));
	}
}

/** What `parseArgs` says, as far as a person needs it. Its messages quote the option. */
function faultOf(error: unknown, locale: Locale): string {
	const at = { locale };
	if (!(error instanceof Error && 'code' in error)) throw error;
	const found = /'(?:-\w, )?([^' ]+)[^']*'/.exec(error.message)?.[1] ?? '';
	switch (error.code) {
		case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
			return m.extract_command_word_alone({ found }, at);
		case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
			return /does not take/.test(error.message)
				? m.extract_command_option_alone({ found }, at)
				: m.extract_command_option_empty({ found }, at);
		default:
			return m.extract_command_option_unknown({ found }, at);
	}
}

function among<Allowed extends string>(
	option: string,
	found: string | undefined,
	allowed: readonly Allowed[],
	locale: Locale
): Allowed | undefined {
	if (found === undefined) return undefined;
	const match = allowed.find((one) => one === found);
	if (match !== undefined) return match;
	const list = new Intl.ListFormat(locale, { type: 'disjunction' }).format(allowed);
	throw new ArgumentError(
		m.extract_command_option_value({ option, allowed: list, found }, { locale })
	);
}

function monthOf(option: string, found: string | undefined, locale: Locale): number | undefined {
	if (found === undefined) return undefined;
	const month = parseMonth(found);
	if (month !== null) return month;
	throw new ArgumentError(m.extract_command_month({ option, found }, { locale }));
}

function needed(option: string, found: string | undefined, locale: Locale): string {
	if (found !== undefined && found.trim() !== '') return found;
	throw new ArgumentError(m.extract_command_option_missing({ option }, { locale }));
}

/** @throws ArgumentError in the language asked for, or in Indonesian */
export function parseArguments(args: readonly string[]): Asked {
	const locale = languageOf(args);
	const values = parse(args, locale);
	const lang = among('lang', values.lang, LOCALES, locale) ?? 'id';
	if (values.help) return { help: true, lang };
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
		lang
	};
}
