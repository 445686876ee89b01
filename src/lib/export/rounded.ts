import { type Figure, boundsIn } from '$lib/model';

/** Digits of what was worked out: more than anything that is known, fewer than a division leaves. */
const DIGITS = 6;

/**
 * The value of a figure as a file has it: what others publish and whole numbers as they are, what was
 * worked out rounded to six digits.
 */
export function writtenValue({ value, state }: Figure): number | null {
	return value === null || !workedOut(state) || Number.isInteger(value) ? value : round(value);
}

/** The bounds of a figure likewise, rounded outwards, so that they hold. */
export function writtenBounds(figure: Figure): readonly [number, number] | null {
	const bounds = boundsIn(figure);
	return bounds && [outwards(bounds[0], -1), outwards(bounds[1], 1)];
}

function workedOut(state: Figure['state']): boolean {
	return state === 'computed' || state === 'demo';
}

function round(value: number): number {
	return Number(value.toPrecision(DIGITS));
}

function outwards(bound: number, way: -1 | 1): number {
	// What stands on a step but for the last bits of a double is not moved.
	const value = Number(bound.toPrecision(12));
	if (Number.isInteger(value)) return value;
	const rounded = round(value);
	if (rounded === value || rounded > value === way > 0) return rounded;
	const step = 10 ** (Math.floor(Math.log10(Math.abs(value))) - DIGITS + 1);
	return round(rounded + way * step);
}
