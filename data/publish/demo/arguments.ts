import { m } from '$lib/i18n/paraglide/messages';
import { parseMonth, type Locale } from '$lib/model';
import { DEFAULT_UNTIL } from '../../demo/period';
import { REGION_CHOICES, type RegionChoice } from '../../demo/places';
import {
	among,
	ArgumentError,
	COMMON_OPTIONS,
	languageOf,
	needed,
	readOptions
} from '../command/options';

/** What was asked on the command line. */
export type DemoCommand =
	| { help: true; lang: Locale }
	| {
			help: false;
			lang: Locale;
			people: number;
			months: number;
			seed: string;
			out: string;
			regions: RegionChoice;
			until: string;
			json: boolean;
	  };

/** Bounds of what can be asked; `until` where a year of two digits in a NIK is still certain. */
const PEOPLE = { least: 100, most: 50_000_000 } as const;
const MONTHS = { least: 1, most: 120 } as const;
const UNTIL = { least: '2015-01', most: '2035-12' } as const;

const OPTIONS = {
	people: { type: 'string' },
	months: { type: 'string' },
	seed: { type: 'string' },
	out: { type: 'string' },
	regions: { type: 'string' },
	until: { type: 'string' },
	json: { type: 'boolean' },
	...COMMON_OPTIONS
} as const;

function wholeNumber(
	option: string,
	found: string,
	{ least, most }: { least: number; most: number },
	locale: Locale
): number {
	const value = /^\d+$/.test(found) ? Number(found) : NaN;
	if (value >= least && value <= most) return value;
	const bounds = { option, found, least: String(least), most: String(most) };
	throw new ArgumentError(m.demo_option_number(bounds, { locale }));
}

function month(found: string, locale: Locale): string {
	if (parseMonth(found) !== null && found >= UNTIL.least && found <= UNTIL.most) return found;
	throw new ArgumentError(m.demo_option_month({ found, ...UNTIL }, { locale }));
}

/** @throws ArgumentError in the language asked for, or in Indonesian */
export function parseArguments(args: readonly string[]): DemoCommand {
	const lang = languageOf(args);
	const { values } = readOptions({ args: [...args], options: OPTIONS }, lang);
	if (values.help ?? false) return { help: true, lang };
	const given = (option: 'people' | 'months' | 'seed' | 'out') =>
		needed(option, values[option], lang);
	return {
		help: false,
		lang,
		people: wholeNumber('people', given('people'), PEOPLE, lang),
		months: wholeNumber('months', given('months'), MONTHS, lang),
		seed: given('seed'),
		out: given('out'),
		regions: among('regions', values.regions, REGION_CHOICES, lang) ?? 'priority',
		until: month(values.until ?? DEFAULT_UNTIL, lang),
		json: values.json ?? false
	};
}
