import type { ChartKind } from '../model';
import type { Place } from './size';

/** How far across a mark is felt: a bar along its whole row, a dot about itself. */
const ACROSS: Record<ChartKind, number> = { line: 1, multiples: 1, tiles: 1, bars: 0, pairs: 0.1 };
const REACH = 44;

/** Key of the mark nearest to a spot of the drawing; null where none is near. */
export function hit(
	kind: ChartKind,
	places: ReadonlyMap<string, Place>,
	x: number,
	y: number
): string | null {
	let best: string | null = null;
	let least = Infinity;
	for (const [key, place] of places) {
		const dx = Math.abs(place.x - x) * ACROSS[kind];
		const dy = Math.abs(place.y - y);
		const reach = kind === 'tiles' ? place.radius : REACH;
		const distance = kind === 'tiles' ? Math.max(dx, dy) : Math.hypot(dx, dy);
		if (distance <= reach && distance < least) [best, least] = [key, distance];
	}
	return best;
}
