import type { Cell, Place } from './geometry';

export interface Body {
	id: string;
	places: readonly Place[];
	cells: readonly Cell[];
	shift: Cell;
}

/** Tiles for each degree, east and south: how far apart the bodies of land lie. */
const SCALE = { x: 1.32, y: 1.45 };

/**
 * Sets the bodies of land beside each other, each as near as it can to its true place, with at
 * least `gap` empty cells of sea between any two. The first are set first.
 *
 * @returns the cell of each place by its code; the least x and y are 0
 */
export function placeBodies(bodies: readonly Body[], gap: number): Map<string, Cell> {
	const taken = new Set<string>();
	const result = new Map<string, Cell>();
	for (const body of bodies) {
		const wish = {
			x:
				mean(body.places.map(({ lng }) => lng)) * SCALE.x -
				mean(body.cells.map(({ x }) => x)) +
				body.shift.x,
			y:
				-mean(body.places.map(({ lat }) => lat)) * SCALE.y -
				mean(body.cells.map(({ y }) => y)) +
				body.shift.y
		};
		const offset = nearestFree(body.cells, wish, taken);
		body.cells.forEach((cell, i) => {
			const x = cell.x + offset.x;
			const y = cell.y + offset.y;
			result.set(body.places[i]?.code ?? '', { x, y });
			for (let dx = -gap; dx <= gap; dx++)
				for (let dy = -gap; dy <= gap; dy++) taken.add(`${x + dx} ${y + dy}`);
		});
	}
	return toOrigin(result);
}

function nearestFree(cells: readonly Cell[], wish: Cell, taken: ReadonlySet<string>): Cell {
	const offsets: { x: number; y: number; far: number }[] = [];
	for (let dx = -40; dx <= 40; dx++)
		for (let dy = -40; dy <= 40; dy++) {
			const x = Math.round(wish.x) + dx;
			const y = Math.round(wish.y) + dy;
			offsets.push({ x, y, far: (x - wish.x) ** 2 + (y - wish.y) ** 2 });
		}
	offsets.sort((a, b) => a.far - b.far || a.x - b.x || a.y - b.y);
	const free = offsets.find((offset) =>
		cells.every(({ x, y }) => !taken.has(`${x + offset.x} ${y + offset.y}`))
	);
	if (!free) throw new Error('No room for a body of land');
	return free;
}

function toOrigin(cells: ReadonlyMap<string, Cell>): Map<string, Cell> {
	const left = Math.min(...[...cells.values()].map(({ x }) => x));
	const top = Math.min(...[...cells.values()].map(({ y }) => y));
	return new Map([...cells].map(([code, { x, y }]) => [code, { x: x - left, y: y - top }]));
}

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
