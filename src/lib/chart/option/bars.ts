import type { BarSeriesOption } from 'echarts/charts';
import { formatAmount } from '$lib/i18n/format';
import { isImplausible } from '$lib/model';
import { drawable } from '../build/point';
import { type BarsLayout, MARK_ROOM, layoutBars } from '../layout/bars';
import { project } from '../layout/scale';
import { type Size, fontSize, shortLabel, textWidth } from '../layout/size';
import type { Bar, BarsModel } from '../model';
import { type MarkKind, markOf } from '../mark';
import { gridOption, hiddenAxis } from './axes';
import { markShapes } from './mark';
import { fit } from './multiples';
import type { ChartOption } from './option';
import type { Palette } from './palette';
import { type Shape, segment, shapeSeries } from './shapes';

export function barsChart(model: BarsModel, size: Size, palette: Palette): ChartOption {
	const layout = layoutBars(model, size);
	const { plot, scale } = layout;
	const font = fontSize(size.width);
	const series: BarSeriesOption = {
		id: 'bars',
		type: 'bar',
		silent: true,
		clip: false,
		barWidth: '62%',
		z: 3,
		emphasis: { disabled: true },
		data: model.bars.map((bar) => barDatum(bar, scale.max, palette))
	};
	return {
		grid: [gridOption(plot, size)],
		xAxis: [hiddenAxis([scale.min, scale.max])],
		yAxis: [
			{ type: 'category', show: false, inverse: true, data: model.bars.map(({ key }) => key) }
		],
		series: [
			shapeSeries('base', base(layout, palette), 2),
			series,
			shapeSeries('reference', reference(model, layout, font, palette), 4),
			shapeSeries('words', words(model, layout, font, palette), 5)
		]
	};
}

/** A bar from zero; hollow and held at the edge where it is not believed; none where no value is. */
export function barDatum(
	bar: Pick<Bar, 'figure' | 'chosen' | 'key'>,
	max: number,
	palette: Palette
) {
	const value = drawable(bar.figure);
	const color = bar.chosen ? palette.accent : palette.grey;
	if (value === null) return { name: bar.key, value: null };
	if (isImplausible(bar.figure.flag))
		return {
			name: bar.key,
			value: Math.min(value, max),
			itemStyle: {
				color: 'none',
				borderColor: color,
				borderWidth: 1,
				borderType: [3, 2]
			}
		};
	return { name: bar.key, value, itemStyle: { color } };
}

/** Where all bars begin. */
function base({ plot, scale }: BarsLayout, palette: Palette): Shape[] {
	const x = project(0, [scale.min, scale.max], [plot.left, plot.right]);
	return [{ path: segment(x, plot.top, x, plot.bottom), stroke: palette.inkSoft }];
}

function words(model: BarsModel, layout: BarsLayout, size: number, palette: Palette): Shape[] {
	const { plot, words: ends, labelWidth, places } = layout;
	return model.bars.flatMap((bar, index): Shape[] => {
		const place = places.get(bar.key);
		if (!place) return [];
		const there = drawable(bar.figure) !== null;
		const mark = markOf(bar.figure, model.states);
		const x = endOf(bar, layout) + 5;
		return [
			{
				text: fit(shortLabel(bar.label), labelWidth + 4, size, bar.chosen),
				x: plot.left - 8,
				y: place.y,
				size,
				align: 'right',
				bold: bar.chosen,
				fill: bar.chosen ? palette.accent : palette.ink
			},
			...(mark ? barMark(mark, x, place.y, palette) : []),
			{
				text: ends[index] ?? '',
				x: mark ? x + MARK_ROOM : x,
				y: place.y,
				size,
				bold: bar.chosen,
				fill: there ? palette.ink : palette.inkSoft,
				...(model.reference ? { halo: palette.paper } : {})
			}
		];
	});
}

/** The mark of a figure's kind, before the words at a bar's end. */
export function barMark(mark: MarkKind, x: number, y: number, palette: Palette): Shape[] {
	return markShapes(mark, { x: x + 4, y, radius: 4 }, palette.ink, palette.paper);
}

/** Where a bar ends and its words begin; where all begin, if there is none. */
function endOf(bar: Bar, { plot, scale, places }: BarsLayout): number {
	const zero = project(0, [scale.min, scale.max], [plot.left, plot.right]);
	if (drawable(bar.figure) === null) return zero;
	return Math.max(places.get(bar.key)?.x ?? zero, zero);
}

/** The value that the bars are measured against, with its name above. */
function reference(model: BarsModel, layout: BarsLayout, size: number, palette: Palette): Shape[] {
	const { plot, scale } = layout;
	const value = model.reference ? drawable(model.reference.figure) : null;
	if (!model.reference || value === null) return [];
	const x = project(value, [scale.min, scale.max], [plot.left, plot.right]);
	const right = x > (plot.left + plot.right) / 2;
	const amount = formatAmount(value, model.reference.figure.unit, model.locale);
	return [
		{ path: upright(model, layout, x, size), stroke: palette.ink, dash: [4, 3] },
		{
			text: `${model.reference.label}: ${amount}`,
			x: right ? x + 4 : x - 4,
			y: 10,
			size,
			fill: palette.ink,
			align: right ? 'right' : 'left'
		}
	];
}

/** A line down the rows, broken where a bar's words stand. */
function upright(model: BarsModel, layout: BarsLayout, x: number, size: number): string {
	const { plot, words: ends, places } = layout;
	const row = (plot.bottom - plot.top) / Math.max(1, model.bars.length);
	const parts: string[] = [];
	let from = 20;
	model.bars.forEach((bar, index) => {
		const start = endOf(bar, layout);
		const mark = markOf(bar.figure, model.states) === null ? 0 : MARK_ROOM;
		const end = start + 5 + mark + textWidth(ends[index] ?? '', size, bar.chosen);
		if (x < start + 1 || x > end + 3) return;
		const middle = places.get(bar.key)?.y ?? 0;
		parts.push(segment(x, from, x, middle - row / 2 + 3));
		from = middle + row / 2 - 3;
	});
	return [...parts, segment(x, from, x, plot.bottom)].join('');
}
