import type { ChartPoint } from './model';

/** Keys that walk the points of a chart. */
const KEYS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'] as const;
export type WalkKey = (typeof KEYS)[number];

export function isWalkKey(key: string): key is WalkKey {
	return (KEYS as readonly string[]).includes(key);
}

/**
 * The point that a key leads to. Left and right follow the points in their order, up and down go to
 * the nearest column of the next row, Home and End to the ends of the row, and from there to those of the
 * chart: where each row is one bar, a row has no other end. At an edge it stays.
 * @param points sorted by row, then column
 * @param from key of the point where the reader is; null before the first key
 */
export function walk(
	points: readonly ChartPoint[],
	from: string | null,
	key: WalkKey
): ChartPoint | undefined {
	const index = points.findIndex((point) => point.key === from);
	const here = points[index];
	if (!here) return key === 'End' ? points[points.length - 1] : points[0];
	switch (key) {
		case 'ArrowLeft':
			return points[index - 1] ?? here;
		case 'ArrowRight':
			return points[index + 1] ?? here;
		case 'Home':
			return further(
				points.find(({ row }) => row === here.row),
				here,
				points[0]
			);
		case 'End':
			return further(
				points.findLast(({ row }) => row === here.row),
				here,
				points.at(-1)
			);
		case 'ArrowUp':
			return nearest(points, points.findLast(({ row }) => row < here.row)?.row, here);
		case 'ArrowDown':
			return nearest(points, points.find(({ row }) => row > here.row)?.row, here);
	}
}

/** The end of the row; the chart's where the reader is there already. */
function further(end: ChartPoint | undefined, here: ChartPoint, last: ChartPoint | undefined) {
	return (end === here ? last : end) ?? here;
}

function nearest(points: readonly ChartPoint[], row: number | undefined, here: ChartPoint) {
	let best = here;
	let least = Infinity;
	for (const point of points) {
		const distance = Math.abs(point.column - here.column);
		if (point.row === row && distance < least) [best, least] = [point, distance];
	}
	return best;
}
