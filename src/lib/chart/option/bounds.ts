import { boundsIn, isBounded } from '$lib/model';
import { drawable } from '../build/point';
import type { LineLayout } from '../layout/line';
import { project } from '../layout/scale';
import type { LineModel, LineSeries } from '../model';
import { markShapes } from './mark';
import type { Palette } from './palette';
import type { Shape } from './shapes';
import { breaksBefore } from './series';
import { strokeOf } from './stroke';

/** Bounds of a line's figures as a thin band about it, broken where the line is. */
export function boundBands(model: LineModel, layout: LineLayout, palette: Palette): Shape[] {
	return model.series.flatMap((line) => {
		const { color } = strokeOf(line, palette);
		return runsOf(line, layout).map((run) => ({
			path: `M${[
				...run.map(({ x, low }) => [x, low]),
				...run.reverse().map(({ x, high }) => [x, high])
			]
				.map(([x = 0, y = 0]) => `${px(x)} ${px(y)}`)
				.join('L')}z`,
			fill: color,
			opacity: 0.16
		}));
	});
}

interface Edge {
	x: number;
	low: number;
	high: number;
}

function runsOf({ figures, breaks = [] }: LineSeries, { at, plot, scale }: LineLayout): Edge[][] {
	const y = (value: number) => project(value, [scale.min, scale.max], [plot.bottom, plot.top]);
	const runs: Edge[][] = [[]];
	for (const figure of figures) {
		const bounds = boundsIn(figure);
		if (breaksBefore({ breaks }, figure)) runs.push([]);
		if (bounds === null || drawable(figure) === null) runs.push([]);
		else runs.at(-1)?.push({ x: at(figure).x, low: y(bounds[0]), high: y(bounds[1]) });
	}
	return runs.filter((run) => run.length > 1);
}

/** Months of which a protected line has nothing: the mark of why, on the base line. */
export function absences(model: LineModel, layout: LineLayout, palette: Palette): Shape[] {
	const few = model.series.length <= 6;
	return model.series.flatMap((line) => {
		if (!few && line.role === 'context') return [];
		const { color } = strokeOf(line, palette);
		return line.figures
			.filter((figure) => isBounded(figure) && drawable(figure) === null)
			.flatMap((figure) => {
				const place = { x: layout.at(figure).x, y: layout.plot.bottom - 6, radius: 3.5 };
				return markShapes(figure.state, place, color, palette.paper);
			});
	});
}

function px(value: number): string {
	return String(Math.round(value * 10) / 10);
}
