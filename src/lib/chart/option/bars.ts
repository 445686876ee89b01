import type { BarSeriesOption } from 'echarts/charts';
import { formatAmount } from '$lib/i18n/format';
import { isImplausible } from '$lib/model';
import { drawable } from '../build/point';
import { type BarsLayout, layoutBars } from '../layout/bars';
import { project } from '../layout/scale';
import { type Size, fontSize, shortLabel, textWidth } from '../layout/size';
import type { Bar, BarsModel } from '../model';
import { gridOption, hiddenAxis } from './axes';
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

function words(
	model: BarsModel,
	{ plot, scale, words: ends, labelWidth, places }: BarsLayout,
	size: number,
	palette: Palette
): Shape[] {
	const pixels = (value: number) => project(value, [scale.min, scale.max], [plot.left, plot.right]);
	const zero = pixels(0);
	const measure = model.reference ? drawable(model.reference.figure) : null;
	const across = measure === null ? null : pixels(measure);
	return model.bars.flatMap((bar, index): Shape[] => {
		const place = places.get(bar.key);
		if (!place) return [];
		const there = drawable(bar.figure) !== null;
		const x = (there ? Math.max(place.x, zero) : zero) + 5;
		const end = x + textWidth(ends[index] ?? '', size);
		const crossed = across !== null && x < across + 2 && end > across - 2;
		return [
			{
				text: fit(shortLabel(bar.label), labelWidth + 4, size),
				x: plot.left - 8,
				y: place.y,
				size,
				align: 'right',
				bold: bar.chosen,
				fill: bar.chosen ? palette.accent : palette.ink
			},
			{
				text: ends[index] ?? '',
				x,
				y: place.y,
				size,
				bold: bar.chosen,
				fill: there ? palette.ink : palette.inkSoft,
				...(crossed ? { halo: palette.paper } : {})
			}
		];
	});
}

/** The value that the bars are measured against, with its name above. */
function reference(
	model: BarsModel,
	{ plot, scale }: BarsLayout,
	size: number,
	palette: Palette
): Shape[] {
	const value = model.reference ? drawable(model.reference.figure) : null;
	if (!model.reference || value === null) return [];
	const x = project(value, [scale.min, scale.max], [plot.left, plot.right]);
	const right = x > (plot.left + plot.right) / 2;
	const amount = formatAmount(value, model.reference.figure.unit, model.locale);
	return [
		{ path: segment(x, 20, x, plot.bottom), stroke: palette.ink, dash: [4, 3] },
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
