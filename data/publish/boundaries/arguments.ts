import { parseArgs } from 'node:util';
import { m } from '$lib/i18n/paraglide/messages';
import { LOCALES, type Locale } from '$lib/model';

/** What was asked on the command line. */
export interface BoundaryArguments {
	file: string;
	out: string;
	layer: string | undefined;
	code: string | undefined;
	codes: 'kemendagri' | 'bps' | undefined;
	name: string | undefined;
	province: string | undefined;
	source: string | undefined;
	json: boolean;
	help: boolean;
	lang: Locale;
}

/** Thrown for a command line that cannot be followed; its message is for the person. */
export class ArgumentError extends Error {
	override readonly name = 'ArgumentError';
}

const OPTIONS = {
	out: { type: 'string' },
	layer: { type: 'string' },
	code: { type: 'string' },
	codes: { type: 'string' },
	name: { type: 'string' },
	province: { type: 'string' },
	source: { type: 'string' },
	lang: { type: 'string' },
	json: { type: 'boolean' },
	help: { type: 'boolean', short: 'h' }
} as const;

const CODES = ['kemendagri', 'bps'] as const;

/** Where the site looks for boundaries. */
const PLACE = 'static/boundaries.json';

function parse(args: readonly string[], locale: Locale) {
	try {
		return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
	} catch (error) {
		const found = error instanceof Error ? (/'([^']+)'/.exec(error.message)?.[1] ?? '') : '';
		throw new ArgumentError(m.boundaries_option_unknown({ found }, { locale }));
	}
}

/** The language asked for, also where the rest of the command line is wrong. */
export function languageOf(args: readonly string[]): Locale {
	const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
	const given = args[at]?.startsWith('--lang=') ? args[at].slice(7) : args[at + 1];
	return (at >= 0 && LOCALES.find((locale) => locale === given)) || 'id';
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
	throw new ArgumentError(m.boundaries_option_value({ option, allowed: list, found }, { locale }));
}

/** @throws ArgumentError in the language asked for, or in Indonesian */
export function parseArguments(args: readonly string[]): BoundaryArguments {
	const locale = languageOf(args);
	const { values, positionals } = parse(args, locale);
	const lang = among('lang', values.lang, LOCALES, locale) ?? 'id';
	const [file = '', ...more] = positionals;
	const help = values.help ?? false;
	if (!help && (file === '' || more.length > 0))
		throw new ArgumentError(m.boundaries_option_file({}, { locale }));
	return {
		file,
		out: values.out ?? PLACE,
		layer: values.layer,
		code: values.code,
		codes: among('codes', values.codes, CODES, locale),
		name: values.name,
		province: values.province,
		source: values.source,
		json: values.json ?? false,
		help,
		lang
	};
}
