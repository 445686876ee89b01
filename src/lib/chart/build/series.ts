import { type Figure, type FigureState, type Locale, periodKey } from '$lib/model';
import { m } from '$lib/i18n/paraglide/messages';
import { formatPeriod, formatValue } from '$lib/i18n/format';
import { stateName } from '$lib/i18n/words';
import type { ChartTable, LineSeries, Role } from '../model';
import { type Placed, uniqueKeys } from './frame';
import { comparable } from './comparable';
import { numberOptions } from './point';
import { lastStretch } from './stretch';
import { changeOf, describeChange, describeGaps, sentenceCase, spreadOf } from './summary';

/** A line as the page gives it. */
export interface SeriesInput {
	key: string;
	label: string;
	role?: Role;
	figures: readonly Figure[];
	/** First days of periods before which the line breaks: what stands there is not of the same. */
	breaks?: readonly string[];
	/** Of periods before which it does not, though what stands there is not of the same either. */
	changes?: readonly string[];
}

const CATEGORIES = 6;

/** Figures of these states are lines of their own, never joined to what was counted. */
const APART: ReadonlySet<FigureState> = new Set<FigureState>([
	'not_comparable',
	'target',
	'projection'
]);

/**
 * Lines in the order of time, each of one definition. Beyond six compared lines the rest are context.
 */
export function toSeries(inputs: readonly SeriesInput[], locale: Locale): LineSeries[] {
	// The first category is the accent: with a chosen line it is taken.
	let used = inputs.some(({ role }) => role === 'chosen') ? 1 : 0;
	return inputs.flatMap((input) => {
		let role = input.role ?? 'context';
		if (role === 'compared' && used >= CATEGORIES) role = 'context';
		const category = role === 'compared' ? ++used : null;
		const figures = [...input.figures].sort(byTime);
		const line = {
			...{ key: input.key, label: input.label, role, category },
			...(input.breaks?.length ? { breaks: input.breaks } : {}),
			...(input.changes?.length ? { changes: input.changes } : {})
		};
		const plain = figures.filter(({ state }) => !APART.has(state));
		const lines: LineSeries[] = [];
		if (plain.length > 0 || figures.length === 0)
			lines.push({ ...line, apart: false, figures: plain });
		for (const state of APART) {
			const own = figures.filter((figure) => figure.state === state);
			if (own.length === 0) continue;
			const alone = own.length === figures.length;
			const label = alone ? input.label : `${input.label} (${stateName(state, locale)})`;
			const key = alone ? input.key : `${input.key}~${state}`;
			lines.push({ ...line, key, label, apart: !alone, figures: own });
		}
		return lines;
	});
}

function byTime(a: Figure, b: Figure): number {
	return a.period.start.localeCompare(b.period.start) || a.period.end.localeCompare(b.period.end);
}

/** Points of lines: a row is a line, a column a period. */
export function placeSeries(series: readonly LineSeries[]): Placed[] {
	const columns = new Map(periodsOf(series).map((key, index) => [key, index]));
	const unique = uniqueKeys();
	return series.flatMap(({ key, label, figures }, row) =>
		figures.map((figure) => {
			const period = periodKey(figure.period);
			const column = columns.get(period) ?? 0;
			return { key: unique(`${key}|${period}`), name: label, row, column, figure };
		})
	);
}

function periodsOf(series: readonly LineSeries[]): string[] {
	const figures = series.flatMap((line) => line.figures).sort(byTime);
	return [...new Set(figures.map((figure) => periodKey(figure.period)))];
}

/** The longer of lines and periods goes down the page. */
export function tableOfSeries(series: readonly LineSeries[], locale: Locale): ChartTable {
	const keys = periodsOf(series);
	const names = new Map<string, string>();
	for (const { period } of series.flatMap((line) => line.figures))
		names.set(periodKey(period), formatPeriod(period, locale));
	const cell = (line: LineSeries, key: string) =>
		line.figures.filter((figure) => periodKey(figure.period) === key);
	const name = (key: string) => names.get(key) ?? key;
	if (keys.length >= series.length)
		return {
			corner: m.chart_period({}, { locale }),
			columns: series.map((line) => line.label),
			rows: keys.map((key) => ({
				key,
				label: name(key),
				cells: series.map((line) => cell(line, key))
			}))
		};
	return {
		corner: m.chart_region({}, { locale }),
		columns: keys.map(name),
		rows: series.map((line) => ({
			key: line.key,
			label: line.label,
			cells: keys.map((key) => cell(line, key))
		}))
	};
}

/** Each chosen or compared line's change (all, where none is), and what is missing from any. */
export function describeSeries(series: readonly LineSeries[], locale: Locale): string {
	const named = series.filter((line) => line.role !== 'context');
	const told = named.length > 0 ? named : series.length <= CATEGORIES ? series : [];
	const changes = told.map((line) => describeStretch(line, locale));
	const all = series.flatMap(({ label, figures }) => figures.map((figure) => ({ label, figure })));
	return [
		...changes,
		...describeBreaks(told, locale),
		...describeChanges(told, locale),
		...describeGaps(spreadOf(all), locale)
	]
		.filter(Boolean)
		.join(' ');
}

/** The change within the last periods that are of the same; of a single one, what it came to. */
function describeStretch({ label, figures, breaks, changes }: LineSeries, locale: Locale): string {
	const own = lastStretch(figures, [...(breaks ?? []), ...(changes ?? [])]);
	const only = own.find((figure) => comparable(figure) !== null);
	if (changeOf(own) !== null || !only || own.length === figures.length)
		return describeChange(label, own, locale);
	const inputs = {
		name: sentenceCase(label),
		value: formatValue(only.value ?? 0, only.unit, locale, numberOptions(only)),
		period: formatPeriod(only.period, locale)
	};
	return m.chart_summary_last(inputs, { locale });
}

/** Before when lines break since they are no longer of the same, where they go on after that. */
function describeBreaks(told: readonly LineSeries[], locale: Locale): string[] {
	const named = told.flatMap(({ label, figures, breaks = [] }) => {
		const first = figures.findIndex((figure) => comparable(figure) !== null);
		const at = figures.slice(first + 1).filter(({ period }) => breaks.includes(period.start));
		const periods = new Intl.ListFormat(locale, { type: 'conjunction' }).format(
			at.map(({ period }) => formatPeriod(period, locale))
		);
		return first < 0 || at.length === 0 ? [] : [{ label, said: periods }];
	});
	return together(named, locale).map(({ name, said }) =>
		m.chart_summary_breaks({ name, periods: said }, { locale })
	);
}

/** Where others had reported than before though lines go on: when last. */
function describeChanges(told: readonly LineSeries[], locale: Locale): string[] {
	const named = told.flatMap(({ label, figures, changes = [] }) => {
		const last = figures.findLast(({ period }) => changes.includes(period.start));
		return last ? [{ label, said: formatPeriod(last.period, locale) }] : [];
	});
	return together(named, locale).map(({ name, said }) =>
		m.chart_summary_changes({ name, period: said }, { locale })
	);
}

/** Lines of which the same is said, in one sentence. */
function together(
	named: readonly { label: string; said: string }[],
	locale: Locale
): { name: string; said: string }[] {
	const list = new Intl.ListFormat(locale);
	return [...new Set(named.map(({ said }) => said))].map((said) => {
		const labels = named.filter((one) => one.said === said).map(({ label }) => label);
		return { name: sentenceCase(list.format(labels)), said };
	});
}
