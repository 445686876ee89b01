import { m } from '$lib/i18n/paraglide/messages';
import { formatNumber, formatValue } from '$lib/i18n/format';
import type { Figure, Locale } from '$lib/model';
import { pairsLegend } from '../layout/pairs-legend';
import { NARROW, WIDE } from '../layout/size';
import type { ChartFrame, Pair, PairsModel } from '../model';
import { type Placed, chartBase, uniqueKeys } from './frame';
import { comparable } from './comparable';
import { numberOptions } from './point';
import { dotRingNotes } from './ring-notes';
import { describeChange, describeGaps, spreadOf } from './summary';

export interface PairsInput extends ChartFrame {
	/** In the order in which they stand. */
	rows: readonly { key: string; label: string; before: Figure; after: Figure }[];
	/** Key of the row in the accent. */
	chosen?: string;
	/** What the two values are: "Januari–6 Juli", "6 Juli–8 September". */
	labels: { before: string; after: string };
	/** Dots joined by a line suit many rows, bars few. */
	look?: 'dots' | 'bars';
	/** What the rows are, where they are no regions. */
	corner?: string;
	/** Said instead of how many rose and fell, where the two values are no before and after. */
	summary?: string;
}

/** Two values a row, before and after, or beside each other. */
export function buildPairs(input: PairsInput): PairsModel {
	const unique = uniqueKeys();
	const { locale, labels } = input;
	const pairs = input.rows.map(({ key, ...row }): Pair => ({
		...row,
		key: unique(key),
		chosen: key === input.chosen
	}));
	const placed = pairs.flatMap(({ key, label, before, after }, row): Placed[] => [
		{ key: `${key}|before`, name: `${label}, ${labels.before}`, row, column: 0, figure: before },
		{ key: `${key}|after`, name: `${label}, ${labels.after}`, row, column: 1, figure: after }
	]);
	const table = {
		corner: input.corner ?? m.chart_region({}, { locale }),
		columns: [labels.before, labels.after],
		rows: pairs.map(({ key, label, before, after }) => ({
			key,
			label,
			cells: [[before], [after]]
		}))
	};
	const figures = placed.map(({ figure }) => figure);
	const rings = input.look === 'bars' ? [] : dotRingNotes(figures, locale);
	return {
		...chartBase(
			{ ...input, notes: [...rings, ...(input.notes ?? [])] },
			placed,
			table,
			input.summary ?? describePairs(pairs, locale)
		),
		kind: 'pairs',
		look: input.look ?? 'dots',
		pairs,
		labels,
		namesRoom: [pairsLegend(labels, NARROW).height, pairsLegend(labels, WIDE).height]
	};
}

/** How many rose, fell and stayed; each row's change where there are three at most. */
function describePairs(pairs: readonly Pair[], locale: Locale): string {
	const all = pairs.flatMap(({ label, before, after }) => [
		{ label, figure: before },
		{ label, figure: after }
	]);
	const gaps = describeGaps(spreadOf(all), locale);
	if (pairs.length <= 3) {
		const told = pairs.map((pair) => describeChange(pair.label, [pair.before, pair.after], locale));
		return [...told.filter(Boolean), ...gaps].join(' ');
	}
	const { up, down, same, largest } = directions(pairs);
	const told = [m.chart_summary_directions({ up, down, same }, { locale })];
	if (largest) {
		const value = saySize(largest, locale);
		told.push(m.chart_summary_largest_change({ name: largest.pair.label, value }, { locale }));
	}
	return [...told, ...gaps].join(' ');
}

/** How far a value has moved: of percentages in points, as the two that are written lie apart. */
function saySize(
	{ pair: { before, after }, size }: { pair: Pick<Pair, 'before' | 'after'>; size: number },
	locale: Locale
): string {
	if (after.unit !== 'percent') return formatValue(size, after.unit, locale);
	const { decimals = 2 } = numberOptions(after);
	const written = (value: number | null) => Number((value ?? 0).toFixed(decimals));
	const value = formatNumber(Math.abs(written(after.value) - written(before.value)), locale, {
		decimals
	});
	return m.chart_points({ value }, { locale });
}

/** Counts pairs whose two values are both fit to be compared. */
export function directions(pairs: readonly Pick<Pair, 'label' | 'before' | 'after'>[]): {
	up: number;
	down: number;
	same: number;
	largest: { pair: Pick<Pair, 'label' | 'before' | 'after'>; size: number } | null;
} {
	const counts: ReturnType<typeof directions> = { up: 0, down: 0, same: 0, largest: null };
	for (const pair of pairs) {
		const before = comparable(pair.before);
		const after = comparable(pair.after);
		if (before === null || after === null) continue;
		if (after > before) counts.up += 1;
		else if (after < before) counts.down += 1;
		else counts.same += 1;
		const size = Math.abs(after - before);
		if (size > (counts.largest?.size ?? 0)) counts.largest = { pair, size };
	}
	return counts;
}
