import type { Size } from './size';

/** From the words to the edge of the chart, and to the mark that they speak of, in pixels. */
const EDGE = 8;
const ACROSS = 12;
const DOWN = 10;

/**
 * Corner of the words about a mark: above it and on the side with more room, below where above is
 * none; never nearer to an edge of the chart than eight pixels, where the chart is large enough.
 */
export function placeTip(
	{ x, y }: { x: number; y: number },
	chart: Size,
	words: Size
): { left: number; top: number } {
	const left = x > chart.width / 2 ? x - ACROSS - words.width : x + ACROSS;
	const above = y - DOWN - words.height;
	const top = above >= EDGE ? above : y + DOWN;
	return {
		left: Math.max(EDGE, Math.min(left, chart.width - EDGE - words.width)),
		top: Math.max(EDGE, Math.min(top, chart.height - EDGE - words.height))
	};
}
