import { spreadOf } from '$lib/chart/build/summary';
import type { RegionCode } from '$lib/model';
import type { PlaceRate } from './rate-rows';

/**
 * The place with the lowest rate in the part of the country that is shown; where none of it has a
 * rate, of all that are told of.
 * @param rows of the places that a filter keeps, in all periods
 * @param here the places that are shown
 */
export function lowestIn(
	rows: readonly PlaceRate[],
	here: ReadonlySet<RegionCode>
): RegionCode | undefined {
	return lowestOf(rows.filter(({ region }) => here.has(region))) ?? lowestOf(rows);
}

/**
 * The lowest in the newest period that has any, so that it stays while periods pass; of those whose
 * lists had all come.
 */
function lowestOf(rows: readonly PlaceRate[]): RegionCode | undefined {
	const last = rows
		.filter(({ figure }) => figure.value !== null && !figure.incomplete)
		.reduce((latest, { start }) => (start > latest ? start : latest), '');
	const complete = rows.filter(({ start, figure }) => start === last && !figure.incomplete);
	return spreadOf(complete).lowest?.figure.region;
}
