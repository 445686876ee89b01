import { drawable } from '../build/point';
import type { ScatterMark, ScatterModel } from '../model-scatter';
import { type AxisNames, axisNames } from './axis-names';
import { type NamedMark, nameMarks } from './mark-names';
import type { Plot } from './plot';
import { type Scale, niceScale, project } from './scale';
import { type Place, type Size, fontSize, isPhone } from './size';
import { textWidth } from './text';
import { tickWords } from './ticks';

export interface ScatterLayout {
	plot: Plot;
	names: AxisNames;
	upTicks: { y: number; label: string }[];
	acrossTicks: { x: number; label: string }[];
	/** Radius of a point: many are small. */
	radius: number;
	/** Names of the outermost points, where there is room. */
	named: readonly NamedMark<ScatterMark>[];
	places: Map<string, Place>;
}

/** With more points than these no name finds room that would not hide others. */
const MOST_NAMED = 600;

/** Of one model the last layout: a pointer asks for it at every step, and of thousands of points. */
const LAST = new WeakMap<ScatterModel, { size: Size; layout: ScatterLayout }>();

export function layoutScatter(model: ScatterModel, size: Size): ScatterLayout {
	const last = LAST.get(model);
	if (last && last.size.width === size.width && last.size.height === size.height)
		return last.layout;
	const layout = place(model, size);
	LAST.set(model, { size, layout });
	return layout;
}

function place(model: ScatterModel, { width, height }: Size): ScatterLayout {
	const { axes, locale, marks } = model;
	const font = fontSize(width);
	const names = axisNames(axes, width);
	const radius = marks.length > MOST_NAMED ? 2 : marks.length > 60 ? 3 : 4;
	const up = scaleOf(marks.map((mark) => valueOf(mark, 'up')));
	const across = scaleOf(
		marks.map((mark) => valueOf(mark, 'across')),
		isPhone(width) ? 2 : 4
	);
	const upWords = tickWords(up.ticks, axes.up.unit, locale);
	const acrossWords = tickWords(across.ticks, axes.across.unit, locale);
	const plot: Plot = {
		left: Math.max(...upWords.map((text) => textWidth(text, font))) + 14,
		top: names.up.length * names.line + 12,
		right: width - Math.max(10, textWidth(acrossWords.at(-1) ?? '', font) / 2),
		bottom: height - names.across.length * names.line - 24
	};
	const x = (value: number) => project(value, [across.min, across.max], [plot.left, plot.right]);
	const y = (value: number) => project(value, [up.min, up.max], [plot.bottom, plot.top]);
	const places = new Map(
		marks.map((mark): [string, Place] => [
			mark.key,
			{ x: x(valueOf(mark, 'across')), y: y(valueOf(mark, 'up')), radius: radius + 4 }
		])
	);
	return {
		plot,
		names,
		radius,
		places,
		upTicks: up.ticks.map((tick, index) => ({ y: y(tick), label: upWords[index] ?? '' })),
		acrossTicks: across.ticks.map((tick, index) => ({
			x: x(tick),
			label: acrossWords[index] ?? ''
		})),
		named: nameMarks(wantNames(model, places, plot), places, {
			font,
			plot: { ...plot, right: width }
		})
	};
}

function valueOf(mark: ScatterMark, side: 'across' | 'up'): number {
	return drawable(mark[side]) ?? 0;
}

/** Zero is shown where that costs the points no more than a third of the room. */
function scaleOf(values: readonly number[], count = 4): Scale {
	let [low, high] = [Infinity, -Infinity];
	for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
	return niceScale(values, low >= 0 && low <= high / 3, count);
}

/** The outermost first: whoever lies in the crowd is found by pointer, keys and table. */
function wantNames(
	{ marks, named }: ScatterModel,
	places: ReadonlyMap<string, Place>,
	plot: Plot
): readonly ScatterMark[] {
	if (!named || marks.length > MOST_NAMED) return [];
	const at = marks.map((mark) => ({ mark, ...(places.get(mark.key) ?? { x: 0, y: 0 }) }));
	const [middleX, middleY] = [mean(at.map(({ x }) => x)), mean(at.map(({ y }) => y))];
	const [wide, high] = [plot.right - plot.left, plot.bottom - plot.top];
	const away = ({ x, y }: { x: number; y: number }) =>
		Math.hypot((x - middleX) / wide, (y - middleY) / high);
	const most = Math.max(4, Math.round(wide / 45));
	return at
		.sort((a, b) => away(b) - away(a))
		.slice(0, most)
		.map(({ mark }) => mark);
}

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
