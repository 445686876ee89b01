import { parseArgs } from 'node:util';
import { m } from '$lib/i18n/paraglide/messages';
import { LOCALES, type Locale } from '$lib/model';
import { DEFAULT_UNTIL, monthNumber } from '../../demo/period';
import { REGION_CHOICES, type RegionChoice } from '../../demo/places';

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

/** Thrown for a command line that cannot be followed; its message is for the person. */
export class ArgumentError extends Error {
	override readonly name = 'ArgumentError';
}

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
	lang: { type: 'string' },
	json: { type: 'boolean' },
	help: { type: 'boolean', short: 'h' }
} as const;

function parse(args: readonly string[], locale: Locale) {
	try {
		return parseArgs({ args: [...args], options: OPTIONS, strict: true }).values;
	} catch (error) {
		const found = error instanceof Error ? (/'([^']+)'/.exec(error.message)?.[1] ?? '') : '';
		throw new ArgumentError(m.demo_option_unknown({ found }, { locale }));
	}
}

function required(option: string, found: string | undefined, locale: Locale): string {
	if (found !== undefined && found !== '') return found;
	throw new ArgumentError(m.demo_option_missing({ option }, { locale }));
}

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

function among<Allowed extends string>(
	option: string,
	found: string,
	allowed: readonly Allowed[],
	locale: Locale
): Allowed {
	const match = allowed.find((one) => one === found);
	if (match !== undefined) return match;
	const list = new Intl.ListFormat(locale, { type: 'disjunction' }).format(allowed);
	throw new ArgumentError(m.demo_option_value({ option, allowed: list, found }, { locale }));
}

function month(found: string, locale: Locale): string {
	if (monthNumber(found) !== null && found >= UNTIL.least && found <= UNTIL.most) return found;
	throw new ArgumentError(m.demo_option_month({ found, ...UNTIL }, { locale }));
}

/** The language asked for, also where the rest of the command line is wrong. */
function languageOf(args: readonly string[]): Locale {
	const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
	const given = args[at]?.startsWith('--lang=') ? args[at].slice(7) : args[at + 1];
	return (at >= 0 && LOCALES.find((locale) => locale === given)) || 'id';
}

/** @throws ArgumentError in the language asked for, or in Indonesian */
export function parseArguments(args: readonly string[]): DemoCommand {
	const locale = languageOf(args);
	const values = parse(args, locale);
	const lang = among('lang', values.lang ?? locale, LOCALES, locale);
	if (values.help ?? false) return { help: true, lang };
	const given = (option: 'people' | 'months' | 'seed' | 'out') =>
		required(option, values[option], lang);
	return {
		help: false,
		lang,
		people: wholeNumber('people', given('people'), PEOPLE, lang),
		months: wholeNumber('months', given('months'), MONTHS, lang),
		seed: given('seed'),
		out: given('out'),
		regions: among('regions', values.regions ?? 'priority', REGION_CHOICES, lang),
		until: month(values.until ?? DEFAULT_UNTIL, lang),
		json: values.json ?? false
	};
}
