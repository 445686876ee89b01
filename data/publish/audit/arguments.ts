import { parseArgs } from 'node:util';
import { m } from '$lib/i18n/paraglide/messages';
import { LOCALES, type Locale } from '$lib/model';

/** What was asked on the command line. */
export interface AuditArguments {
	folder: string;
	raw: string | undefined;
	perturbation: string | undefined;
	everyBlock: boolean;
	json: boolean;
	help: boolean;
	lang: Locale;
}

/** Thrown for a command line that cannot be followed; its message is for the person. */
export class ArgumentError extends Error {
	override readonly name = 'ArgumentError';
}

const OPTIONS = {
	raw: { type: 'string' },
	perturbation: { type: 'string' },
	'every-block': { type: 'boolean' },
	lang: { type: 'string' },
	json: { type: 'boolean' },
	help: { type: 'boolean', short: 'h' }
} as const;

function parse(args: readonly string[], locale: Locale) {
	try {
		return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
	} catch (error) {
		const found = error instanceof Error ? (/'([^']+)'/.exec(error.message)?.[1] ?? '') : '';
		throw new ArgumentError(m.audit_option_unknown({ found }, { locale }));
	}
}

/** The language asked for, also where the rest of the command line is wrong. */
export function languageOf(args: readonly string[]): Locale {
	const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
	const given = args[at]?.startsWith('--lang=') ? args[at].slice(7) : args[at + 1];
	return (at >= 0 && LOCALES.find((locale) => locale === given)) || 'id';
}

/** @throws ArgumentError in the language asked for, or in Indonesian */
export function parseArguments(args: readonly string[]): AuditArguments {
	const locale = languageOf(args);
	const { values, positionals } = parse(args, locale);
	const found = values.lang;
	if (found !== undefined && !LOCALES.some((one) => one === found))
		throw new ArgumentError(m.audit_option_lang({ found }, { locale }));
	const [folder = '', ...more] = positionals;
	const help = values.help ?? false;
	if (!help && (folder === '' || more.length > 0))
		throw new ArgumentError(m.audit_option_folder({}, { locale }));
	return {
		folder,
		raw: values.raw,
		perturbation: values.perturbation,
		everyBlock: values['every-block'] ?? false,
		json: values.json ?? false,
		help,
		lang: locale
	};
}
