import { type Figure, isImplausible } from '$lib/model';
import { drawable } from '../build/point';
import type { MultiplesModel, Panel } from '../model';
import { timeEnds } from './line';
import type { Plot } from './plot';
import { type Scale, project } from './scale';
import { multiplesScale } from './scales';
import { type Place, type Size, fontSize, panelColumns } from './size';
import { textWidth } from './text';
import { middleOf, tickWords, timeTicks } from './ticks';

export interface MultiplesLayout {
	scale: Scale;
	time: [number, number];
	words: string[];
	/** First and last tick of time: the same under every panel. */
	times: { at: number; label: string }[];
	panels: {
		panel: Panel;
		plot: Plot;
		first: boolean;
		/** Where a figure of the panel stands. */
		at: (figure: Figure) => Place;
	}[];
	places: Map<string, Place>;
}

/** Size of the words of time, at most, and the room between them, in pixels. */
export const LARGEST_TIME = 12;
const TIMES_APART = 6;

/** Panels in rows; all share one scale, whose numbers stand beside the first of each row. */
export function layoutMultiples(model: MultiplesModel, { width, height }: Size): MultiplesLayout {
	const font = fontSize(width);
	const lines = model.panels.flatMap((panel) => panel.series);
	const scale = multiplesScale(model);
	const time = timeEnds(lines);
	const words = tickWords(scale.ticks, model.unit, model.locale);
	const margin = Math.max(...words.map((text) => textWidth(text, font))) + 8;
	const columns = panelColumns(width, model.panels.length);
	const step = (width - margin) / columns;
	const rows = Math.max(1, Math.ceil(model.panels.length / columns));
	const panels = model.panels.map((panel, index) => {
		const left = margin + (index % columns) * step;
		const top = Math.floor(index / columns) * (height / rows);
		const plot = {
			left: left + 2,
			top: top + 24,
			right: left + step - 14,
			bottom: top + height / rows - 22
		};
		const y = [plot.bottom, plot.top] as const;
		const at = (figure: Figure): Place => ({
			x: project(middleOf(figure.period), time, [plot.left, plot.right]),
			y: project(drawable(figure) ?? scale.min, [scale.min, scale.max], y),
			radius: isImplausible(figure.flag) ? 7 : 5
		});
		return { panel, plot, first: index % columns === 0, at };
	});
	const rulers = panels.flatMap(({ panel, at }) => panel.series.map(() => at));
	const places = model.points.flatMap((point): [string, Place][] => {
		const at = rulers[point.row];
		return at ? [[point.key, at(point.figure)]] : [];
	});
	const periods = lines.flatMap((line) => line.figures.map(({ period }) => period));
	const all = timeTicks(periods, 1e6, model.locale);
	const ends = [...new Set([all[0], all[all.length - 1]])].filter((tick) => tick !== undefined);
	const times = fitted(ends, step - 16, Math.min(font, LARGEST_TIME));
	return { scale, time, words, times, panels, places: new Map(places) };
}

/** Both ends of time under a panel: `Mar 2024` as `3/2024` where the two would touch. */
function fitted<Tick extends { at: number; label: string }>(
	ends: readonly Tick[],
	room: number,
	font: number
): Tick[] {
	const taken = ends.reduce((sum, { label }) => sum + textWidth(label, font) + TIMES_APART, 0);
	if (taken - TIMES_APART <= room) return [...ends];
	return ends.map((end) => {
		const day = new Date(end.at);
		const month = `${String(day.getUTCMonth() + 1)}/${String(day.getUTCFullYear())}`;
		return { ...end, label: /^\d+$/.test(end.label) ? end.label : month };
	});
}
