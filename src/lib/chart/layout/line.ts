import { type Figure, isImplausible } from '$lib/model';
import { comparable } from '../build/summary';
import { drawable } from '../build/point';
import type { LineModel, LineSeries } from '../model';
import { spreadLabels, wrapLabel } from './labels';
import { type Scale, niceScale, project } from './scale';
import { type Place, type Size, annotationRoom, fontSize, shortLabel, textWidth } from './size';
import { middleOf, tickWords, timeTicks } from './ticks';

export interface Plot {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

export interface LineLayout {
	plot: Plot;
	time: [number, number];
	scale: Scale;
	valueTicks: { y: number; label: string }[];
	timeTicks: { x: number; label: string }[];
	labels: { series: LineSeries; x: number; y: number; lines: string[] }[];
	places: Map<string, Place>;
}

/** Labels stand on the lines that are named, or on all where they are few. */
function labelled(series: readonly LineSeries[]): LineSeries[] {
	const few = series.length <= 6;
	return series.filter((line) => (few || line.role !== 'context') && lastDrawn(line));
}

function lastDrawn(line: LineSeries): Figure | undefined {
	return [...line.figures].reverse().find((figure) => comparable(figure) !== null);
}

/** Ends of the time axis, with half a period of air for a single figure. */
export function timeEnds(series: readonly LineSeries[]): [number, number] {
	const times = series.flatMap((line) => line.figures.map(({ period }) => middleOf(period)));
	if (times.length === 0) return [0, 1];
	const first = Math.min(...times);
	const last = Math.max(...times);
	return first === last ? [first - 1e9, last + 1e9] : [first, last];
}

/** Values that the scale must hold: all that are drawn and not flagged as implausible. */
export function scaleValues(series: readonly LineSeries[]): number[] {
	return series.flatMap((line) => line.figures.flatMap((figure) => comparable(figure) ?? []));
}

export function layoutLine(model: LineModel, { width, height }: Size): LineLayout {
	const font = fontSize(width);
	const named = labelled(model.series);
	const most = width * 0.27;
	const wrapped = named.map((line) => wrapLabel(shortLabel(line.label), most, font));
	const widest = Math.max(0, ...wrapped.flat().map((text) => textWidth(text, font)));
	const scale = niceScale(scaleValues(model.series), model.fromZero);
	const words = tickWords(scale.ticks, model.unit, model.locale);
	const plot: Plot = {
		left: Math.max(...words.map((text) => textWidth(text, font))) + 10,
		top: 12 + annotationRoom(model.annotations),
		right: width - Math.max(16, widest + 14),
		bottom: height - 26
	};
	const time = timeEnds(model.series);
	const y = (value: number) => project(value, [scale.min, scale.max], [plot.bottom, plot.top]);
	const x = (at: number) => project(at, time, [plot.left + 6, plot.right]);
	const heights = wrapped.map((lines) => lines.length * (font + 2) + 3);
	const middles = spreadLabels(
		named.map((line, index) => ({
			y: y(lastDrawn(line)?.value ?? 0),
			height: heights[index] ?? font
		})),
		plot.top - 8,
		plot.bottom + 8
	);
	const periods = model.series.flatMap((line) => line.figures.map(({ period }) => period));
	return {
		plot,
		time,
		scale,
		valueTicks: scale.ticks.map((tick, index) => ({ y: y(tick), label: words[index] ?? '' })),
		timeTicks: timeTicks(periods, plot.right - plot.left, model.locale)
			.filter(({ at }) => at >= time[0] && at <= time[1])
			.map(({ at, label }) => ({ x: x(at), label })),
		labels: named.map((series, index) => ({
			series,
			x: plot.right + 10,
			y: middles[index] ?? 0,
			lines: wrapped[index] ?? []
		})),
		places: placePoints(model, (figure) => ({
			x: x(middleOf(figure.period)),
			y: drawable(figure) === null ? plot.bottom : y(figure.value ?? 0),
			radius: isImplausible(figure.flag) ? 9 : 7
		}))
	};
}

function placePoints(model: LineModel, at: (figure: Figure) => Place): Map<string, Place> {
	return new Map(model.points.map((point) => [point.key, at(point.figure)]));
}
