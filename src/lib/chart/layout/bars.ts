import { formatAmount } from '$lib/i18n/format';
import { formatBelow } from '$lib/i18n/bounds';
import { m } from '$lib/i18n/paraglide/messages';
import { stateName } from '$lib/i18n/words';
import { type Figure, type Locale, boundsIn, isIncomplete } from '$lib/model';
import { rankWords } from '../build/bars';
import { drawable, numberOptions } from '../build/point';
import { comparable } from '../build/comparable';
import { markOf } from '../mark';
import type { BarsModel } from '../model';
import type { Plot } from './plot';
import { type Scale, project } from './scale';
import { type Place, ROW, type Size, fontSize, hasHead } from './size';
import { shortLabel, textWidth } from './text';

export interface BarsLayout {
	plot: Plot;
	scale: Scale;
	labelWidth: number;
	/** What is written at the end of each bar, or in place of one. */
	words: string[];
	/** Where the room for words ends beside ranks, and of a row that has none. */
	edge: number;
	width: number;
	/** The ranks that chance allows, with their head and the right edge of their column; null without. */
	ranks: { head: string; right: number } | null;
	places: Map<string, Place>;
}

/** Room that a mark takes before the words at a bar's end. */
export const MARK_ROOM = 13;

/** Of the width, for names at the least; and the room between a name and the words at a bar's end. */
const LEAST_NAMES = 0.25;
const BESIDE_NAMES = 16;

/** The value at a bar's end; the state in words where there is none. */
export function barWords(figure: Figure, locale: Locale): string {
	const value = drawable(figure);
	const bounds = boundsIn(figure);
	if (value === null)
		return bounds === null
			? stateName(figure.state, locale)
			: formatBelow(bounds[1], figure.unit, locale);
	return formatAmount(value, figure.unit, locale, numberOptions(figure));
}

/** The bounds that a bar is drawn with: of lists that had not all come the true value may lie beyond them. */
export function drawnBounds(figure: Figure): ReturnType<typeof boundsIn> {
	return isIncomplete(figure) ? null : boundsIn(figure);
}

export function layoutBars(model: BarsModel, { width, height }: Size): BarsLayout {
	const font = fontSize(width);
	const labels = model.bars.map((bar) => textWidth(shortLabel(bar.label), font, bar.chosen));
	const words = model.bars.map((bar) => barWords(bar.figure, model.locale));
	const ranks = rankColumn(model, width, font);
	const edge = width - (ranks?.room ?? 0);
	// What is said of a withheld rate has room beside the names, which may be shortened.
	const withheld = model.bars.map(({ figure, chosen }, index) =>
		drawable(figure) === null && boundsIn(figure) !== null
			? textWidth(words[index] ?? '', font, chosen)
			: 0
	);
	const most = Math.max(width * LEAST_NAMES, edge - Math.max(0, ...withheld) - BESIDE_NAMES);
	const labelWidth = Math.min(width * 0.42, most, Math.max(0, ...labels));
	const widths = model.bars.map((bar, index) => {
		if (drawable(bar.figure) === null) return 0;
		const mark = markOf(bar.figure, model.states) === null ? 0 : MARK_ROOM;
		return mark + textWidth(words[index] ?? '', font, bar.chosen);
	});
	const room = Math.max(0, ...widths) + 10 + (ranks?.room ?? 0);
	const plot: Plot = {
		left: labelWidth + 10,
		top: hasHead(model) ? 26 : 6,
		right: width - room,
		bottom: height - 6
	};
	const values = model.bars.flatMap(({ figure }) => [
		...(drawnBounds(figure) ?? []),
		comparable(figure) ?? 0
	]);
	const reference = model.reference ? (comparable(model.reference.figure) ?? 0) : 0;
	const max = Math.max(0, reference, ...values) || 1;
	const scale: Scale = { min: Math.min(0, reference, ...values), max, ticks: [] };
	const row = (plot.bottom - plot.top) / Math.max(1, model.bars.length);
	const places = model.points.map((point): [string, Place] => {
		const x = project(drawable(point.figure) ?? 0, [scale.min, scale.max], [plot.left, plot.right]);
		return [point.key, { x, y: plot.top + (point.row + 0.5) * row, radius: ROW / 2 - 3 }];
	});
	return { plot, scale, labelWidth, words, edge, width, ranks, places: new Map(places) };
}

function rankColumn({ bars, locale }: BarsModel, width: number, font: number) {
	const words = bars.flatMap(({ ranks }) => (ranks ? [rankWords(ranks)] : []));
	if (words.length === 0) return null;
	const head = m.statistics_rank_head({}, { locale });
	const room = Math.max(...[head, ...words].map((text) => textWidth(text, font))) + 12;
	return { head, room, right: width - 2 };
}
