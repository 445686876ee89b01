import { BODIES, placesOf } from './bodies';
import { nearestPlaces, type Cell, type Place } from './geometry';

/** How good a tile layout is. */
export interface Measures {
	width: number;
	height: number;
	/** Mean grid distance to the three nearest places of the same body; 1 is side by side. */
	neighbourDistance: number;
	/** Share of those neighbours that touch, by side or corner. */
	touching: number;
	/** Provinces whose tiles form one block, side by side. */
	whole: string[];
	broken: string[];
}

export function measure(places: readonly Place[], cells: ReadonlyMap<string, Cell>): Measures {
	const all = [...cells.values()];
	const distances = BODIES.flatMap(({ provinces }) => {
		const body = placesOf(places, provinces);
		return body.flatMap((place, i) =>
			nearestPlaces(body, i, 3).map((j) => distance(cells, place.code, body[j]?.code ?? ''))
		);
	});
	const provinces = [...new Set(places.map(({ province }) => province))];
	const whole = provinces.filter((province) => isWhole(places, cells, province));
	return {
		width: Math.max(...all.map(({ x }) => x)) + 1,
		height: Math.max(...all.map(({ y }) => y)) + 1,
		neighbourDistance: distances.reduce((sum, d) => sum + d, 0) / distances.length,
		touching: distances.filter((d) => d < 1.5).length / distances.length,
		whole,
		broken: provinces.filter((province) => !whole.includes(province))
	};
}

function distance(cells: ReadonlyMap<string, Cell>, a: string, b: string): number {
	const from = cells.get(a);
	const to = cells.get(b);
	return from && to ? Math.hypot(from.x - to.x, from.y - to.y) : NaN;
}

function isWhole(
	places: readonly Place[],
	cells: ReadonlyMap<string, Cell>,
	province: string
): boolean {
	const left = new Map<string, Cell>();
	for (const place of placesOf(places, [province])) {
		const cell = cells.get(place.code);
		if (cell) left.set(`${cell.x} ${cell.y}`, cell);
	}
	const open = [...left.values()].slice(0, 1);
	for (let cell = open.pop(); cell; cell = open.pop()) {
		left.delete(`${cell.x} ${cell.y}`);
		for (const [dx, dy] of [
			[1, 0],
			[-1, 0],
			[0, 1],
			[0, -1]
		] as const) {
			const next = left.get(`${cell.x + dx} ${cell.y + dy}`);
			if (next) open.push(next);
		}
	}
	return left.size === 0;
}
