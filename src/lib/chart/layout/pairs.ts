import { drawable } from '../build/point';
import { markOf } from '../mark';
import type { PairsModel } from '../model';
import { MARK_ROOM, barWords } from './bars';
import { type LegendItem, pairsLegend, placeLegend } from './pairs-legend';
import type { Plot } from './plot';
import { type Scale, project } from './scale';
import { pairsScale } from './scales';
import { type Place, type Size, fontSize } from './size';
import { shortLabel, textWidth } from './text';
import { tickWords } from './ticks';

export interface PairsLayout {
	plot: Plot;
	scale: Scale;
	labelWidth: number;
	/** What the two marks mean, above the plot. */
	legend: LegendItem[];
	valueTicks: { x: number; label: string }[];
	places: Map<string, Place>;
}

export function layoutPairs(model: PairsModel, { width, height }: Size): PairsLayout {
	const font = fontSize(width);
	const labels = model.pairs.map((pair) => textWidth(shortLabel(pair.label), font, pair.chosen));
	const labelWidth = Math.min(width * 0.38, Math.max(0, ...labels));
	const figures = model.pairs.flatMap(({ before, after }) => [before, after]);
	const scale = pairsScale(model);
	const bars = model.look === 'bars';
	const words = figures.map((figure) => {
		const mark = markOf(figure, model.states) === null ? 0 : MARK_ROOM;
		return mark + textWidth(barWords(figure, model.locale), font);
	});
	const legend = pairsLegend(model.labels, width);
	const plot: Plot = {
		left: labelWidth + 14,
		top: 10 + legend.height,
		right: width - (bars ? Math.max(0, ...words) + 10 : 22),
		bottom: height - 28
	};
	const x = (value: number) => project(value, [scale.min, scale.max], [plot.left, plot.right]);
	const row = (plot.bottom - plot.top) / Math.max(1, model.pairs.length);
	const places = model.points.map((point): [string, Place] => {
		const offset = bars ? (point.column === 0 ? -0.2 : 0.2) : 0;
		const y = plot.top + (point.row + 0.5 + offset) * row;
		return [point.key, { x: x(drawable(point.figure) ?? 0), y, radius: 8 }];
	});
	const ticks = tickWords(scale.ticks, model.unit, model.locale);
	return {
		plot,
		scale,
		labelWidth,
		legend: placeLegend(legend, plot.left, width),
		valueTicks: scale.ticks.map((tick, index) => ({ x: x(tick), label: ticks[index] ?? '' })),
		places: new Map(places)
	};
}
