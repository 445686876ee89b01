import { formatPeriod } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { stateName } from '$lib/i18n/words';
import { FIGURE_STATES, type Figure, type FigureState, type Locale, boundsIn } from '$lib/model';
import { comparable } from './comparable';
import { sayValue } from './ends';
import { drawable } from './point';

/** A figure and whose it is. */
export interface Named {
	label: string;
	figure: Figure;
}

/** The middle value; the mean of the two middle ones where their number is even. Null of nothing. */
export function median(values: readonly number[]): number | null {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	const upper = sorted[middle];
	if (upper === undefined) return null;
	const lower = sorted[middle - 1];
	return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2;
}

export interface Spread {
	highest: Named | null;
	lowest: Named | null;
	median: number | null;
	/** Figures without a value. */
	missing: number;
	/** Why they have none: how many there are of each state. */
	absent: ReadonlyMap<FigureState, number>;
	/** Figures whose value is flagged and left out of the rest. */
	implausible: number;
	total: number;
}

/** Highest, lowest and middle of figures of one unit; the first stated wins among equals. */
export function spreadOf(rows: readonly Named[]): Spread {
	const absent = new Map<FigureState, number>();
	const spread: Spread = {
		highest: null,
		lowest: null,
		median: null,
		missing: 0,
		absent,
		implausible: 0,
		total: rows.length
	};
	const values: number[] = [];
	let high = -Infinity;
	let low = Infinity;
	for (const row of rows) {
		const value = comparable(row.figure);
		if (value === null) {
			const { state } = row.figure;
			if (drawable(row.figure) === null) {
				spread.missing += 1;
				absent.set(state, (absent.get(state) ?? 0) + 1);
			} else spread.implausible += 1;
			continue;
		}
		values.push(value);
		if (value > high) [high, spread.highest] = [value, row];
		if (value < low) [low, spread.lowest] = [value, row];
	}
	spread.median = median(values);
	return spread;
}

/** How many figures are missing, and why, or not believed, in sentences; nothing where none is. */
export function describeGaps(
	{ missing, absent, implausible, total }: Omit<Spread, 'highest' | 'lowest' | 'median'>,
	locale: Locale
): string[] {
	const sentences: string[] = [];
	if (total === 0) sentences.push(m.chart_summary_empty({}, { locale }));
	if (missing > 0) {
		const why = FIGURE_STATES.flatMap((state) => {
			const count = absent.get(state);
			return count === undefined ? [] : [`${stateName(state, locale)} ${count}`];
		});
		const inputs = { count: missing, total, why: why.join(', ') };
		sentences.push(m.chart_summary_missing(inputs, { locale }));
	}
	if (implausible > 0)
		sentences.push(m.chart_summary_implausible({ count: implausible }, { locale }));
	return sentences;
}

/** First and last comparable figure of a series in the order of time; null where there are not two. */
export function changeOf<Told extends Figure>(
	figures: readonly Told[]
): { first: Told; last: Told; change: number } | null {
	const fit = figures.filter((figure) => comparable(figure) !== null);
	const first = fit[0];
	const last = fit[fit.length - 1];
	if (!first || !last || first === last) return null;
	return { first, last, change: (last.value ?? 0) - (first.value ?? 0) };
}

/** From when to when, from what to what, and which way. */
export function describeChange(label: string, figures: readonly Figure[], locale: Locale): string {
	const change = changeOf(figures);
	if (!change) return '';
	const inputs = {
		name: sentenceCase(label),
		from: sayValue(change.first, locale),
		from_period: formatPeriod(change.first.period, locale),
		to: sayValue(change.last, locale),
		to_period: formatPeriod(change.last.period, locale),
		course: describeCourse(figures, change, locale)
	};
	if (change.change !== 0 && boundsMeet(change.first, change.last))
		return m.chart_summary_alike(inputs, { locale });
	// What is written alike has neither risen nor fallen to the reader.
	if (inputs.from === inputs.to) return m.chart_summary_same(inputs, { locale });
	return change.change > 0
		? m.chart_summary_up(inputs, { locale })
		: m.chart_summary_down(inputs, { locale });
}

/** Whether two protected figures may be one and the same: then neither is called more. */
function boundsMeet(first: Figure, last: Figure): boolean {
	const [one, other] = [boundsIn(first), boundsIn(last)];
	return one !== null && other !== null && one[0] <= other[1] && other[0] <= one[1];
}

/** How far beyond both ends, as a share of their distance, a line must go for it to be said. */
const BEYOND = 0.05;

/** The highest and lowest believed values between the ends, where they lie well outside them. */
function describeCourse(
	figures: readonly Figure[],
	{ first, last, change }: { first: Figure; last: Figure; change: number },
	locale: Locale
): string {
	const rows = figures
		.slice(figures.indexOf(first) + 1, figures.indexOf(last))
		.map((figure) => ({ label: '', figure }));
	const { highest, lowest } = spreadOf(rows);
	const air = Math.abs(change) * BEYOND;
	const ends = [first.value ?? 0, last.value ?? 0];
	const told: { figure: Figure; words: string }[] = [];
	const inputs = (figure: Figure) => ({
		value: sayValue(figure, locale),
		period: formatPeriod(figure.period, locale)
	});
	if (highest && (highest.figure.value ?? 0) > Math.max(...ends) + air)
		told.push({
			figure: highest.figure,
			words: m.chart_summary_course_highest(inputs(highest.figure), { locale })
		});
	if (lowest && (lowest.figure.value ?? 0) < Math.min(...ends) - air)
		told.push({
			figure: lowest.figure,
			words: m.chart_summary_course_lowest(inputs(lowest.figure), { locale })
		});
	told.sort((a, b) => a.figure.period.start.localeCompare(b.figure.period.start));
	return told.map(({ words }) => `; ${words}`).join('');
}

/** A sentence begins with a capital letter, also where it begins with a name in lower case. */
export function sentenceCase(text: string): string {
	return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
