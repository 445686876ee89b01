/**
 * The months that an extract covers, as month numbers (`year * 12 + month - 1`), both included.
 * What holds of a person month by month is one BIGINT with a bit for each month. Bit 0 is the month
 * before the first: a step up in the first month needs to know where the person stood before it.
 */
export interface Window {
	from: number;
	until: number;
}

/** Bits 0 to 60 of a BIGINT: the month before, and five years. */
export const MOST_MONTHS = 60;

/** The month that bit 0 stands for. */
export function leadOf(window: Window): number {
	return window.from - 1;
}

export function bitOf(window: Window, month: number): number {
	return month - leadOf(window);
}

export function monthsOf({ from, until }: Window): number[] {
	return Array.from({ length: until - from + 1 }, (_, index) => from + index);
}

/** Years of which the window holds at least one month. */
export function yearsOf({ from, until }: Window): number[] {
	const first = Math.floor(from / 12);
	return Array.from({ length: Math.floor(until / 12) - first + 1 }, (_, index) => first + index);
}

/** The bits of the year's months that the window covers; the month before it is never among them. */
export function yearBits(window: Window, year: number): bigint {
	const first = Math.max(year * 12, window.from);
	const last = Math.min(year * 12 + 11, window.until);
	return (1n << BigInt(bitOf(window, last) + 1)) - (1n << BigInt(bitOf(window, first)));
}

/** All bits, the month before included. */
export function allBits(window: Window): bigint {
	return (1n << BigInt(bitOf(window, window.until) + 1)) - 1n;
}
