import { parseArgs } from 'node:util';
import { m } from '$lib/i18n/paraglide/messages';
import { LOCALES, type Locale } from '$lib/model';

/** What was asked on the command line. */
export interface ImportArguments {
	files: string[];
	indicator: string | undefined;
	codes: 'kemendagri' | 'bps' | undefined;
	map: string | undefined;
	source: string | undefined;
	out: string | undefined;
	check: boolean;
	json: boolean;
	help: boolean;
	lang: Locale;
}

/** Thrown for a command line that cannot be followed; its message is for the person. */
export class ArgumentError extends Error {
	override readonly name = 'ArgumentError';
}

const OPTIONS = {
	indicator: { type: 'string' },
	codes: { type: 'string' },
	map: { type: 'string' },
	source: { type: 'string' },
	out: { type: 'string' },
	lang: { type: 'string' },
	check: { type: 'boolean' },
	json: { type: 'boolean' },
	help: { type: 'boolean', short: 'h' }
} as const;

function parse(args: readonly string[], locale: Locale) {
	try {
		return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
	} catch (error) {
		const found = error instanceof Error ? (/'([^']+)'/.exec(error.message)?.[1] ?? '') : '';
		throw new ArgumentError(m.read_command_option_unknown({ found }, { locale }));
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
		m.read_command_option_value({ option, allowed: list, found }, { locale })
	);
}

/** The language asked for, also where the rest of the command line is wrong. */
function languageOf(args: readonly string[]): Locale {
	const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
	const given = args[at]?.startsWith('--lang=') ? args[at].slice(7) : args[at + 1];
	return (at >= 0 && LOCALES.find((locale) => locale === given)) || 'id';
}

/** @throws ArgumentError in the language asked for, or in Indonesian */
export function parseArguments(args: readonly string[]): ImportArguments {
	const locale = languageOf(args);
	const { values, positionals } = parse(args, locale);
	const lang = among('lang', values.lang, LOCALES, locale) ?? 'id';
	const codes = among('codes', values.codes, ['kemendagri', 'bps'] as const, locale);
	const help = values.help ?? false;
	if (positionals.length === 0 && !help)
		throw new ArgumentError(m.read_command_no_file({}, { locale }));
	return {
		files: positionals,
		indicator: values.indicator,
		codes,
		map: values.map,
		source: values.source,
		out: values.out,
		check: values.check ?? false,
		json: values.json ?? false,
		help,
		lang
	};
}
