import { seeded, type Cell, type Edge, type Place } from './geometry';
import { Board } from './board';

/** What a layout is judged by, and how much each counts. */
export interface Weights {
	neighbour: number;
	direction: number;
	place: number;
	parts: number;
	border: number;
	province: number;
}

const STEPS_A_TILE = 6000;

/**
 * Moves tiles about, first freely and then ever more strictly, until neighbours are near and in
 * their true direction, provinces hold together and the outline is short (simulated annealing,
 * Kirkpatrick, Gelatt and Vecchi 1983). The same seed always gives the same layout.
 */
export function anneal(
	places: readonly Place[],
	edges: readonly Edge[],
	wish: readonly Cell[],
	weights: Weights,
	seed: number
): Cell[] {
	const random = seeded(seed);
	const steps = STEPS_A_TILE * places.length;
	const board = new Board(places, edges, wish, weights);
	let energy = board.energy();
	let best = energy;
	let kept = board.cells();
	for (let step = 0; step < steps; step++) {
		const heat = 6 * (0.01 / 6) ** (step / steps);
		const tile = Math.floor(random() * places.length);
		const here = board.cell(tile);
		const reach = random() < 0.7 ? 1 : 3;
		const x = here.x + Math.round((random() * 2 - 1) * reach);
		const y = here.y + Math.round((random() * 2 - 1) * reach);
		if (x === here.x && y === here.y) continue;
		const change = board.trade(tile, { x, y });
		if (change <= 0 || random() < Math.exp(-change / heat)) {
			energy += change;
			if (energy < best - 1e-9) {
				best = energy;
				kept = board.cells();
			}
		} else board.undo();
	}
	return kept;
}
