import { formatPeriod } from '$lib/i18n/format';
import { countedLabel } from '$lib/i18n/indicator-words';
import { dimensionLabel, dimensionValueLabel } from '$lib/i18n/measure-words';
import { m } from '$lib/i18n/paraglide/messages';
import { type Figure, type Locale, NATION, UNKNOWN, isBounded, provinceOf } from '$lib/model';
import { GROUP_NAMES } from '$lib/state/filters';
import type { Names } from './names';

/** So many things are named one by one; of more only the first and the last, and how many. */
const NAMED = 2;
/** As many places as are compared. */
const PLACES_NAMED = 6;

/**
 * What figures are about, in a language that need not be the page's: indicators, places, periods. The
 * headline of a chart says what is seen in it; who finds it cited needs this to know what it shows.
 */
export function subjectOf(figures: readonly Figure[], names: Names, locale: Locale): string {
	const said = figures.filter(({ value }) => value !== null);
	const all = said.length > 0 ? said : figures;
	const indicators = unique(all.map(({ indicator }) => indicatorName(indicator, names, locale)));
	return [
		indicatorsIn(indicators, locale),
		placesIn(all, names, locale),
		// Whom a chart tells apart does not depend on whose figures are withheld.
		groupsIn(figures, locale),
		periodsIn(all, locale)
	]
		.filter((part) => part !== '')
		.join(', ');
}

/** As the catalogue has it, or what it counts of lists. */
export function indicatorName(id: string, names: Names, locale: Locale): string {
	return names.indicators[id]?.names[locale] ?? countedLabel(id, locale);
}

function indicatorsIn(indicators: readonly string[], locale: Locale): string {
	if (indicators.length <= NAMED) return indicators.join('; ');
	const ends = { first: indicators[0] ?? '', last: indicators.at(-1) ?? '' };
	return m.export_cite_indicators({ ...ends, count: String(indicators.length) }, { locale });
}

/** Places that the site has no name for, a cooperative above all, are left to the headline. */
function placesIn(figures: readonly Figure[], names: Names, locale: Locale): string {
	const places = unique(figures.map(({ region }) => region)).filter((code) => names.regions[code]);
	const name = (code: string) => names.regions[code] ?? '';
	if (places.length <= PLACES_NAMED) return places.map(name).join('; ');
	const provinces = unique(places.map(provinceOf));
	const around = provinces.length === 1 ? (provinces[0] ?? NATION) : NATION;
	return m.export_cite_places(
		{ name: name(around), count: String(places.filter((code) => code !== around).length) },
		{ locale }
	);
}

/** Of whom all figures are: `perempuan; desil 3`. What tells them apart is left to the headline. */
function groupsIn(figures: readonly Figure[], locale: Locale): string {
	const each = figures.map((figure) =>
		isBounded(figure) && figure.group ? figure.group.split('|') : []
	);
	const [first = [], ...others] = each;
	return first
		.filter((part) => others.every((parts) => parts.includes(part)))
		.flatMap((part) => {
			const [name = '', value = ''] = part.split('=');
			const dimension = GROUP_NAMES.find((one) => one === name);
			if (dimension === undefined) return [];
			const words = dimensionValueLabel(dimension, value, locale);
			return [value === UNKNOWN ? `${dimensionLabel(dimension, locale)}: ${words}` : words];
		})
		.join('; ');
}

function periodsIn(figures: readonly Figure[], locale: Locale): string {
	const periods = figures.map(({ period }) => period);
	const first = [...periods].sort((a, b) => compare(a.start, b.start))[0];
	const last = [...periods].sort((a, b) => compare(b.end, a.end))[0];
	if (!first || !last) return '';
	const [from, to] = [formatPeriod(first, locale), formatPeriod(last, locale)];
	return from === to ? from : m.sources_period_range({ from, to }, { locale });
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

function unique<Value>(values: readonly Value[]): Value[] {
	return [...new Set(values)];
}
