import { type Box, overlap } from './boxes';
import type { Plot } from './plot';
import { type Place } from './size';
import { shortLabel, textWidth } from './text';

/** A mark with a name beside it, in pixels. */
export interface NamedMark<Mark> {
	mark: Mark;
	x: number;
	y: number;
	align: 'left' | 'center' | 'right';
}

/** What can be named: by its key it is found among the places. */
interface Nameable {
	key: string;
	label: string;
	/** In bold, with a ring about its mark. */
	chosen?: boolean;
}

const SPOTS = [
	{ dx: 9, dy: 0, align: 'left' },
	{ dx: -9, dy: 0, align: 'right' },
	{ dx: 0, dy: -13, align: 'center' },
	{ dx: 0, dy: 13, align: 'center' },
	{ dx: 7, dy: -10, align: 'left' },
	{ dx: 7, dy: 10, align: 'left' },
	{ dx: -7, dy: -10, align: 'right' },
	{ dx: -7, dy: 10, align: 'right' }
] as const;

/** Half of the room that a mark takes. */
const HALF = 5;

/**
 * Names beside their marks, the first wanted first. None covers another, nor a mark; one that finds no
 * room is in the table alone.
 * @param room font size, and what names may reach to; above the plot they may stand too
 */
export function nameMarks<Mark extends Nameable>(
	wanted: readonly Mark[],
	places: ReadonlyMap<string, Place>,
	{ plot, font }: { plot: Plot; font: number }
): NamedMark<Mark>[] {
	const taken: Box[] = [...places.values()].map(({ x, y }) => around(x, y));
	return wanted.flatMap((mark): NamedMark<Mark>[] => {
		const place = places.get(mark.key);
		if (!place) return [];
		const own = around(place.x, place.y);
		const width = textWidth(shortLabel(mark.label), font, mark.chosen);
		for (const { dx, dy, align } of SPOTS) {
			// About the chosen place stands a ring.
			const ring = mark.chosen ? Math.sign(dx) * 4 : 0;
			const [x, y] = [place.x + dx + ring, place.y + dy];
			const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
			const box = { left, right: left + width, top: y - font / 2 - 1, bottom: y + font / 2 + 1 };
			const inside = box.left >= plot.left && box.right <= plot.right;
			const within = inside && box.top >= 0 && box.bottom <= plot.bottom;
			const free = taken.every((other) => sameBox(other, own) || !overlap(box, other));
			if (!within || !free) continue;
			taken.push(box);
			return [{ mark, x, y, align }];
		}
		return [];
	});
}

function around(x: number, y: number): Box {
	return { left: x - HALF, right: x + HALF, top: y - HALF, bottom: y + HALF };
}

function sameBox(a: Box, b: Box): boolean {
	return a.left === b.left && a.top === b.top;
}
