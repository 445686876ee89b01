import type { BarSeriesOption, ScatterSeriesOption } from 'echarts/charts';
import { isImplausible } from '$lib/model';
import { drawable } from '../build/point';
import { comparable } from '../build/comparable';
import { isRinged } from '../build/ring-notes';
import { MARK_ROOM, barWords } from '../layout/bars';
import { beyondOf } from '../layout/beyond';
import { type PairsLayout, layoutPairs } from '../layout/pairs';
import type { LegendItem } from '../layout/pairs-legend';
import { type Size, fontSize } from '../layout/size';
import { textWidth } from '../layout/text';
import { markOf } from '../mark';
import type { Pair, PairsModel } from '../model';
import { gridOption, hiddenAxis } from './axes';
import { barDatum, barMark } from './bars';
import { markShapes } from './mark';
import { fit, fitNames } from './multiples';
import type { ChartOption } from './option';
import type { Palette } from './palette';
import { type Shape, box, circle, segment, shapeSeries } from './shapes';

export function pairsChart(model: PairsModel, size: Size, palette: Palette): ChartOption {
	const layout = layoutPairs(model, size);
	const { plot, scale } = layout;
	const font = fontSize(size.width);
	const bars = model.look === 'bars';
	return {
		grid: [gridOption(plot, size)],
		xAxis: [hiddenAxis([scale.min, scale.max])],
		yAxis: [
			{ type: 'category', show: false, inverse: true, data: model.pairs.map(({ key }) => key) }
		],
		series: [
			shapeSeries('frame', frame(model, layout, font, palette), 1),
			...(bars
				? [barsOf(model, 'before', palette), barsOf(model, 'after', palette)]
				: [dotsOf(model, 'before', palette), dotsOf(model, 'after', palette)]),
			shapeSeries('rings', bars ? [] : rings(model, layout, palette), 5),
			shapeSeries('marks', bars ? [] : marks(model, layout, palette), 5),
			shapeSeries('words', words(model, layout, font, palette), 5)
		]
	};
}

function colorOf(pair: Pair, which: 'before' | 'after', palette: Palette): string {
	if (which === 'before') return palette.grey;
	return pair.chosen ? palette.accent : palette.ink;
}

function dotsOf(
	model: PairsModel,
	which: 'before' | 'after',
	palette: Palette
): ScatterSeriesOption {
	return {
		id: which,
		type: 'scatter',
		silent: true,
		clip: false,
		z: which === 'before' ? 3 : 4,
		symbolSize: 9,
		emphasis: { disabled: true },
		data: model.pairs.flatMap((pair, row) => {
			const value = drawable(pair[which]);
			if (value === null) return [];
			const borderColor = pair.chosen ? palette.accent : palette.ink;
			const hollow = { color: palette.paper, borderColor, borderWidth: 1.5, opacity: 1 };
			const full = { color: colorOf(pair, which, palette), opacity: 1 };
			// Not believed: a mark in place of the dot, joined to nothing.
			if (isImplausible(pair[which].flag)) return [];
			return [{ value: [value, row], itemStyle: which === 'before' ? hollow : full }];
		})
	};
}

function barsOf(model: PairsModel, which: 'before' | 'after', palette: Palette): BarSeriesOption {
	const scaleMax = Math.max(
		0,
		...model.pairs.flatMap(({ before, after }) => [comparable(before) ?? 0, comparable(after) ?? 0])
	);
	return {
		id: which,
		type: 'bar',
		silent: true,
		clip: false,
		barWidth: '32%',
		barGap: '12%',
		z: 3,
		emphasis: { disabled: true },
		data: model.pairs.map((pair) => {
			const datum = barDatum({ ...pair, figure: pair[which] }, scaleMax, palette);
			const color = which === 'before' ? palette.grey : palette.accent;
			return 'itemStyle' in datum && !isImplausible(pair[which].flag)
				? { ...datum, itemStyle: { color } }
				: datum;
		})
	};
}

