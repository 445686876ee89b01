import { m } from '$lib/i18n/paraglide/messages';
import type { Locale } from '$lib/model';
import { ArgumentError, COMMON_OPTIONS, languageOf, readOptions } from '../command/options';

/** What was asked on the command line. */
export type SecretArguments =
	{ file: string; help: false; lang: Locale } | { help: true; lang: Locale };

/** @throws ArgumentError in the language asked for, or in Indonesian */
export function parseSecretArguments(argv: readonly string[]): SecretArguments {
	const lang = languageOf(argv);
	const { values, positionals } = readOptions(
		{ args: [...argv], options: COMMON_OPTIONS, allowPositionals: true },
		lang
	);
	if (values.help) return { help: true, lang };
	const [file, ...more] = positionals;
	if (file === undefined || file === '' || more.length > 0)
		throw new ArgumentError(m.secret_command_one_file({}, { locale: lang }));
	return { file, help: false, lang };
}
