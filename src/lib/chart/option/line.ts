import { type LineLayout, layoutLine } from '../layout/line';
import { project } from '../layout/scale';
import { type Size, fontSize } from '../layout/size';
import type { LineModel } from '../model';
import { gridOption, hiddenAxis } from './axes';
import type { ChartOption } from './option';
import type { Palette } from './palette';
import { absences, boundBands } from './bounds';
import { dotsOption, drawn, lineMarks, lineOption } from './series';
import { type Shape, segment, shapeSeries } from './shapes';
import { strokeOf } from './stroke';

export function lineChart(model: LineModel, size: Size, palette: Palette): ChartOption {
	const layout = layoutLine(model, size);
	const { plot, time, scale } = layout;
	const font = fontSize(size.width);
	const axes = { xAxisIndex: 0, yAxisIndex: 0 };
	const lines = model.series.flatMap((line) => [
		lineOption(line, axes, `line-${line.key}`, palette),
		dotsOption(line, axes, `dots-${line.key}`, model.states, palette)
	]);
	const marks = model.series.flatMap((line) =>
		lineMarks(line, layout.at, scale, model.states, palette)
	);
	return {
		grid: [gridOption({ ...plot, left: plot.left + 6 }, size)],
		xAxis: [hiddenAxis(time)],
		yAxis: [hiddenAxis([scale.min, scale.max])],
		series: [
			shapeSeries('frame', frame(layout, font, palette), 1),
			shapeSeries('annotations', annotations(model, layout, font, palette), 2),
			shapeSeries('bounds', boundBands(model, layout, palette), 2),
			...drawn(lines),
			shapeSeries('marks', marks, 8),
			shapeSeries('absences', absences(model, layout, palette), 8),
			shapeSeries('labels', labels(layout, font, palette), 9)
		]
	};
}

/** Gridlines and the words of both axes; the lowest line stands out. */
function frame({ plot, valueTicks, timeTicks }: LineLayout, size: number, palette: Palette) {
	const inner = valueTicks.filter(({ y }) => Math.abs(y - plot.bottom) > 1);
	const across = inner.map(({ y }) => segment(plot.left, y, plot.right, y));
	const marks = timeTicks.map(({ x }) => segment(x, plot.bottom, x, plot.bottom + 4));
	const base = segment(plot.left, plot.bottom, plot.right, plot.bottom);
	const shapes: Shape[] = [
		{ path: across.join(''), stroke: palette.grid },
		{ path: base + marks.join(''), stroke: palette.grey }
	];
	for (const { y, label } of valueTicks)
		shapes.push({
			text: label,
			x: plot.left - 6,
			y,
			size,
			fill: palette.inkSoft,
			align: 'right'
		});
	for (const { x, label } of timeTicks)
		shapes.push({
			text: label,
			x,
			y: plot.bottom + 15,
			size,
			fill: palette.inkSoft,
			align: 'center'
		});
	return shapes;
}

/** Breaks and policies: an upright line with its words above the plot, each on its own height. */
function annotations(
	model: LineModel,
	{ plot, time }: LineLayout,
	size: number,
	palette: Palette
): Shape[] {
	return model.annotations.flatMap(({ date, label, kind }, index): Shape[] => {
		const x = project(Date.parse(date), time, [plot.left + 6, plot.right]);
		const y = 9 + index * 18;
		const right = x > (plot.left + plot.right) / 2;
		return [
			{
				path: segment(x, y - 8, x, plot.bottom),
				stroke: palette.inkSoft,
				...(kind === 'break' ? { dash: [2, 3] } : {})
			},
			{
				text: label,
				x: right ? x - 5 : x + 5,
				y,
				size,
				fill: palette.inkSoft,
				align: right ? 'right' : 'left',
				halo: palette.paper
			}
		];
	});
}

/** Names of the lines, with a thin line to the end that a name had to leave. */
function labels({ labels: placed }: LineLayout, size: number, palette: Palette): Shape[] {
	return placed.flatMap(({ series, x, y, lines, align, leader }) => {
		const { color } = strokeOf(series, palette);
		const named = lines.map((text, index): Shape => ({
			text,
			x,
			y: y + (index - (lines.length - 1) / 2) * (size + 2),
			size,
			align,
			fill: series.role === 'context' ? palette.inkSoft : color,
			bold: series.role === 'chosen',
			halo: palette.paper
		}));
		if (leader === null) return named;
		return [{ path: segment(...leader), stroke: color, width: 0.75 }, ...named];
	});
}
