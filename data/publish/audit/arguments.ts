import { m } from '$lib/i18n/paraglide/messages';
import type { Locale } from '$lib/model';
import { ArgumentError, COMMON_OPTIONS, languageOf, readOptions } from '../command/options';

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

const OPTIONS = {
	raw: { type: 'string' },
	perturbation: { type: 'string' },
	'every-block': { type: 'boolean' },
	json: { type: 'boolean' },
	...COMMON_OPTIONS
} as const;

/** @throws ArgumentError in the language asked for, or in Indonesian */
export function parseArguments(args: readonly string[]): AuditArguments {
	const locale = languageOf(args);
	const { values, positionals } = readOptions(
		{ args: [...args], options: OPTIONS, allowPositionals: true },
		locale
	);
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
