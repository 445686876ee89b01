import { parseArgs, type ParseArgsConfig } from 'node:util';
import { m } from '$lib/i18n/paraglide/messages';
import { LOCALES, type Locale } from '$lib/model';

/** Thrown for a command line that cannot be followed; its message is for the person. */
export class ArgumentError extends Error {
	override readonly name = 'ArgumentError';
}

/** Options that every command takes. */
export const COMMON_OPTIONS = {
	lang: { type: 'string' },
	help: { type: 'boolean', short: 'h' }
} as const;

/** The language asked for, also where the rest of the command line is wrong. */
export function languageOf(args: readonly string[]): Locale {
	const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
	const given = args[at]?.startsWith('--lang=') ? args[at].slice(7) : args[at + 1];
	return (at >= 0 && LOCALES.find((locale) => locale === given)) || 'id';
}

/**
 * Reads a command line by its options, `lang` among them.
 * @throws ArgumentError in the language asked for, or in Indonesian
 */
export function readOptions<
	const Config extends ParseArgsConfig & { options: { lang: { type: 'string' } } }
>(config: Config & { args: string[] }, locale: Locale): ReturnType<typeof parseArgs<Config>> {
	let read: ReturnType<typeof parseArgs<Config>>;
	try {
		read = parseArgs<Config>({ ...config, strict: true });
	} catch (error) {
		throw new ArgumentError(faultOf(error, locale));
	}
	const { lang } = read.values as { lang?: string };
	among('lang', lang, LOCALES, locale);
	return read;
}

/** What `parseArgs` says, as far as a person needs it. Its messages quote the option. */
function faultOf(error: unknown, locale: Locale): string {
	const at = { locale };
	if (!(error instanceof Error && 'code' in error)) throw error;
	const found = /'(?:-\w, )?([^' ]+)[^']*'/.exec(error.message)?.[1] ?? '';
	switch (error.code) {
		case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
			return m.command_word_alone({ found }, at);
		case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
			return /does not take/.test(error.message)
				? m.command_option_alone({ found }, at)
				: m.command_option_empty({ found }, at);
		default:
			return m.command_option_unknown({ found }, at);
	}
}

/**
 * The value of an option, which is one of these; undefined where the option was not given.
 * @throws ArgumentError
 */
export function among<Allowed extends string>(
	option: string,
	found: string | undefined,
	allowed: readonly Allowed[],
	locale: Locale
): Allowed | undefined {
	if (found === undefined) return undefined;
	const match = allowed.find((one) => one === found);
	if (match !== undefined) return match;
	const list = new Intl.ListFormat(locale, { type: 'disjunction' }).format(allowed);
	throw new ArgumentError(m.command_option_value({ option, allowed: list, found }, { locale }));
}

/**
 * The value of an option that cannot be left out.
 * @throws ArgumentError
 */
export function needed(option: string, found: string | undefined, locale: Locale): string {
	if (found !== undefined && found.trim() !== '') return found;
	throw new ArgumentError(m.command_option_missing({ option }, { locale }));
}
