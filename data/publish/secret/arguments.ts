import { parseArgs } from 'node:util';
import { m } from '$lib/i18n/paraglide/messages';
import { LOCALES, type Locale } from '$lib/model';

/** What was asked on the command line; without a file, or with `help`, only the help is shown. */
export type SecretArguments =
	| { ok: true; file: string; help: false; lang: Locale }
	| { ok: true; help: true; lang: Locale }
	| { ok: false; message: string };

const OPTIONS = {
	lang: { type: 'string' },
	help: { type: 'boolean', short: 'h' }
} as const;

/** The message of a command line that cannot be followed is in Indonesian, or in the language asked for. */
export function parseSecretArguments(argv: readonly string[]): SecretArguments {
	const given = /(?:^|\0)--lang(?:=|\0)([^\0]*)/.exec(argv.join('\0'))?.[1];
	const lang = LOCALES.find((locale) => locale === given) ?? 'id';
	const wrong = (message: string): SecretArguments => ({ ok: false, message });
	if (given !== undefined && given !== lang)
		return wrong(
			m.read_command_option_value(
				{ option: 'lang', allowed: LOCALES.join(', '), found: given },
				{ locale: lang }
			)
		);
	try {
		const { values, positionals } = parseArgs({
			args: [...argv],
			options: OPTIONS,
			allowPositionals: true
		});
		if (values.help) return { ok: true, help: true, lang };
		const [file, ...more] = positionals;
		if (file === undefined || file === '' || more.length > 0)
			return wrong(m.secret_command_one_file({}, { locale: lang }));
		return { ok: true, file, help: false, lang };
	} catch (error) {
		const found = error instanceof Error ? (/'([^']+)'/.exec(error.message)?.[1] ?? '') : '';
		return wrong(m.read_command_option_unknown({ found }, { locale: lang }));
	}
}
