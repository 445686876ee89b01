import type { ChartKind } from '../model';
import type { Place } from './size';

/**
 * What a pixel across and a pixel down count for: a bar is felt along its whole row, a point of a
 * line in a tall strip about it.
 */
const WEIGHTS: Record<ChartKind, readonly [across: number, down: number]> = {
	line: [1, 0.35],
	multiples: [1, 0.8],
	tiles: [1, 1],
	points: [1, 1],
	areas: [1, 1],
	bars: [0, 1],
	funnel: [1, 1],
	scatter: [1, 1],
	pairs: [0.1, 1]
};
const REACH = 44;
/** On a map, where the sea is wide and lands on nothing. */
const MAP_REACH = 18;

/** Key of the mark nearest to a spot of the drawing; null where none is near. */
export function hit(
	kind: ChartKind,
	places: ReadonlyMap<string, Place>,
	x: number,
	y: number
): string | null {
	const [across, down] = WEIGHTS[kind];
	let best: string | null = null;
	let least = Infinity;
	for (const [key, place] of places) {
		const dx = Math.abs(place.x - x) * across;
		const dy = Math.abs(place.y - y) * down;
		const reach = reachOf(kind, place);
		const distance = kind === 'tiles' ? Math.max(dx, dy) : Math.hypot(dx, dy);
		if (distance <= reach && distance < least) [best, least] = [key, distance];
	}
	return best;
}

function reachOf(kind: ChartKind, { radius }: Place): number {
	if (kind === 'tiles') return radius;
	return kind === 'points' || kind === 'areas' ? Math.max(radius, MAP_REACH) : REACH;
}
