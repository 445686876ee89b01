import { type End, endsOf, sayValue } from '$lib/chart/build/ends';
import { formatBelow } from '$lib/i18n/bounds';
import type { BoundedFigure, Locale } from '$lib/model';
import { type Interval, differ } from '$lib/model/statistics/interval';
import { roundingVariance } from '$lib/model/statistics/noise';
import { jointLevel, rateInterval } from '$lib/model/statistics/rate-interval';
import type { CountedCell } from '$lib/protect/cell-figure';

/** A group with the two counts of its rate; null where none is made. */
export interface RatedGroup {
	label: string;
	part: Pick<CountedCell, 'published'>;
	whole: Pick<CountedCell, 'published'>;
	rate: BoundedFigure | null;
}

/** A group that stands for certain below another: how both are written. */
export interface Apart {
	higher: { names: string; value: string };
	lower: { names: string; value: string };
}

/** How groups of a place stand to each other. */
export interface GroupsCompared {
	highest: Pick<End, 'names' | 'value'>;
	lowest: Pick<End, 'names' | 'value'>;
	/** Two that differ by more than chance and rounding: the highest and the lowest, where they do. */
	apart: Apart | null;
	/** Whether the two ends are those that differ. */
	endsDiffer: boolean;
	/** How many are known, be it by their upper ends alone. */
	compared: number;
	/** How many of those are withheld. */
	withheld: number;
	/** Those of the withheld of which it is not known on which side of the lowest they lie. */
	open: readonly string[];
}

/** All intervals hold together with this level. */
const LEVEL = 0.95;

/**
 * Which groups stand highest and lowest, and whether any two differ. One whose lists had not all come is
 * neither; a withheld one is known by its upper end, and may be the lowest. Null where no rate is known, or
 * where there are not two to compare.
 * @param base of the rounding
 */
export function compareGroups(
	groups: readonly RatedGroup[],
	base: number,
	locale: Locale
): GroupsCompared | null {
	const rows = groups.flatMap(({ label, part, whole, rate }) =>
		rate === null || rate.incomplete || rate.bounds === null
			? []
			: [{ label, figure: rate, bounds: rate.bounds, part, whole }]
	);
	const ends = endsOf(rows, locale);
	if (!ends || rows.length < 2) return null;
	const known = rows.filter(({ figure }) => figure.value !== null);
	const level = jointLevel(LEVEL, known.length);
	const variance = roundingVariance(base);
	const within = new Map(
		rows.map(({ label, figure, bounds, part, whole }): [string, Interval] => [
			label,
			figure.value === null
				? { low: bounds[0] / 100, high: bounds[1] / 100 }
				: rateInterval({ part: part.published ?? 0, whole: whole.published ?? 1 }, level, variance)
		])
	);
	const of = ({ label }: { label: string }) => within.get(label) ?? { low: 0, high: 1 };
	const say = ({ label, figure, bounds }: (typeof rows)[number]) => ({
		names: label,
		value:
			figure.value === null ? formatBelow(bounds[1], figure.unit, locale) : sayValue(figure, locale)
	});
	// That of the highest low end and that of the lowest high end: if these meet, so do all.
	const higher = rows.reduce((a, b) => (of(b).low > of(a).low ? b : a));
	const lower = rows.reduce((a, b) => (of(b).high < of(a).high ? b : a));
	const endsDiffer = ends.highest.rows.some((high) =>
		ends.lowest.rows.some((low) => differ(of(high), of(low)))
	);
	const anyDiffer = higher !== lower && differ(of(higher), of(lower));
	const withheld = rows.filter(({ figure }) => figure.value === null);
	return {
		highest: shown(ends.highest),
		lowest: shown(ends.lowest),
		apart: endsDiffer
			? { higher: shown(ends.highest), lower: shown(ends.lowest) }
			: anyDiffer
				? { higher: say(higher), lower: say(lower) }
				: null,
		endsDiffer,
		compared: rows.length,
		withheld: withheld.length,
		open: withheld.filter((row) => !ends.lowest.rows.includes(row)).map(({ label }) => label)
	};
}

function shown({ names, value }: End): { names: string; value: string } {
	return { names, value };
}
