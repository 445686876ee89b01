import { type Corner, segment } from './shapes';

/** Pixels between the lines. */
const GAP = 6;

/**
 * Slanted lines within an outline, where they enter it to where they leave it (even-odd rule).
 * @param rings closed, in pixels
 * @param slant 1 for lines that fall to the right, -1 for lines that rise
 */
export function hatch(rings: readonly (readonly Corner[])[], slant: 1 | -1): string {
	const crossings = new Map<number, number[]>();
	for (const ring of rings)
		ring.forEach(([x2, y2], index) => {
			const before = ring[index - 1];
			if (!before) return;
			const [x1, y1] = before;
			const [from, to] = [y1 - slant * x1, y2 - slant * x2];
			for (
				let line = Math.ceil(Math.min(from, to) / GAP);
				line * GAP < Math.max(from, to);
				line += 1
			) {
				const x = x1 + ((x2 - x1) * (line * GAP - from)) / (to - from);
				crossings.set(line, [...(crossings.get(line) ?? []), x]);
			}
		});
	return [...crossings].flatMap(([line, xs]) => pairs(line * GAP, xs, slant)).join('');
}

function pairs(offset: number, xs: readonly number[], slant: 1 | -1): string[] {
	const sorted = [...xs].sort((a, b) => a - b);
	return sorted.flatMap((x, index) => {
		const next = sorted[index + 1];
		if (index % 2 === 1 || next === undefined) return [];
		return [segment(x, offset + slant * x, next, offset + slant * next)];
	});
}
