/** A regency as the tile layout needs it. */
export interface Place {
	code: string;
	province: string;
	lat: number;
	lng: number;
}

/** A cell of the grid; x grows to the east, y to the south. */
export interface Cell {
	x: number;
	y: number;
}

/** Two places that lie next to each other, and the way from one to the other (y to the south). */
export interface Edge {
	from: number;
	to: number;
	/** Unit vector of the true direction. */
	dx: number;
	dy: number;
	km: number;
}

const EARTH_KM = 6371;
const RADIANS = Math.PI / 180;

/** Great-circle distance in kilometres (haversine). */
function kilometres(a: Place, b: Place): number {
	const lat = Math.sin(((b.lat - a.lat) * RADIANS) / 2);
	const lng = Math.sin(((b.lng - a.lng) * RADIANS) / 2);
	const h = lat * lat + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * lng * lng;
	return 2 * EARTH_KM * Math.asin(Math.sqrt(h));
}

/** Indices of the `count` places nearest to the one given, nearest first. */
export function nearestPlaces(places: readonly Place[], index: number, count: number): number[] {
	const here = places[index];
	if (!here) return [];
	return places
		.map((place, i) => ({ i, km: kilometres(here, place) }))
		.filter(({ i }) => i !== index)
		.sort((a, b) => a.km - b.km || a.i - b.i)
		.slice(0, count)
		.map(({ i }) => i);
}

/**
 * Neighbours by the Gabriel graph (no third place inside the circle over the two, Gabriel and Sokal
 * 1969) and by the three nearest of each place.
 */
export function neighbours(places: readonly Place[]): Edge[] {
	const pairs = new Set<string>();
	places.forEach((_, i) => {
		for (const j of nearestPlaces(places, i, 3)) pairs.add(`${Math.min(i, j)} ${Math.max(i, j)}`);
	});
	places.forEach((a, i) => {
		places.forEach((b, j) => {
			if (j <= i) return;
			const lat = (a.lat + b.lat) / 2;
			const lng = (a.lng + b.lng) / 2;
			const reach = squared(a.lat - b.lat, a.lng - b.lng) / 4;
			const free = places.every(
				(c, k) => k === i || k === j || squared(c.lat - lat, c.lng - lng) >= reach
			);
			if (free) pairs.add(`${i} ${j}`);
		});
	});
	return [...pairs].flatMap((pair) => {
		const [from = 0, to = 0] = pair.split(' ').map(Number);
		const a = places[from];
		const b = places[to];
		if (!a || !b) return [];
		const east = b.lng - a.lng;
		const south = a.lat - b.lat;
		const length = Math.hypot(east, south) || 1;
		return [{ from, to, dx: east / length, dy: south / length, km: kilometres(a, b) }];
	});
}

function squared(a: number, b: number): number {
	return a * a + b * b;
}

/** A repeatable source of numbers from 0 up to 1 (mulberry32). */
export function seeded(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), state | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}
