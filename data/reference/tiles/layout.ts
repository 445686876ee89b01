import { anneal, type Weights } from './anneal';
import { BODIES, placesOf } from './bodies';
import { neighbours, type Cell, type Place } from './geometry';
import { placeBodies, type Body } from './place';
import { relax } from './relax';

const WEIGHTS: Weights = {
	neighbour: 0.6,
	direction: 0.8,
	place: 0.12,
	parts: 12,
	border: 0.5,
	province: 0.2
};

/** Empty cells between two bodies of land. */
const SEA = 1;
const SEED = 17_08_1945;

/** One cell for each place: the whole layout, the same at every run. */
export function layOut(places: readonly Place[]): Map<string, Cell> {
	return placeBodies(
		BODIES.map((_, index) => layOutBody(places, index)),
		SEA
	);
}

/** One body of land by itself, by its place among all. */
export function layOutBody(places: readonly Place[], index: number): Body {
	const body = BODIES[index];
	if (!body) throw new RangeError(`no body of land ${String(index)}`);
	const { id, provinces, shift = { x: 0, y: 0 } } = body;
	const land = placesOf(places, provinces);
	const edges = neighbours(land);
	const wish = centred(relax(land, edges));
	return { id, shift, places: land, cells: anneal(land, edges, wish, WEIGHTS, SEED + index) };
}

function centred(cells: readonly Cell[]): Cell[] {
	const x = cells.reduce((sum, cell) => sum + cell.x, 0) / cells.length;
	const y = cells.reduce((sum, cell) => sum + cell.y, 0) / cells.length;
	return cells.map((cell) => ({ x: cell.x - x, y: cell.y - y }));
}
