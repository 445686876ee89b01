import type { BarSeriesOption } from 'echarts/charts';
import { formatAmount } from '$lib/i18n/format';
import { boundsIn, isImplausible } from '$lib/model';
import { rankWords } from '../build/bars';
import { drawable, numberOptions } from '../build/point';
import { isRinged } from '../build/ring-notes';
import { type BarsLayout, MARK_ROOM, drawnBounds, layoutBars } from '../layout/bars';
import { project } from '../layout/scale';
import { type Size, fontSize } from '../layout/size';
import { textWidth } from '../layout/text';
import type { Bar, BarsModel } from '../model';
import { type MarkKind, markOf } from '../mark';
import { gridOption, hiddenAxis } from './axes';
import { markShapes } from './mark';
import { fit, fitNames } from './multiples';
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
			shapeSeries('bounds', whiskers(model, layout, palette), 4),
			shapeSeries('reference', reference(model, layout, font, palette), 4),
			shapeSeries('ranks', ranks(model, layout, font, palette), 5),
			shapeSeries('words', words(model, layout, font, palette), 5)
		]
	};
}

/**
 * A bar from zero; hollow where lists of some districts had not come; hollow, dashed and held at the edge
 * where it is not believed; none where no value is.
 */
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
	if (isRinged(bar.figure))
		return {
			name: bar.key,
			value,
			itemStyle: { color: palette.paper, borderColor: color, borderWidth: 1.5 }
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
	const names = fitNames(model.bars, labelWidth + 4, size);
	return model.bars.flatMap((bar, index): Shape[] => {
		const place = places.get(bar.key);
		if (!place) return [];
		const there = drawable(bar.figure) !== null;
		const mark = markOf(bar.figure, model.states);
		const text = ends[index] ?? '';
		const bounded = !there && boundsIn(bar.figure) !== null;
		// What is said of a withheld rate is long: it may stand over its own dotted line.
		const edge = bar.ranks === null ? layout.width : layout.edge;
		const last = edge - textWidth(text, size, bar.chosen) - 2;
		const begin = plot.left + 3;
		const x = Math.min(endOf(bar, layout) + 5, bounded ? Math.max(last, begin) : Infinity);
		return [
			{
				text: names[index] ?? '',
				x: plot.left - 8,
				y: place.y,
				size,
				align: 'right',
				bold: bar.chosen,
				fill: bar.chosen ? palette.accent : palette.ink
			},
			...(mark ? barMark(mark, x, place.y, palette) : []),
			{
				// Words of a state may be longer than a phone is wide; the table has them whole.
				text: there || bounded ? text : fit(text, edge - x - 2, size),
				x: mark ? x + MARK_ROOM : x,
				y: place.y,
				size,
				bold: bar.chosen,
				fill: there ? palette.ink : palette.inkSoft,
				...(model.reference || bounded ? { halo: palette.paper } : {})
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
	const at = (value: number) => project(value, [scale.min, scale.max], [plot.left, plot.right]);
	const zero = at(0);
	const reach = Math.max(zero, at(drawnBounds(bar.figure)?.[1] ?? 0));
	if (drawable(bar.figure) === null) return reach;
	return Math.max(places.get(bar.key)?.x ?? zero, reach);
}

/** Half the height of a whisker's ends, in pixels. */
const END = 3.5;

/** Between which values the true one lies: a line with two ends; dotted where there is no value. */
function whiskers(model: BarsModel, layout: BarsLayout, palette: Palette): Shape[] {
	const { plot, scale, places } = layout;
	return model.bars.flatMap(({ key, figure }): Shape[] => {
		const bounds = drawnBounds(figure);
		const y = places.get(key)?.y;
		if (bounds === null || y === undefined) return [];
		const [low, high] = bounds.map((value) =>
			project(value, [scale.min, scale.max], [plot.left, plot.right])
		) as [number, number];
		// Ends that fall together on this scale would be a blot that says nothing.
		if (high - low < 2) return [];
		const ends = [low, high].map((x) => segment(x, y - END, x, y + END)).join('');
		const dotted = drawable(figure) === null ? { dash: [1, 2] } : {};
		return [
			{ path: segment(low, y, high, y), stroke: palette.ink, width: 1.25, ...dotted },
			{ path: ends, stroke: palette.ink, width: 1.25 }
		];
	});
}

/** The ranks that chance allows, in a column of their own at the right edge. */
function ranks(model: BarsModel, layout: BarsLayout, size: number, palette: Palette): Shape[] {
	const column = layout.ranks;
	if (column === null) return [];
	const at = { x: column.right, size, align: 'right' as const, fill: palette.inkSoft };
	return [
		{ ...at, text: column.head, y: 10 },
		...model.bars.flatMap((bar): Shape[] => {
			const place = layout.places.get(bar.key);
			if (!place || bar.ranks === null) return [];
			return [{ ...at, text: rankWords(bar.ranks), y: place.y, bold: bar.chosen }];
		})
	];
}

/** The value that the bars are measured against, with its name above. */
function reference(model: BarsModel, layout: BarsLayout, size: number, palette: Palette): Shape[] {
	const { plot, scale } = layout;
	const value = model.reference ? drawable(model.reference.figure) : null;
	if (!model.reference || value === null) return [];
	const x = project(value, [scale.min, scale.max], [plot.left, plot.right]);
	const right = x > (plot.left + plot.right) / 2;
	const { figure } = model.reference;
	const amount = formatAmount(value, figure.unit, model.locale, numberOptions(figure));
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
