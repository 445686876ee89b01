import { askedFor } from '$lib/engine/asked';
import { unitLabel } from '$lib/i18n/words';
import { m } from '$lib/i18n/paraglide/messages';
import { isImplausible } from '$lib/model';
import type { RankRange } from '$lib/model/statistics/ranks';
import type { Bar, BarsModel, ChartFrame } from '../model';
import { chartBase, uniqueKeys } from './frame';
import { drawable } from './point';
import { comparable } from './comparable';
import { describeSpread } from './describe-spread';
import { barRingNotes } from './ring-notes';
import type { Named } from './summary';

export interface BarsInput extends ChartFrame {
	/**
	 * One figure a row, in any order; ties keep it. The key of its point is the region's code where none
	 * is given.
	 */
	rows: readonly (Named & { key?: string })[];
	/** Region code of the row in the accent. */
	chosen?: string;
	/** E.g. the province's own value, drawn as a line across the bars. */
	reference?: Named;
	/** Which value stands first (the highest where not said); `given` keeps the rows' own order, unranked. */
	first?: 'highest' | 'lowest' | 'given';
	/** What the rows are, where they are no regions. */
	corner?: string;
	/** Said instead of the highest, the lowest and the middle, where rows are no equals. */
	summary?: string;
	/** The ranks that chance allows, in the order of the rows; null for a row that has none. */
	ranks?: readonly (RankRange | null)[];
}

/** Ranked bars. Implausible values and those that are not there have no rank and stand last. */
export function buildBars(input: BarsInput): BarsModel {
	const bars = rank(input);
	const { locale } = input;
	const placed = bars.map(({ key, label, figure, ranks }, row) => ({
		key,
		name: label,
		row,
		column: 0,
		figure,
		...(ranks ? { more: m.statistics_rank_spoken(sayRanks(ranks), { locale }) } : {})
	}));
	const figures = bars.map(({ figure }) => figure);
	const ranked = bars.filter(({ ranks }) => ranks !== null).length;
	const table = {
		corner: input.corner ?? m.chart_region({}, { locale }),
		columns: [unitLabel(input.unit, locale)],
		...(ranked > 0 ? { wordColumns: [m.statistics_rank_column({}, { locale })] } : {}),
		rows: bars.map(({ key, label, figure, ranks }) => ({
			key,
			label,
			cells: [[figure]],
			...(ranked > 0 ? { words: [ranks ? rankWords(ranks) : '–'] } : {})
		}))
	};
	return {
		...chartBase(
			{ ...input, notes: [...barRingNotes(figures, locale), ...(input.notes ?? [])] },
			placed,
			table,
			input.summary ?? describeSpread(bars, locale)
		),
		queries: askedFor(
			[...bars, ...(input.reference ? [input.reference] : [])].map(({ figure }) => figure)
		),
		kind: 'bars',
		bars,
		reference: input.reference ?? null
	};
}

/** `3–9`, or `4` where chance leaves no choice. */
export function rankWords([first, last]: RankRange): string {
	return first === last ? String(first) : `${first}–${last}`;
}

function sayRanks(ranks: RankRange): { ranks: string } {
	return { ranks: rankWords(ranks) };
}

function rank({ rows, chosen, first = 'highest', ranks = [] }: BarsInput): Bar[] {
	const unique = uniqueKeys();
	const sign = first === 'highest' ? -1 : 1;
	const bars = rows.map(({ label, figure, key }, index): Bar => ({
		key: unique(key ?? figure.region),
		label,
		figure,
		chosen: figure.region === chosen,
		rank: null,
		ranks: ranks[index] ?? null
	}));
	if (first === 'given') return bars;
	bars.sort(
		(a, b) => group(a) - group(b) || sign * ((drawable(a.figure) ?? 0) - (drawable(b.figure) ?? 0))
	);
	return bars.map((bar, index) => {
		const value = comparable(bar.figure);
		if (value === null) return bar;
		const place = bars.findIndex((other) => comparable(other.figure) === value);
		return { ...bar, rank: Math.min(place, index) + 1 };
	});
}

/** 0 ranked, 1 implausible, 2 without a value. */
function group({ figure }: Bar): number {
	if (drawable(figure) === null) return 2;
	return isImplausible(figure.flag) ? 1 : 0;
}
