import { m } from '$lib/i18n/paraglide/messages';
import type { Locale } from '$lib/model';
import { among, ArgumentError, COMMON_OPTIONS, languageOf, readOptions } from '../command/options';

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

const OPTIONS = {
	out: { type: 'string' },
	layer: { type: 'string' },
	code: { type: 'string' },
	codes: { type: 'string' },
	name: { type: 'string' },
	province: { type: 'string' },
	source: { type: 'string' },
	json: { type: 'boolean' },
	...COMMON_OPTIONS
} as const;

const CODES = ['kemendagri', 'bps'] as const;

/** Where the site looks for boundaries. */
const PLACE = 'static/boundaries.json';

/** @throws ArgumentError in the language asked for, or in Indonesian */
export function parseArguments(args: readonly string[]): BoundaryArguments {
	const locale = languageOf(args);
	const { values, positionals } = readOptions(
		{ args: [...args], options: OPTIONS, allowPositionals: true },
		locale
	);
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
		lang: locale
	};
}
