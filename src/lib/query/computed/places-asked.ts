import type { SqlValue } from '$lib/engine/engine';
import type { RegionLevel } from '$lib/model/region';
import { inWordList, wordList } from '../word-list';

/** Places whose cells lie in one file, by the id under which it is attached. */
export interface HeldPlaces {
	file: string;
	regions: readonly string[];
}

/** Which places: those of a level (of one province, where it is said), or these, in one file or several. */
export type PlacesAsked =
	| { level: RegionLevel | 'list'; within?: string | null }
	| { regions: readonly string[] }
	| { held: readonly HeldPlaces[] };

const LEVELS: Readonly<Record<RegionLevel | 'list', string>> = {
	nation: '00',
	province: '__',
	regency: '__.__',
	list: 'list:%'
};

const PATTERNS: Readonly<Record<RegionLevel | 'list', RegExp>> = {
	nation: /^00$/,
	province: /^(?!00$)..$/,
	regency: /^..\...$/,
	list: /^list:/
};

/** Which places, in SQL over `region`. */
export function placesSql(places: PlacesAsked): { sql: string; params: SqlValue[] } {
	if ('held' in places)
		return placesSql({ regions: places.held.flatMap(({ regions }) => regions) });
	if ('regions' in places) return { sql: inWordList('region'), params: [wordList(places.regions)] };
	const { level, within = null } = places;
	return {
		sql: `region::VARCHAR LIKE ?::VARCHAR AND (?::VARCHAR = 'nation' OR region::VARCHAR <> '00')
	AND (?::VARCHAR IS NULL OR left(region::VARCHAR, 2) = ?::VARCHAR)`,
		params: [LEVELS[level], level, within, within]
	};
}

/** The same as a test of a code, for rows that have come. */
export function placeTest(places: PlacesAsked): (region: string) => boolean {
	if ('held' in places || 'regions' in places) {
		const regions = 'held' in places ? places.held.flatMap((held) => held.regions) : places.regions;
		const asked = new Set(regions);
		return (region) => asked.has(region);
	}
	const { level, within = null } = places;
	return (region) =>
		PATTERNS[level].test(region) && (within === null || region.slice(0, 2) === within);
}

/** Each file that is asked, with its places: none is told of from two files. */
export function heldPlaces(
	places: PlacesAsked,
	file: string
): { file: string; places: PlacesAsked }[] {
	if (!('held' in places)) return [{ file, places }];
	return places.held.map((held) => ({ file: held.file, places: { regions: held.regions } }));
}
