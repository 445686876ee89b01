import { type PlaceCode, placeLevel } from '$lib/model';
import { type CubeMissing, cubeFor } from '$lib/protect/cube-for';
import {
	type ChosenGroups,
	type ChosenPeriod,
	type Filters,
	GROUP_NAMES,
	type GroupName
} from './filters';

/** What a page can make use of. */
export interface FilterOffers {
	places: ReadonlySet<PlaceCode>;
	/** How many places it can tell of together. */
	mostPlaces: number;
	/** Several are told of as one: then they are districts, which do not lie within one another. */
	summed: boolean;
	/** First and last month, `2025-03`; null where it tells of no months. */
	months: { first: string; last: string } | null;
	years: readonly number[];
	programmes: ReadonlySet<string>;
	groups: readonly GroupName[];
	/** The difference of two of its places is explained, and the reader says of which. */
	pairs?: boolean;
}

/** Why a filter does nothing on a page. */
export type IdleReason =
	/** The page does not tell of it, whatever its value. */
	| 'not_here'
	/** The page has no such place, month, year or programme. */
	| 'not_in_data'
	| 'too_many'
	/** Only districts are added up. */
	| 'not_a_district'
	/** Sources publish the figure of everybody alone. */
	| 'published'
	| CubeMissing;

export type IdleFilter =
	| { name: 'places'; value: PlaceCode; reason: IdleReason }
	| { name: 'period' | 'programme' | 'pair'; reason: IdleReason }
	| IdleGroup;

/**
 * The filters that a page can answer, and those that it cannot, each with the reason. Groups are taken
 * in their order as long as the extract holds counts by all of them together, which the period decides:
 * nothing is put together from cells that were not published.
 */
export function fitFilters(
	filters: Filters,
	offers: FilterOffers
): { value: Filters; idle: IdleFilter[] } {
	const idle: IdleFilter[] = [];
	const places: PlaceCode[] = [];
	for (const value of filters.places) {
		const reason = placeReason(value, places, offers);
		if (reason === null) places.push(value);
		else idle.push({ name: 'places', value, reason });
	}
	const period = fitsPeriod(filters, offers) ? filters.period : null;
	if (filters.period && !period) {
		const here = offers.months !== null || offers.years.length > 0;
		idle.push({ name: 'period', reason: here ? 'not_in_data' : 'not_here' });
	}
	const programme =
		filters.programme !== null && offers.programmes.has(filters.programme)
			? filters.programme
			: null;
	if (filters.programme !== null && programme === null) {
		const here = offers.programmes.size > 0;
		idle.push({ name: 'programme', reason: here ? 'not_in_data' : 'not_here' });
	}
	const groups = fitGroups(filters.groups, period, offers);
	// A page that explains no difference has no use for one, and nothing to say of it.
	const asked = offers.pairs ? filters.pair : null;
	const pair = asked?.every((place) => offers.places.has(place));
	if (asked && !pair) idle.push({ name: 'pair', reason: 'not_in_data' });
	return {
		value: {
			...{ places, period, programme, groups: groups.value },
			...(pair ? { pair: filters.pair } : {})
		},
		idle: [...idle, ...groups.idle]
	};
}

/** A group that does nothing, and why. */
export interface IdleGroup {
	name: GroupName;
	reason: IdleReason;
}

/** The groups that can be told apart together in a kind of period, in their order, and the others. */
export function fitGroups(
	groups: ChosenGroups,
	period: KindOfPeriod,
	offers: Pick<FilterOffers, 'groups'>
): { value: ChosenGroups; idle: IdleGroup[] } {
	const value: Partial<Record<GroupName, string>> = {};
	const idle: IdleGroup[] = [];
	for (const name of GROUP_NAMES) {
		const chosen = groups[name];
		if (chosen === undefined) continue;
		const reason = groupReason(name, Object.keys(value) as GroupName[], period, offers);
		if (reason === null) value[name] = chosen;
		else idle.push({ name, reason });
	}
	return { value, idle };
}

/** Months where none is chosen. */
type KindOfPeriod = Pick<ChosenPeriod, 'kind'> | null;

/** Why a group cannot be told apart beside others in a period; null where it can. */
export function groupReason(
	group: GroupName,
	beside: readonly GroupName[],
	period: KindOfPeriod,
	offers: Pick<FilterOffers, 'groups'>
): IdleReason | null {
	if (!offers.groups.includes(group)) return 'not_here';
	const cube = cubeFor([...beside, group], period?.kind ?? 'month');
	return typeof cube === 'string' ? null : cube.missing;
}

function placeReason(
	place: PlaceCode,
	before: readonly PlaceCode[],
	{ places, mostPlaces, summed }: FilterOffers
): IdleReason | null {
	if (places.size === 0) return 'not_here';
	if (!places.has(place)) return 'not_in_data';
	if (before.length >= mostPlaces) return 'too_many';
	const several = [...before, place];
	if (summed && several.length > 1 && several.some((one) => placeLevel(one) !== 'regency'))
		return 'not_a_district';
	return null;
}

function fitsPeriod({ period }: Filters, { months, years }: FilterOffers): boolean {
	if (period === null) return true;
	if (period.kind === 'year') return years.includes(period.year);
	if (months === null) return false;
	// Months as `2025-03` are in the order of time where they are in that of letters.
	const within = (month: string) => months.first <= month && month <= months.last;
	return within(period.until) && (period.from === null || within(period.from));
}
