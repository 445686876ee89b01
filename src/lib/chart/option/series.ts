import type { LineSeriesOption, ScatterSeriesOption } from 'echarts/charts';
import { type Figure, type FigureState, isIncomplete } from '$lib/model';
import { comparable } from '../build/comparable';
import { beyondOf } from '../layout/beyond';
import type { Scale } from '../layout/scale';
import { middleOf } from '../layout/ticks';
import { markOf } from '../mark';
import type { LineSeries } from '../model';
import { markShapes } from './mark';
import type { Palette } from './palette';
import { type Shape, circle } from './shapes';
import { strokeOf } from './stroke';

/** Which pair of axes a series is drawn on. */
export interface Axes {
	xAxisIndex: number;
	yAxisIndex: number;
}

/** Whether a line breaks before one of its figures. */
export function breaksBefore({ breaks }: Pick<LineSeries, 'breaks'>, figure: Figure): boolean {
	return breaks?.includes(figure.period.start) ?? false;
}

/**
 * The line itself: a missing value is a gap (null), and so is one that is not believed; where the line
 * breaks between two values, a gap stands between them.
 */
export function lineOption(line: LineSeries, axes: Axes, id: string, palette: Palette) {
	const stroke = strokeOf(line, palette);
	return {
		...axes,
		id,
		type: 'line',
		silent: true,
		connectNulls: false,
		showSymbol: false,
		clip: false,
		z: stroke.z,
		lineStyle: { color: stroke.color, width: stroke.width, type: stroke.dash, cap: 'butt' },
		emphasis: { disabled: true },
		data: line.figures.flatMap((figure) => {
			const point = [middleOf(figure.period), comparable(figure)];
			return breaksBefore(line, figure) ? [[point[0] ?? 0, null], point] : [point];
		})
	} satisfies LineSeriesOption;
}

/** Dots at the end of a line and where a value stands between two gaps, but for what is marked. */
export function dotsOption(
	line: LineSeries,
	axes: Axes,
	id: string,
	states: readonly FigureState[],
	palette: Palette,
	size = 7
): ScatterSeriesOption {
	const stroke = strokeOf(line, palette);
	const values = line.figures.map(comparable);
	const last = values.findLastIndex((value) => value !== null);
	const data = line.figures.flatMap((figure, index) => {
		const value = values[index] ?? null;
		const next = line.figures[index + 1];
		const alone = (values[index - 1] ?? null) === null || breaksBefore(line, figure);
		const lone =
			alone && ((values[index + 1] ?? null) === null || (next && breaksBefore(line, next)));
		if (value === null || (index !== last && !lone)) return [];
		if (markOf(figure, states) !== null) return [];
		return [[middleOf(figure.period), value]];
	});
	return {
		...axes,
		id,
		type: 'scatter',
		silent: true,
		clip: false,
		z: stroke.z + 1,
		symbol: stroke.symbol,
		symbolSize: line.role === 'context' ? size - 2 : size,
		itemStyle: { color: stroke.color, opacity: 1 },
		emphasis: { disabled: true },
		data
	};
}

/** Half the side of a mark on a line, and of the ring about what is not complete. */
const MARK = 4;
const RING = 2.2;

/**
 * Marks of figures that are not plainly counted: hollow, so that none is taken for a dot. What is not
 * believed stands apart from the line, held at the edge of the scale, with an arrow where it is beyond.
 * @param at where a figure stands in the drawing
 */
export function lineMarks(
	line: LineSeries,
	at: (figure: Figure) => { x: number; y: number },
	scale: Pick<Scale, 'min' | 'max'>,
	states: readonly FigureState[],
	palette: Palette
): Shape[] {
	const { color } = strokeOf(line, palette);
	const marks = line.figures.flatMap((figure): Shape[] => {
		const mark = markOf(figure, states);
		if (mark === null) return [];
		const { x, y } = at(figure);
		const beyond = beyondOf(figure, scale);
		const shift = beyond === null ? 0 : beyond === 'above' ? MARK * 2 : -MARK * 2;
		const radius = mark === 'computed' ? MARK - 0.5 : MARK;
		return [
			...markShapes(mark, { x, y: y + shift, radius }, color, palette.paper),
			...(beyond ? markShapes(beyond, { x, y, radius: 3 }, color, palette.paper) : [])
		];
	});
	return [...rings(line, at, color, palette), ...marks];
}

/** Rings on what says less than it will, in one shape: a hollow bead each, wherever the line goes on. */
function rings(
	line: LineSeries,
	at: (figure: Figure) => { x: number; y: number },
	color: string,
	{ paper }: Palette
): Shape[] {
	const places = line.figures
		.filter((figure) => isIncomplete(figure) && comparable(figure) !== null)
		.map(at);
	if (places.length === 0) return [];
	const path = places.map(({ x, y }) => circle(x, y, RING)).join('');
	return [{ path, fill: paper, stroke: color }];
}

/** Leaves out series that have nothing to draw. */
export function drawn<Series extends { data?: unknown }>(series: readonly Series[]): Series[] {
	return series.filter(({ data }) => !Array.isArray(data) || data.length > 0);
}
