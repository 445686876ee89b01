import { levelOf, type RegionCode, type RegionLevel } from './region';

/** A place that figures are counted for: a region, or `list:ID`, a priority list as a place of its own. */
export type PlaceCode = RegionCode;

const LIST = 'list:';

/** The place that a priority list is. */
export function listPlace(id: string): PlaceCode {
	return LIST + id;
}

export function isListPlace(place: PlaceCode): boolean {
	return place.startsWith(LIST);
}

/** Id of the priority list that a place is; null where it is a region. */
export function listOf(place: PlaceCode): string | null {
	return isListPlace(place) ? place.slice(LIST.length) : null;
}

export function placeLevel(place: PlaceCode): RegionLevel | 'list' {
	return isListPlace(place) ? 'list' : levelOf(place);
}

/** A regency's code as the number that lists are counted by: 32.01 is 3201. */
export function regencyNumber(code: RegionCode): number {
	return Number(code.replace('.', ''));
}

/** The code of a regency's number: 3201 is 32.01. */
export function regencyCode(number: number): RegionCode {
	const digits = String(number).padStart(4, '0');
	return `${digits.slice(0, 2)}.${digits.slice(2)}`;
}
