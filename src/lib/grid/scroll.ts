/**
 * Browsers draw no element higher than about 17 million pixels (Firefox) or 33 million (Chromium),
 * and half of that when zoomed in. A grid's rows may reach further; its scrolled element does not.
 */
export const HIGHEST = 6_000_000;

/** Sizes of a grid's scrolled part, in CSS pixels. `room` is what is seen of the rows. */
export interface Heights {
	rows: number;
	row: number;
	room: number;
}

/** How far the rows can be scrolled. */
export function reach({ rows, row, room }: Heights): number {
	return Math.max(0, rows * row - room);
}

/** How far the element that stands for them can be: the same, or as much as a browser draws. */
export function track(heights: Heights): number {
	return Math.min(reach(heights), HIGHEST);
}

/** Where the rows stand when the element has been dragged to a place. */
export function rowsAt(scrolled: number, heights: Heights): number {
	const length = track(heights);
	return length === 0 ? 0 : (Math.min(scrolled, length) / length) * reach(heights);
}

/** Where the element stands when the rows are at a place. */
export function elementAt(top: number, heights: Heights): number {
	const whole = reach(heights);
	return whole === 0 ? 0 : (Math.min(top, whole) / whole) * track(heights);
}

/**
 * Where the rows stand after the element moved. A wheel, a finger or a key moves the rows by the same
 * pixels; a leap (the thumb dragged, or to either end) goes to the place in proportion.
 */
export function moved(top: number, before: number, after: number, heights: Heights): number {
	if (track(heights) === reach(heights)) return Math.min(after, reach(heights));
	const by = after - before;
	if (Math.abs(by) > heights.room) return rowsAt(after, heights);
	return Math.min(Math.max(top + by, 0), reach(heights));
}

/** First and last row (not included) to draw, with some beyond what is seen. */
export function drawn(top: number, { rows, row, room }: Heights, beyond = 6): [number, number] {
	const first = Math.max(0, Math.floor(top / row) - beyond);
	return [first, Math.min(rows, Math.ceil((top + room) / row) + beyond)];
}
