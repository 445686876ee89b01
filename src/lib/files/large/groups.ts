import { readYear } from '$lib/read/periods';
import { type OwnGroup, mergedGroups } from '../combine';
import { keyOf } from '../join';
import type { OwnReading } from '../read';
import { type LargeBench, rowsOf } from './load';
import { groupsIn } from './places';

/** Groups that are fetched: all regencies in as many years as a file can have, several times over. */
const MOST = 200_000;

/**
 * A column's values by place and year, of a file that DuckDB holds.
 * @throws EngineError
 */
export async function largeGroups(
	bench: Pick<LargeBench, 'query'>,
	name: string,
	{ columns, regionColumns, year: yearColumn, large }: OwnReading,
	at: number
): Promise<OwnGroup[]> {
	if (!regionColumns || !large) return [];
	const regionOf = new Map(large.regions);
	const answer = await bench.query(groupsIn(name, columns, regionColumns, yearColumn, at, MOST));
	return mergedGroups(
		rowsOf(answer).flatMap(([code, called, province, year, times, sum, least, greatest]) => {
			const region = regionOf.get(keyOf(code, called, province));
			if (region === undefined) return [];
			// A year that was read as a number is a DOUBLE.
			const said = yearColumn === null ? null : readYear(String(year).replace(/\.0$/, ''));
			return [
				{
					region,
					year: said,
					count: Number(times),
					sum: Number(sum),
					least: Number(least),
					greatest: Number(greatest)
				}
			];
		})
	);
}
