import type { LineSeriesOption, ScatterSeriesOption } from 'echarts/charts';
import { isImplausible } from '$lib/model';
import { drawable } from '../build/point';
import { comparable } from '../build/summary';
import type { Scale } from '../layout/scale';
import { middleOf } from '../layout/ticks';
import type { LineSeries } from '../model';
import type { Palette } from './palette';
import { strokeOf } from './stroke';

/** Which pair of axes a series is drawn on. */
export interface Axes {
	xAxisIndex: number;
	yAxisIndex: number;
}

/** The line itself: a missing value is a gap (null), and so is one that is not believed. */
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
		data: line.figures.map((figure) => [middleOf(figure.period), comparable(figure)])
	} satisfies LineSeriesOption;
}

/** Dots at the end of a line and where a value stands between two gaps. */
export function dotsOption(
	line: LineSeries,
	axes: Axes,
	id: string,
	palette: Palette,
	size = 7
): ScatterSeriesOption {
	const stroke = strokeOf(line, palette);
	const values = line.figures.map(comparable);
	const last = values.findLastIndex((value) => value !== null);
	const data = line.figures.flatMap((figure, index) => {
		const value = values[index] ?? null;
		const lone = (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null;
		if (value === null || (index !== last && !lone)) return [];
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

/** Implausible values: hollow, apart from the line, held at the edge of the scale. */
export function doubtedOption(
	line: LineSeries,
	axes: Axes,
	id: string,
	scale: Scale,
	palette: Palette
): ScatterSeriesOption {
	const stroke = strokeOf(line, palette);
	const data = line.figures.flatMap((figure) => {
		const value = drawable(figure);
		if (value === null || !isImplausible(figure.flag)) return [];
		const beyond = value > scale.max;
		return [
			{
				value: [middleOf(figure.period), Math.min(scale.max, Math.max(scale.min, value))],
				symbol: beyond ? 'triangle' : 'diamond'
			}
		];
	});
	return {
		...axes,
		id,
		type: 'scatter',
		silent: true,
		clip: false,
		z: stroke.z + 2,
		symbolSize: 10,
		itemStyle: { color: palette.paper, borderColor: stroke.color, borderWidth: 1.5, opacity: 1 },
		emphasis: { disabled: true },
		data
	};
}

/** Leaves out series that have nothing to draw. */
export function drawn<Series extends { data?: unknown }>(series: readonly Series[]): Series[] {
	return series.filter(({ data }) => !Array.isArray(data) || data.length > 0);
}
