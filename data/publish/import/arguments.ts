import { m } from '$lib/i18n/paraglide/messages';
import type { Locale } from '$lib/model';
import { among, ArgumentError, COMMON_OPTIONS, languageOf, readOptions } from '../command/options';

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

const OPTIONS = {
	indicator: { type: 'string' },
	codes: { type: 'string' },
	map: { type: 'string' },
	source: { type: 'string' },
	out: { type: 'string' },
	check: { type: 'boolean' },
	json: { type: 'boolean' },
	...COMMON_OPTIONS
} as const;

/** @throws ArgumentError in the language asked for, or in Indonesian */
export function parseArguments(args: readonly string[]): ImportArguments {
	const locale = languageOf(args);
	const { values, positionals } = readOptions(
		{ args: [...args], options: OPTIONS, allowPositionals: true },
		locale
	);
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
		lang: locale
	};
}
