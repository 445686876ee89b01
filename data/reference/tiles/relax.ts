import type { Cell, Edge, Place } from './geometry';

const ROUNDS = 4000;

/**
 * Spreads places out until each has about one unit of room, while neighbours keep their true
 * direction: dense Java grows, empty Kalimantan shrinks, and both keep their shape.
 *
 * @returns positions in tile units, in the order of the places, y to the south
 */
export function relax(places: readonly Place[], edges: readonly Edge[]): Cell[] {
	const kms = edges.map((edge) => edge.km).sort((a, b) => a - b);
	const typical = kms[Math.floor(kms.length / 2)] ?? 1;
	const scale = typical / 111;
	const points = places.map((place) => ({ x: place.lng / scale, y: -place.lat / scale }));
	const lengths = edges.map((edge) => Math.min(1.7, Math.max(0.95, (edge.km / typical) ** 0.5)));
	for (let round = 0; round < ROUNDS; round++) {
		const push = points.map(() => ({ x: 0, y: 0 }));
		const move = (i: number, x: number, y: number) => {
			const force = push[i];
			if (!force) return;
			force.x += x;
			force.y += y;
		};
		edges.forEach((edge, e) => {
			const a = points[edge.from];
			const b = points[edge.to];
			const length = lengths[e] ?? 1;
			if (!a || !b) return;
			const x = (b.x - a.x - edge.dx * length) * 0.08;
			const y = (b.y - a.y - edge.dy * length) * 0.08;
			move(edge.from, x, y);
			move(edge.to, -x, -y);
		});
		points.forEach((a, i) => {
			for (let j = i + 1; j < points.length; j++) {
				const b = points[j];
				if (!b) continue;
				const x = b.x - a.x;
				const y = b.y - a.y;
				const distance = Math.hypot(x, y);
				if (distance >= 1.02) continue;
				const strength = (0.35 * (1.02 - distance)) / (distance || 0.01);
				move(i, -x * strength, -y * strength);
				move(j, x * strength, y * strength);
			}
		});
		points.forEach((point, i) => {
			point.x += push[i]?.x ?? 0;
			point.y += push[i]?.y ?? 0;
		});
	}
	return points;
}
