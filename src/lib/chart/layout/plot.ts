import { type Scale, project } from './scale';

/** Edges of the part of a drawing that holds the marks, in pixels. */
export interface Plot {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** Air between the value axis and the first point. */
const INDENT = 6;

/** Time (in milliseconds) and value to pixels. */
export function rulers(
	plot: Plot,
	time: readonly [number, number],
	{ min, max }: Pick<Scale, 'min' | 'max'>
): { x: (at: number) => number; y: (value: number) => number } {
	return {
		x: (at) => project(at, time, [plot.left + INDENT, plot.right]),
		y: (value) => project(value, [min, max], [plot.bottom, plot.top])
	};
}
