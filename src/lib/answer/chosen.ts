import { formatPeriod } from '$lib/i18n/format';
import { dimensionValueLabel } from '$lib/i18n/measure-words';
import { m } from '$lib/i18n/paraglide/messages';
import {
	NATION,
	type Period,
	type PlaceCode,
	isListPlace,
	monthPeriod,
	placeLevel,
	provinceOf,
	yearPeriod
} from '$lib/model';
import type { CellContext } from '$lib/protect/cell-figure';
import { cubeFor } from '$lib/protect/cube-for';
import type { RateCube, RateDimension } from '$lib/query/computed/counted';
import { type ChosenGroups, type Filters, GROUP_NAMES } from '$lib/state/filters';
import { type Asking, type ExtractContext, nameOf } from './context';

/** The filters with the page's own in the place of what was not chosen. */
export interface Chosen {
	/** At least one; several are a selection of the reader's own. */
	places: readonly PlaceCode[];
	/** The month or year that is told of. */
	period: Period;
	kind: 'month' | 'year';
	/** First day of the first month, or year, that is shown over time. */
	from: string;
	groups: ChosenGroups;
}

/** What is told of: the whole country in the last month where nothing else was chosen. */
export function chosenIn(filters: Filters, context: ExtractContext): Chosen {
	const { places, period, groups } = filters;
	const shared = { places: places.length > 0 ? places : [NATION], groups };
	if (period?.kind === 'year') {
		const from = `${context.first.slice(0, 4)}-01-01`;
		return { ...shared, kind: 'year', period: yearPeriod(period.year), from };
	}
	const from = period?.from ? `${period.from}-01` : context.first;
	const until = period ? monthOf(period.until) : context.cell.period;
	return { ...shared, kind: 'month', period: until, from };
}

function monthOf(text: string): Period {
	const [year = 0, month = 0] = text.split('-').map(Number);
	return monthPeriod(year, month);
}

/** The figures' context for the period that begins on a day. */
export function cellContext(
	start: string,
	{ kind }: Chosen,
	{ cell }: ExtractContext
): CellContext {
	return {
		...cell,
		period: kind === 'year' ? yearPeriod(Number(start.slice(0, 4))) : monthOf(start)
	};
}

/** The cube that tells the chosen groups and these dimensions apart; null where none does. */
export function cubeOf(chosen: Chosen, dimensions: readonly RateDimension[] = []): RateCube | null {
	const groups = GROUP_NAMES.filter((group) => chosen.groups[group] !== undefined);
	const cube = cubeFor([...groups, ...dimensions], chosen.kind);
	return typeof cube === 'string' && cube !== 'k5' ? cube : null;
}

/** Districts: those of a province or of the country, or these. */
export type DistrictsAsked =
	{ level: 'regency'; within: string | null } | { regions: readonly string[] };

/** The districts that are compared where places are chosen: theirs, or those of the same province. */
export function districtsBeside(
	{ places }: Chosen,
	{ lists }: ExtractContext
): { asked: DistrictsAsked; area: readonly PlaceCode[] } {
	const [place = NATION] = places;
	if (places.length > 1) {
		const regions = places.flatMap((one) => (isListPlace(one) ? (lists[one] ?? []) : [one]));
		return { asked: { regions: [...new Set(regions)] }, area: places };
	}
	if (isListPlace(place)) return { asked: { regions: lists[place] ?? [] }, area: places };
	const within = placeLevel(place) === 'nation' ? null : provinceOf(place);
	return { asked: { level: 'regency', within }, area: [within ?? NATION] };
}

/** `Jawa Barat`, `Kabupaten Bogor dan Kota Bogor`, `5 wilayah pilihan`. */
export function placeWords(places: readonly PlaceCode[], asking: Asking): string {
	const { context, locale } = asking;
	if (places.length > 2) return m.answer_places({ count: String(places.length) }, { locale });
	return places.map((place) => nameOf(place, context)).join(m.answer_and({}, { locale }));
}

/** `akhir Maret 2025`, `sepanjang 2024`. */
function whenWords({ kind, period }: Chosen, { locale }: Asking): string {
	const inputs = { period: formatPeriod(period, locale) };
	return kind === 'year'
		? m.answer_in_year(inputs, { locale })
		: m.answer_at_month(inputs, { locale });
}

/** `; desil 3, perempuan`, or nothing where everybody is counted. */
export function groupWords({ groups }: Chosen, { locale }: Asking): string {
	const words = GROUP_NAMES.flatMap((group) => {
		const value = groups[group];
		return value === undefined ? [] : [dimensionValueLabel(group, value, locale)];
	});
	return words.length === 0 ? '' : `; ${words.join(', ')}`;
}

/** What is counted, where, when and of whom: the line below a chart's title. */
export function subtitleOf(
	what: string,
	chosen: Chosen,
	asking: Asking,
	places: readonly PlaceCode[] = chosen.places
): string {
	const where = placeWords(places, asking);
	return `${what}, ${where}, ${whenWords(chosen, asking)}${groupWords(chosen, asking)}`;
}
