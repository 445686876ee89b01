import {
	AGE_BANDS,
	DECILES,
	MARGIN,
	type PlaceCode,
	SEXES,
	UNKNOWN,
	isListPlace,
	isRegionCode,
	listPlace,
	parseMonth
} from '$lib/model';
import { NAMES, OLDER_NAMES, isFilterName, readable } from './filter-names';

/**
 * What a reader has chosen, the same on every page and in every address. A page that has no use for a
 * part of it keeps it all the same, so that it is there again on the next page.
 */
export interface Filters {
	/** Regions, or `list:ID`; several are a selection of the reader's own. None: as the page has it. */
	places: readonly PlaceCode[];
	/** Null: as the page has it. */
	period: ChosenPeriod | null;
	/** Id of a programme. */
	programme: string | null;
	groups: ChosenGroups;
	/** The two of several places whose difference is explained; null or nothing: as the page has it. */
	pair?: PlacePair | null;
}

export type PlacePair = readonly [PlaceCode, PlaceCode];

/** Months as `2025-03`. `from` is where what is shown over time begins; null for the first there is. */
export type ChosenPeriod =
	{ kind: 'month'; from: string | null; until: string } | { kind: 'year'; year: number };

export type GroupName = 'decile' | 'sex' | 'age';
export const GROUP_NAMES = ['decile', 'sex', 'age'] as const satisfies readonly GroupName[];

/** One value of each; what is not chosen is not there. */
export type ChosenGroups = Readonly<Partial<Record<GroupName, string>>>;

export const NO_FILTERS: Filters = { places: [], period: null, programme: null, groups: {} };

/** A part of an address that could not be kept, in the reader's own spelling. */
export interface Dropped {
	name: string;
	value: string;
	/** It was understood, and named before in the same part. */
	repeated?: true;
}

/** So many places at most stand beside one another. */
const MOST_PLACES = 20;

/**
 * Version of the words below. A link carries it only from the second on; one that is newer than this
 * program is read as far as its words are known.
 */
const VERSION = 1;

const WORDS: Readonly<Record<string, string>> = {
	male: 'laki-laki',
	female: 'perempuan',
	[UNKNOWN]: 'tak-diketahui',
	'65+': '65-ke-atas'
};
/** All values of each, its margin first. */
export const VALUES_OF_GROUPS: Readonly<Record<GroupName, readonly string[]>> = {
	decile: DECILES,
	sex: SEXES,
	age: AGE_BANDS
};

/**
 * Reads the filters of an address's search. Never throws: what is not understood is dropped and
 * named. Whether a page can use what is understood is another matter (see `fitFilters`).
 */
export function readFilters(search: URLSearchParams): { value: Filters; dropped: Dropped[] } {
	const dropped: Dropped[] = [];

	function take<Value>(name: string, read: (text: string) => Value | null): Value | null {
		const text = search.get(name);
		if (text === null || text === '') return null;
		const value = read(text);
		if (value === null) dropped.push({ name, value: text.slice(0, 40) });
		return value;
	}

	const version = take('v', (text) => (/^[1-9]\d{0,2}$/.test(text) ? Number(text) : null));
	if (version !== null && version > VERSION) dropped.push({ name: 'v', value: String(version) });
	dropped.push(...repeatedPlaces(search.get(NAMES.places) ?? ''));
	const places = take(NAMES.places, readPlaces) ?? take(OLDER_NAMES.list, readList) ?? [];
	const period = take(NAMES.period, readPeriod) ?? take(OLDER_NAMES.year, readYear);
	const programme = take(NAMES.programme, (text) =>
		/^[a-z][a-z_]{1,30}$/.test(text) ? text : null
	);
	const groups = Object.fromEntries(
		GROUP_NAMES.flatMap((group) => {
			const value = take(NAMES[group], (text) => readGroup(group, text));
			return value === null ? [] : [[group, value]];
		})
	);
	const pair = take(NAMES.pair, readPair);
	const value = { places, period, programme, groups, ...(pair ? { pair } : {}) };
	return { value, dropped };
}

/** The search part of an address for filters: only what was chosen, in one order; else empty. */
export function filterSearch(filters: Filters): string {
	return withFilters(new URLSearchParams(), filters);
}

/** An address's search with these filters in it, and with all that is not a filter left as it was. */
export function withFilters(search: URLSearchParams, filters: Filters): string {
	const others = [...search].filter(([name]) => !isFilterName(name));
	const { places, period, programme, groups, pair } = filters;
	const chosen: [string, string][] = [];
	if (places.length > 0) chosen.push([NAMES.places, places.join(',')]);
	if (period) chosen.push([NAMES.period, periodText(period)]);
	if (programme !== null) chosen.push([NAMES.programme, programme]);
	for (const group of GROUP_NAMES) {
		const value = groups[group];
		if (value !== undefined) chosen.push([NAMES[group], WORDS[value] ?? value]);
	}
	if (pair) chosen.push([NAMES.pair, pair.join(',')]);
	const text = readable(new URLSearchParams([...chosen, ...others]));
	return text === '' ? '' : `?${text}`;
}

function readPlaces(text: string): PlaceCode[] | null {
	const places = [...new Set(text.split(','))];
	const known = places.every((place) =>
		isListPlace(place) ? /^list:[a-z0-9][a-z0-9-]{0,60}$/.test(place) : isRegionCode(place)
	);
	return known && places.length <= MOST_PLACES ? places : null;
}

/** Places that a part names again; none where the part is not understood. */
function repeatedPlaces(text: string): Dropped[] {
	if (readPlaces(text) === null) return [];
	const all = text.split(',');
	return [...new Set(all.filter((place, nth) => all.indexOf(place) !== nth))].map((value) => ({
		...{ name: NAMES.places, value },
		repeated: true
	}));
}

function readPair(text: string): PlacePair | null {
	const [first, second, more] = readPlaces(text) ?? [];
	return first === undefined || second === undefined || more !== undefined ? null : [first, second];
}

function readList(text: string): PlaceCode[] | null {
	return readPlaces(listPlace(text));
}

function readPeriod(text: string): ChosenPeriod | null {
	const [first = '', last, more] = text.split('..');
	if (more !== undefined) return null;
	if (last === undefined)
		return parseMonth(first) === null
			? readYear(first)
			: { kind: 'month', from: null, until: first };
	const [from, until] = [parseMonth(first), parseMonth(last)];
	if (from === null || until === null || from > until) return null;
	return { kind: 'month', from: first, until: last };
}

function readYear(text: string): ChosenPeriod | null {
	return /^[12]\d{3}$/.test(text) ? { kind: 'year', year: Number(text) } : null;
}

function periodText(period: ChosenPeriod): string {
	if (period.kind === 'year') return String(period.year);
	return period.from === null ? period.until : `${period.from}..${period.until}`;
}

function readGroup(group: GroupName, text: string): string | null {
	const found = VALUES_OF_GROUPS[group].find(
		(value) => value !== MARGIN && (WORDS[value] ?? value) === text
	);
	return found ?? null;
}
