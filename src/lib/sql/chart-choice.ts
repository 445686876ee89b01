import type { Result, ResultColumn } from './cells';

export const CHART_KINDS = ['bars', 'line', 'pairs', 'scatter'] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

/** Columns by their names, so that a link still says what it means when a query changes. */
export interface ChartChoice {
	kind: ChartKind;
	/** What the rows are called, or when they were; for `scatter` the number across. */
	x: string;
	/** The values: one, or two for `pairs`. */
	y: readonly string[];
	/** Lines apart by this column, or points named by it; null for one line, or for points without names. */
	series: string | null;
}

export function isChartKind(text: string): text is ChartKind {
	return (CHART_KINDS as readonly string[]).includes(text);
}

/** More bars than this are no picture. */
export const MOST_BARS = 60;
export const MOST_LINES = 6;

/** Whether a column holds times: dates, `2024`, `2024-05`. */
function isTime(result: Result, name: string): boolean {
	const index = result.columns.findIndex((column) => column.name === name);
	const column = result.columns[index];
	if (!column) return false;
	if (column.type === 'date') return true;
	if (column.type === 'boolean') return false;
	const values = result.rows.slice(0, 200).map((row) => row[index]);
	const told = values.filter((value) => value !== null && value !== undefined);
	return told.length > 0 && told.every((value) => periodOf(String(value)) !== null);
}

/** `2024`, `2024-05`, `2024-05-06` or a time of day on it, as first and last day. */
export function periodOf(text: string): { start: string; end: string } | null {
	const found = /^((?:19|20)\d\d)(?:-(0[1-9]|1[0-2])(?:-([0-3]\d))?)?(?: [\d:]+)?$/.exec(text);
	if (!found) return null;
	const [, year = '', month, day] = found;
	if (month === undefined) return { start: `${year}-01-01`, end: `${year}-12-31` };
	if (day !== undefined)
		return { start: `${year}-${month}-${day}`, end: `${year}-${month}-${day}` };
	const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
	return { start: `${year}-${month}-01`, end: `${year}-${month}-${last}` };
}

const names = (columns: readonly ResultColumn[]) => columns.map(({ name }) => name);

/** The columns that may stand on each side. */
export function chartColumns(result: Result): {
	all: string[];
	labels: string[];
	times: string[];
	numbers: string[];
	/** Numbers that are no times, where there are any. */
	values: string[];
} {
	const times = names(result.columns).filter((name) => isTime(result, name));
	const numbers = names(result.columns.filter(({ type }) => type === 'number'));
	const values = numbers.filter((name) => !times.includes(name));
	return {
		all: names(result.columns),
		numbers,
		labels: names(result.columns).filter((name) => !values.includes(name)),
		times,
		values: values.length > 0 ? values : numbers
	};
}

/**
 * What would be drawn unasked: a line where there is a time that does not stand still, points of two
 * numbers where no row has a name or there are more names than bars, bars else. Null where there is no
 * number to draw.
 */
export function defaultChart(result: Result): ChartChoice | null {
	const { labels, times, values } = chartColumns(result);
	const [value] = values;
	if (value === undefined || result.rows.length === 0) return null;
	const text = labels.filter((name) => !times.includes(name));
	const time = times.find((name) => distinct(result, name) > 1 && name !== value);
	const best = mostTelling(result, text);
	if (time !== undefined && (text.length === 0 || result.rows.length > distinct(result, time)))
		return { kind: 'line', x: time, y: [value], series: best };
	if (time !== undefined && best !== null && distinct(result, best) <= 1)
		return { kind: 'line', x: time, y: [value], series: null };
	const x = best ?? time ?? null;
	const [across, up] = values.filter((name) => distinct(result, name) > 1);
	const many = result.rows.length > MOST_BARS;
	const named = best !== null && distinct(result, best) === result.rows.length;
	if (across !== undefined && up !== undefined && (x === null || (many && named)))
		return { kind: 'scatter', x: across, y: [up], series: best };
	if (x === null) return null;
	return { kind: 'bars', x, y: [value], series: null };
}

/** The names that tell most rows apart, the words rather than the codes. */
export function mostTelling(result: Result, candidates: readonly string[]): string | null {
	const [first] = candidates;
	if (first === undefined) return null;
	const wordy = candidates.filter((name) => {
		const index = result.columns.findIndex((column) => column.name === name);
		return result.rows.some((row) => /\p{L}{3}/u.test(String(row[index] ?? '')));
	});
	const pool = wordy.length > 0 ? wordy : candidates;
	return pool.reduce((best, name) =>
		distinct(result, name) > distinct(result, best) ? name : best
	);
}

function distinct(result: Result, name: string): number {
	const index = result.columns.findIndex((column) => column.name === name);
	return new Set(result.rows.map((row) => row[index])).size;
}

/** The choice where its columns are all there, else what would be drawn unasked. */
export function fitChart(result: Result, choice: ChartChoice | null): ChartChoice | null {
	if (choice === null) return defaultChart(result);
	const there = new Set(names(result.columns));
	const asked = [choice.x, ...choice.y, ...(choice.series === null ? [] : [choice.series])];
	const fits =
		asked.every((name) => there.has(name)) && (choice.kind !== 'scatter' || areNumbers());
	return fits ? choice : defaultChart(result);

	/** Words have no place on an axis of numbers. */
	function areNumbers(): boolean {
		const numbers = names(result.columns.filter(({ type }) => type === 'number'));
		return [choice?.x, choice?.y[0]].every((name) => numbers.includes(name ?? ''));
	}
}
