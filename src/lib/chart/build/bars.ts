import { unitLabel } from '$lib/i18n/words';
import { m } from '$lib/i18n/paraglide/messages';
import { isImplausible } from '$lib/model';
import type { Bar, BarsModel, ChartFrame } from '../model';
import { chartBase, uniqueKeys } from './frame';
import { drawable } from './point';
import { type Named, comparable, describeSpread } from './summary';

export interface BarsInput extends ChartFrame {
	/** One figure a row, in any order; ties keep it. */
	rows: readonly Named[];
	/** Region code of the row in the accent. */
	chosen?: string;
	/** E.g. the province's own value, drawn as a line across the bars. */
	reference?: Named;
	/** Which value stands first; the highest where not given. */
	first?: 'highest' | 'lowest';
}

/** Ranked bars. Implausible values and those that are not there have no rank and stand last. */
export function buildBars(input: BarsInput): BarsModel {
	const bars = rank(input);
	const { locale } = input;
	const placed = bars.map(({ key, label, figure }, row) => ({
		key,
		name: label,
		row,
		column: 0,
		figure
	}));
	const table = {
		corner: m.chart_region({}, { locale }),
		columns: [unitLabel(input.unit, locale)],
		rows: bars.map(({ key, label, figure }) => ({ key, label, cells: [[figure]] }))
	};
	return {
		...chartBase(input, placed, table, describeSpread(bars, locale)),
		kind: 'bars',
		bars,
		reference: input.reference ?? null
	};
}

function rank({ rows, chosen, first = 'highest' }: BarsInput): Bar[] {
	const unique = uniqueKeys();
	const sign = first === 'highest' ? -1 : 1;
	const bars = rows.map(({ label, figure }): Bar => ({
		key: unique(figure.region),
		label,
		figure,
		chosen: figure.region === chosen,
		rank: null
	}));
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
