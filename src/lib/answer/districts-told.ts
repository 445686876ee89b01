import { madeOf } from '$lib/engine/asked';
import {
	type BoundedFigure,
	type ListKind,
	type PlaceCode,
	type RegionCode,
	placeLevel
} from '$lib/model';
import { ask } from '$lib/query/question';
import { type UnreportedRow, unreported } from '$lib/query/unreported';
import { type Asking, isIn } from './context';

/** A figure with of how many of its place's districts it is, where lists of some had not come. */
export type TellDistricts = (figure: BoundedFigure, lists: readonly ListKind[]) => BoundedFigure;

/**
 * Tells of how many districts of a place figures are. Of a single district there is nothing to tell: its
 * lists have come or not.
 * @param kind a year lacks the lists that any of its months lacks
 */
export function tellDistricts(
	districts: readonly RegionCode[],
	missing: readonly UnreportedRow[],
	kind: 'month' | 'year'
): TellDistricts {
	const own = new Set(districts);
	const known = new Map<string, Map<string, Set<RegionCode>>>();
	/** Districts that lack any of the lists, by the first day of the period. */
	function lacking(lists: readonly ListKind[]): Map<string, Set<RegionCode>> {
		const key = [...lists].sort().join();
		const before = known.get(key);
		if (before) return before;
		const found = new Map<string, Set<RegionCode>>();
		for (const { region, list, month } of missing) {
			if (!own.has(region) || !lists.includes(list)) continue;
			const start = kind === 'year' ? `${month.slice(0, 4)}-01-01` : month;
			found.set(start, (found.get(start) ?? new Set()).add(region));
		}
		known.set(key, found);
		return found;
	}
	return (figure, lists) => {
		const total = districts.length;
		if (!figure.incomplete || total < 2) return figure;
		const late = lacking(lists).get(figure.period.start)?.size ?? 0;
		if (late === 0) return figure;
		return madeOf({ ...figure, districts: { reported: total - late, total } }, [figure]);
	};
}

/** The same of the places of an extract, which is asked only where there is something to tell. */
export async function districtsOf(
	places: readonly PlaceCode[],
	kind: 'month' | 'year',
	asking: Asking,
	incomplete: boolean
): Promise<TellDistricts> {
	const { engine, context, options } = asking;
	if (!incomplete) return (figure) => figure;
	const districts = Object.keys(context.names).filter(
		(code) => placeLevel(code) === 'regency' && places.some((place) => isIn(code, place, context))
	);
	const missing = await ask(engine, unreported(context.extract), options);
	return tellDistricts(districts, missing, kind);
}