/** Gridlines, names of the rows, the line that joins two dots, and what the two marks mean. */
function frame(model: PairsModel, layout: PairsLayout, size: number, palette: Palette): Shape[] {
	const { plot, valueTicks, places, labelWidth } = layout;
	const [zero, ...rest] = valueTicks.map(({ x }) => segment(x, plot.top, x, plot.bottom));
	const shapes: Shape[] = [
		{ path: rest.join(''), stroke: palette.grid },
		{ path: zero ?? '', stroke: palette.grey },
		...legend(model.look, layout.legend, size, palette)
	];
	for (const { x, label } of valueTicks)
		shapes.push({
			text: label,
			x,
			y: plot.bottom + 14,
			size,
			fill: palette.inkSoft,
			align: 'center'
		});
	const names = fitNames(model.pairs, labelWidth + 4, size);
	for (const [index, pair] of model.pairs.entries()) {
		const before = places.get(`${pair.key}|before`);
		const after = places.get(`${pair.key}|after`);
		if (!before || !after) continue;
		const joined = comparable(pair.before) !== null && comparable(pair.after) !== null;
		if (model.look === 'dots' && joined)
			shapes.push({
				path: segment(before.x, before.y, after.x, after.y),
				stroke: pair.chosen ? palette.accent : palette.grey,
				width: 2
			});
		shapes.push({
			text: names[index] ?? '',
			x: plot.left - 10,
			y: (before.y + after.y) / 2,
			size,
			align: 'right',
			bold: pair.chosen,
			fill: pair.chosen ? palette.accent : palette.ink
		});
	}
	return shapes;
}

function legend(
	look: PairsModel['look'],
	items: readonly LegendItem[],
	size: number,
	palette: Palette
): Shape[] {
	return items.flatMap(({ which, x, y, lines }): Shape[] => {
		const first = which === 'before';
		const mark: Shape =
			look === 'bars'
				? { path: box(x - 5, y - 5, 10, 10), fill: first ? palette.grey : palette.accent }
				: first
					? { path: circle(x, y, 4.5), fill: palette.paper, stroke: palette.ink, width: 1.5 }
					: { path: circle(x, y, 4.5), fill: palette.ink };
		return [mark, ...lines.map((line): Shape => ({ ...line, size, fill: palette.ink }))];
	});
}

/** Radius of the ring about a dot, clear of the dot itself. */
const RING = 7.5;

/** A ring about what is not complete: a hollow dot is only the earlier of the two. */
function rings(model: PairsModel, { places }: PairsLayout, { ink, accent }: Palette): Shape[] {
	return model.pairs.flatMap((pair) =>
		(['before', 'after'] as const).flatMap((which): Shape[] => {
			const place = places.get(`${pair.key}|${which}`);
			if (!place || !isRinged(pair[which])) return [];
			return [{ path: circle(place.x, place.y, RING), stroke: pair.chosen ? accent : ink }];
		})
	);
}

/**
 * Marks of dots: above a dot, which says by its own look whether it is the first or the second; in its
 * place, held at the edge of the scale, where the value is not believed.
 */
function marks(
	model: PairsModel,
	{ places, scale }: PairsLayout,
	{ ink, paper }: Palette
): Shape[] {
	return model.pairs.flatMap((pair) =>
		(['before', 'after'] as const).flatMap((which): Shape[] => {
			const mark = markOf(pair[which], model.states);
			const place = places.get(`${pair.key}|${which}`);
			if (mark === null || !place) return [];
			if (mark !== 'implausible')
				return markShapes(mark, { x: place.x, y: place.y - 8.5, radius: 2.5 }, ink, paper);
			const beyond = beyondOf(pair[which], scale);
			return [
				...markShapes(mark, { ...place, radius: 4 }, ink, paper),
				...(beyond ? markShapes(beyond, { x: place.x, y: place.y - 8, radius: 3 }, ink, paper) : [])
			];
		})
	);
}

function words(
	model: PairsModel,
	{ places, plot }: PairsLayout,
	size: number,
	palette: Palette
): Shape[] {
	return model.pairs.flatMap((pair) =>
		(['before', 'after'] as const).flatMap((which): Shape[] => {
			const place = places.get(`${pair.key}|${which}`);
			if (!place) return [];
			const there = drawable(pair[which]) !== null;
			const mark = markOf(pair[which], model.states);
			const text = barWords(pair[which], model.locale);
			const begin = (there ? place.x : plot.left) + 6;
			// The earlier is not there: its words stand clear of the dot of the later.
			const other = places.get(`${pair.key}|${which === 'before' ? 'after' : 'before'}`);
			const past = model.look === 'dots' && other && begin + textWidth(text, size) > other.x - RING;
			const x = past ? other.x + RING + 4 : begin;
			// Dots are read on the scale; only where there is none is it said in words.
			if (model.look === 'dots' && (there || (which === 'after' && drawable(pair.before) === null)))
				return [];
			return [
				...(mark ? barMark(mark, x, place.y, palette) : []),
				{
					text: past ? fit(text, plot.right - x, size) : text,
					x: mark ? x + MARK_ROOM : x,
					y: place.y,
					size,
					fill: there ? palette.ink : palette.inkSoft
				}
			];
		})
	);
}
