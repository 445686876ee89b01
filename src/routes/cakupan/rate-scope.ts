import { type RegionCode, provinceOf } from '$lib/model';
import { isInArea } from './area';
import type { CoverageContext, CoveragePlace } from './context';

/** What is asked for one picture of a rate, and whose figures it draws. */
export interface RateScope {
	/** Provinces where those of their regencies lie in too many files. */
	level: 'regency' | 'province';
	/** The part of the country that is shown: what was wanted, or one of its provinces. */
	area: string;
	/** Provinces whose regencies are drawn; null for all of the area's. */
	within: ReadonlySet<RegionCode> | null;
	/** The places of the picture that the extract has figures of. */
	asked: readonly RegionCode[];
}

export interface ScopeWanted {
	area: string;
	/** The district in focus, where the reader has chosen one. */
	focus: RegionCode | null;
	/** Districts that a filter keeps; null for all. */
	members: ReadonlySet<RegionCode> | null;
	yearly: boolean;
	/** Whether a group of people is told of, not everybody. */
	grouped: boolean;
}

/** So many files of provinces are fetched for one picture at most. */
const MOST_FILES = { month: 4, year: 10 } as const;

/**
 * Months of everybody lie in the extract's first file, of all districts. Years, and groups of people,
 * lie in a file for each province: of an area with too many of them the provinces are told of in their
 * place, where the first file has these, else one province.
 */
export function rateScope(
	{ area, focus, members, yearly, grouped }: ScopeWanted,
	covered: readonly RegionCode[],
	context: Pick<CoverageContext, 'places'>
): RateScope {
	const whole = { level: 'regency', area, within: null } as const;
	if (!yearly && !grouped) return { ...whole, asked: covered };
	const here = regionsIn(area, covered, context);
	const kept = members === null ? here : here.filter((region) => members.has(region));
	const most = MOST_FILES[yearly ? 'year' : 'month'];
	if (provincesOf(here).size <= most) return { ...whole, asked: here };
	const within = provincesOf(kept);
	const inside = (provinces: ReadonlySet<RegionCode>) =>
		here.filter((region) => provinces.has(provinceOf(region)));
	if (within.size > 0 && within.size <= most) return { ...whole, within, asked: inside(within) };
	if (!yearly && members === null)
		return { ...whole, level: 'province', asked: [...provincesOf(here)] };
	const first = kept.find((region) => region === focus) ?? kept[0] ?? here[0] ?? '';
	const province = provinceOf(first);
	return { ...whole, area: province, asked: inside(new Set([province])) };
}

/** Districts of the lists in a part of the country. */
export function regionsIn(
	area: string,
	covered: readonly RegionCode[],
	{ places }: { places: readonly CoveragePlace[] }
): RegionCode[] {
	const inside = new Set(
		places.filter((place) => isInArea(place, area)).map(({ region }) => region)
	);
	return covered.filter((region) => inside.has(region));
}

function provincesOf(regions: readonly RegionCode[]): Set<RegionCode> {
	return new Set(regions.map(provinceOf));
}
