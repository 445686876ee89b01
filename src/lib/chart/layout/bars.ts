import { formatAmount } from '$lib/i18n/format';
import { stateName } from '$lib/i18n/words';
import type { Figure, Locale } from '$lib/model';
import { drawable } from '../build/point';
import { comparable } from '../build/summary';
import { markOf } from '../mark';
import type { BarsModel } from '../model';
import type { Plot } from './plot';
import { type Scale, project } from './scale';
import { type Place, ROW, type Size, fontSize, shortLabel, textWidth } from './size';

export interface BarsLayout {
	plot: Plot;
	scale: Scale;
	labelWidth: number;
	/** What is written at the end of each bar, or in place of one. */
	words: string[];
	places: Map<string, Place>;
}

/** Room that a mark takes before the words at a bar's end. */
export const MARK_ROOM = 13;

/** The value at a bar's end; the state in words where there is none. */
export function barWords(figure: Figure, locale: Locale): string {
	const value = drawable(figure);
	if (value === null) return stateName(figure.state, locale);
	return formatAmount(value, figure.unit, locale);
}

export function layoutBars(model: BarsModel, { width, height }: Size): BarsLayout {
	const font = fontSize(width);
	const labels = model.bars.map((bar) => textWidth(shortLabel(bar.label), font, bar.chosen));
	const labelWidth = Math.min(width * 0.42, Math.max(0, ...labels));
	const words = model.bars.map((bar) => barWords(bar.figure, model.locale));
	const widths = model.bars.map((bar, index) => {
		if (drawable(bar.figure) === null) return 0;
		const mark = markOf(bar.figure, model.states) === null ? 0 : MARK_ROOM;
		return mark + textWidth(words[index] ?? '', font, bar.chosen);
	});
	const room = Math.max(0, ...widths) + 10;
	const plot: Plot = {
		left: labelWidth + 10,
		top: model.reference ? 26 : 6,
		right: width - room,
		bottom: height - 6
	};
	const values = model.bars.flatMap((bar) => comparable(bar.figure) ?? []);
	const reference = model.reference ? (comparable(model.reference.figure) ?? 0) : 0;
	const max = Math.max(0, reference, ...values) || 1;
	const scale: Scale = { min: Math.min(0, reference, ...values), max, ticks: [] };
	const row = (plot.bottom - plot.top) / Math.max(1, model.bars.length);
	const places = model.points.map((point): [string, Place] => {
		const x = project(drawable(point.figure) ?? 0, [scale.min, scale.max], [plot.left, plot.right]);
		return [point.key, { x, y: plot.top + (point.row + 0.5) * row, radius: ROW / 2 - 3 }];
	});
	return { plot, scale, labelWidth, words, places: new Map(places) };
}
