import { type BoundedFigure, parseMonth } from '$lib/model';
import type { CoverageView } from '$lib/state/coverage-view';

/** That nothing is known of the period that is shown. */
export interface EmptyPeriod {
	/** The nearest period of the same kind of which something is: `2025`, `2025-04`; null where none is. */
	instead: string | null;
}

/**
 * Whether a period has nothing to show, and where the nearest is that has; of two as near, the later;
 * one that has values before one that has only bounds. Null where it has a value, or bounds of one.
 * @param rows of the places shown, in all periods of one kind
 * @param start first day of the period that is shown
 * @param kind of the periods
 */
export function emptyPeriod(
	rows: readonly { start: string; figure: BoundedFigure }[],
	start: string,
	kind: 'month' | 'year'
): EmptyPeriod | null {
	const startsOf = (is: (figure: BoundedFigure) => boolean) => [
		...new Set(rows.flatMap((row) => (is(row.figure) ? [row.start] : [])))
	];
	const valued = startsOf(({ value }) => value !== null);
	const bounded = startsOf(({ bounds }) => bounds !== null);
	if (valued.includes(start) || bounded.includes(start)) return null;
	const monthOf = (day: string) => parseMonth(day.slice(0, 7)) ?? 0;
	const away = (day: string) => Math.abs(monthOf(day) - monthOf(start));
	const known = valued.length > 0 ? valued : bounded;
	const [nearest] = known.sort((a, b) => away(a) - away(b) || b.localeCompare(a));
	return { instead: nearest?.slice(0, kind === 'year' ? 4 : 7) ?? null };
}

/** The first period of which anything is known, a value or bounds of one: `2025`, `2025-04`; null where none is. */
export function firstKnown(
	rows: readonly { start: string; figure: BoundedFigure }[],
	kind: 'month' | 'year'
): string | null {
	const starts = rows.flatMap(({ start, figure }) =>
		figure.value !== null || figure.bounds !== null ? [start] : []
	);
	return starts.sort()[0]?.slice(0, kind === 'year' ? 4 : 7) ?? null;
}

/** A view in another period: `2025`, `2025-04`. */
export function inPeriod(view: CoverageView, period: string): CoverageView {
	const month = period.includes('-');
	return { ...view, year: month ? null : Number(period), month: month ? period : null };
}
