import { formatUpper } from '$lib/i18n/bounds';
import { formatValue } from '$lib/i18n/format';
import { NAMED, namesOf } from '$lib/i18n/names';
import { m } from '$lib/i18n/paraglide/messages';
import { type Figure, type Locale, boundsIn } from '$lib/model';
import { comparable } from './comparable';
import { drawable, numberOptions } from './point';
import type { Named } from './summary';

/** One end of a spread: all that stand there, to the reader's eye. */
export interface End<Row extends Named = Named> {
	rows: readonly Row[];
	/** Who stands there: `A`, `A dan B`. */
	names: string;
	/** As it is written: `3,5%`, or `umumnya di bawah 1,3%`. */
	value: string;
}

/**
 * The highest and the lowest of complete figures of one unit, each with all that share the value as it is
 * written. Withheld ones whose upper end lies below every known value are the lowest: that much is known
 * of them. Null of no known value.
 */
export function endsOf<Row extends Named>(
	rows: readonly Row[],
	locale: Locale
): { highest: End<Row>; lowest: End<Row> } | null {
	const there = rows.filter(({ figure }) => comparable(figure) !== null);
	const known = [...there].sort((a, b) => (b.figure.value ?? 0) - (a.figure.value ?? 0));
	const [first, last] = [known[0], known.at(-1)];
	if (!first || !last) return null;
	const alike = (end: Row) => {
		const value = sayValue(end.figure, locale);
		// In the order in which they were given: among equals none comes first.
		const same = there.filter(({ figure }) => sayValue(figure, locale) === value);
		return { rows: same, names: namesOf(labels(same), locale), value };
	};
	return {
		highest: alike(first),
		lowest: lowerOf(rows, last.figure.value ?? 0, locale) ?? alike(last)
	};
}

/** Those that are known to lie below a value, though theirs is withheld. */
function lowerOf<Row extends Named>(
	rows: readonly Row[],
	least: number,
	locale: Locale
): End<Row> | null {
	const lower = rows
		.filter(({ figure }) => upperEnd(figure) < least)
		.sort((a, b) => upperEnd(a.figure) - upperEnd(b.figure));
	const [one] = lower;
	if (!one) return null;
	const highs = lower.map(({ figure }) => upperEnd(figure));
	// Each that is named has its own end; of more, the highest holds for all.
	const told = (lower.length <= NAMED ? highs : [Math.max(...highs)]).map((high) =>
		formatUpper(high, one.figure.unit, locale)
	);
	return {
		rows: lower,
		names: namesOf(labels(lower), locale),
		value: m.protection_below({ high: namesOf([...new Set(told)], locale) }, { locale })
	};
}

/** The upper end of a withheld figure; beyond all others where none is known. */
function upperEnd(figure: Figure): number {
	if (figure.state !== 'withheld' || drawable(figure) !== null) return Infinity;
	return boundsIn(figure)?.[1] ?? Infinity;
}

/** A figure's value as a sentence writes it. */
export function sayValue(figure: Figure, locale: Locale): string {
	return formatValue(figure.value ?? 0, figure.unit, locale, numberOptions(figure));
}

function labels(rows: readonly Named[]): string[] {
	return rows.map(({ label }) => label);
}
