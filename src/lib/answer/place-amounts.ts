import { type BoundedFigure, DECILES, type Decile, MARGIN, type PlaceCode } from '$lib/model';
import { amountFigure } from '$lib/protect/amount';
import { cellFigure } from '$lib/protect/cell-figure';
import { withLists } from '$lib/protect/count/sets';
import { type AmountCube, amounts } from '$lib/query/computed/amounts';
import type { HeldPlaces } from '$lib/query/computed/places-asked';
import { ask } from '$lib/query/question';
import { type Chosen, cellContext, cubeOf } from './chosen';
import { type Asking, heldBy, holderOf } from './context';
import { districtsOf } from './districts-told';
import { sumFigures } from './sum';

/** People and the rupiah that belong to them. */
export interface DecileAmount {
	decile: Decile;
	people: BoundedFigure;
	rupiah: BoundedFigure;
}

/**
 * Rupiah of a measure in the chosen places and groups, over time up to the chosen period; of several
 * places it is their sum. Null where no cube holds rupiah of the groups: sex and age by year alone.
 */
export async function placeAmounts(
	measure: string,
	chosen: Chosen,
	asking: Asking
): Promise<readonly BoundedFigure[] | null> {
	const cube = amountCube(chosen);
	if (cube === null) return null;
	const { held } = await heldBy(chosen.places, cube, asking);
	const byFile = await Promise.all(
		held.map((places) =>
			rowsOf(measure, places, cube, [decileIn(chosen)], chosen.from, chosen, asking)
		)
	);
	const found = byFile.flat();
	const rows = chosen.places.flatMap((place) => found.filter(({ region }) => region === place));
	const starts = [...new Set(rows.map(({ start }) => start))].sort();
	const late = rows.some(({ rupiah }) => rupiah.incomplete);
	const tell = await districtsOf(chosen.places, chosen.kind, asking, late);
	const { lists } = withLists(measure);
	return starts.map((start) =>
		tell(sumFigures(rows.filter((row) => row.start === start).map(({ rupiah }) => rupiah)), lists)
	);
}

/** Rupiah of one place in the chosen year by decile, its margin first. */
export async function amountsByDecile(
	measure: string,
	place: PlaceCode,
	chosen: Chosen & { kind: 'year' },
	asking: Asking
): Promise<readonly DecileAmount[]> {
	const file = await holderOf(place, 'k4', asking);
	const places = { file, regions: [place] };
	const { start } = chosen.period;
	const rows = await rowsOf(measure, places, 'k4', DECILES, start, chosen, asking);
	const late = rows.some(({ rupiah }) => rupiah.incomplete);
	const tell = await districtsOf([place], 'year', asking, late);
	const { lists } = withLists(measure);
	return rows.map((row) => ({ ...row, rupiah: tell(row.rupiah, lists) }));
}

async function rowsOf(
	measure: string,
	{ file, regions }: HeldPlaces,
	cube: AmountCube,
	deciles: readonly Decile[],
	from: string,
	chosen: Chosen,
	asking: Asking
): Promise<(DecileAmount & { region: string; start: string })[]> {
	const { engine, context, options } = asking;
	const { sex, age } = chosen.groups;
	const question = amounts(context.extract, {
		cube,
		file,
		deciles,
		...(sex === undefined ? {} : { sex }),
		...(age === undefined ? {} : { age }),
		from,
		until: chosen.period.start,
		regions,
		amount: withLists(measure)
	});
	return (await ask(engine, question, options)).map((row) => {
		const cell = cellContext(row.start, chosen, context);
		return {
			region: row.region,
			start: row.start,
			decile: row.decile,
			people: cellFigure(row, cell),
			rupiah: amountFigure(row, cell)
		};
	});
}

function amountCube(chosen: Chosen): AmountCube | null {
	const cube = cubeOf(chosen);
	return cube === 'k3' ? null : cube;
}

function decileIn({ groups }: Chosen): Decile {
	return DECILES.find((decile) => decile === groups.decile) ?? MARGIN;
}
