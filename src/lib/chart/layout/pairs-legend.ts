import type { PairsModel } from '../model';
import { wrapName } from './labels';
import { fontSize } from './size';
import { textWidth } from './text';

/** Names of the two values, broken into as many lines as they need. */
interface PairsLegend {
	before: readonly string[];
	after: readonly string[];
	/** Width of the whole where both stand in one line; null where each has lines of its own. */
	inline: number | null;
	height: number;
}

/** A mark, and the lines of its name, in pixels. */
export interface LegendItem {
	which: 'before' | 'after';
	/** Middle of the mark. */
	x: number;
	y: number;
	lines: { text: string; x: number; y: number }[];
}

/** From the left edge of a mark to its name. */
const MARK = 16;
/** Between the first name and the second mark. */
const GAP = 12;
const LINE = 16;
const FIRST = 9;

/** Both names in one line where they have room, else one below the other, and never cut. */
export function pairsLegend(labels: PairsModel['labels'], width: number): PairsLegend {
	const font = fontSize(width);
	const inline = MARK + textWidth(labels.before, font) + GAP + MARK + textWidth(labels.after, font);
	if (inline <= width)
		return { before: [labels.before], after: [labels.after], inline, height: LINE + 2 };
	const before = wrapName(labels.before, width - MARK, font);
	const after = wrapName(labels.after, width - MARK, font);
	return { before, after, inline: null, height: (before.length + after.length) * LINE + 2 };
}

/** A line of both begins where the plot does, or as far left of that as it must. */
export function placeLegend(legend: PairsLegend, left: number, width: number): LegendItem[] {
	const { before, after, inline } = legend;
	const start = inline === null ? 0 : Math.max(0, Math.min(left, width - inline));
	const item = (which: LegendItem['which'], lines: readonly string[], x: number, row: number) => ({
		which,
		x: x + MARK / 2 - 2,
		y: FIRST + row * LINE,
		lines: lines.map((text, index) => ({ text, x: x + MARK, y: FIRST + (row + index) * LINE }))
	});
	if (inline === null)
		return [item('before', before, 0, 0), item('after', after, 0, before.length)];
	const second = start + MARK + textWidth(before.join(''), fontSize(width)) + GAP;
	return [item('before', before, start, 0), item('after', after, second, 0)];
}
