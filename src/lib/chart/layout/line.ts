import { type Figure, isImplausible } from '$lib/model';
import { drawable } from '../build/point';
import type { LineModel, LineSeries } from '../model';
import { type PlacedLabel, labelLines } from './line-labels';
import { type Plot, rulers } from './plot';
import type { Scale } from './scale';
import { lineScale } from './scales';
import { type Place, type Size, annotationRoom, fontSize } from './size';
import { textWidth } from './text';
import { middleOf, tickWords, timeTicks } from './ticks';

export interface LineLayout {
	plot: Plot;
	time: [number, number];
	scale: Scale;
	valueTicks: { y: number; label: string }[];
	timeTicks: { x: number; label: string }[];
	labels: readonly PlacedLabel[];
	/** Where a figure stands. */
	at: (figure: Figure) => Place;
	places: Map<string, Place>;
}

/** Ends of the time axis, with half a period of air for a single figure. */
export function timeEnds(series: readonly LineSeries[]): [number, number] {
	const times = series.flatMap((line) => line.figures.map(({ period }) => middleOf(period)));
	if (times.length === 0) return [0, 1];
	const first = Math.min(...times);
	const last = Math.max(...times);
	return first === last ? [first - 1e9, last + 1e9] : [first, last];
}

export function layoutLine(model: LineModel, size: Size): LineLayout {
	const font = fontSize(size.width);
	const scale = lineScale(model);
	const words = tickWords(scale.ticks, model.unit, model.locale);
	const time = timeEnds(model.series);
	const room = {
		left: Math.max(...words.map((text) => textWidth(text, font))) + 10,
		top: 12 + annotationRoom(model.annotations),
		width: size.width,
		bottom: size.height - 26
	};
	const { labels, plot } = labelLines(model, room, font, { time, scale });
	const { x, y } = rulers(plot, time, scale);
	const periods = model.series.flatMap((line) => line.figures.map(({ period }) => period));
	const at = (figure: Figure): Place => ({
		x: x(middleOf(figure.period)),
		y: drawable(figure) === null ? plot.bottom : y(figure.value ?? 0),
		radius: isImplausible(figure.flag) ? 9 : 7
	});
	return {
		plot,
		time,
		scale,
		at,
		valueTicks: scale.ticks.map((tick, index) => ({ y: y(tick), label: words[index] ?? '' })),
		timeTicks: timeTicks(periods, plot.right - plot.left, model.locale)
			.filter((tick) => tick.at >= time[0] && tick.at <= time[1])
			.map((tick) => ({ x: x(tick.at), label: tick.label })),
		labels,
		places: new Map(model.points.map((point) => [point.key, at(point.figure)]))
	};
}
