import type { Spot } from '../model';

type Project = (spot: Spot) => readonly [x: number, y: number];

/** Lines in degrees as a path in pixels, as short as a drawing needs it. */
export function pathOf(
	lines: readonly (readonly Spot[])[],
	project: Project,
	end: 'z' | ''
): string {
	return lines.map((line) => lineOf(line, project, end)).join('');
}

function lineOf(line: readonly Spot[], project: Project, end: 'z' | ''): string {
	let path = '';
	let last = '';
	for (const spot of line) {
		const at = project(spot).map(px).join(' ');
		// What falls together at a tenth of a pixel is one corner.
		if (at === last) continue;
		path += (path === '' ? 'M' : 'L') + at;
		last = at;
	}
	return path + end;
}

function px(value: number): number {
	return Math.round(value * 10) / 10;
}
