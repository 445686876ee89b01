import { type Flag, type Locale, type Period, type Unit, shapeOf } from '$lib/model';
import { formatPeriod, formatValue } from '$lib/i18n/format';
import type { Doubt } from './plausible';
import { type FileProblem, problem } from './problem';
import type { Reading } from './read';
import { regionRefusalText } from './region';
import type { Refused } from './rows';
import { describeDoubt, describeProblem } from './words';

export interface RefusedReport {
	/** Line of the file from 1; null where the whole file is refused. */
	row: number | null;
	column: string | null;
	rule: string;
	message: string;
	hint: string;
}

export interface FlagReport {
	row: number;
	column: string;
	region: string;
	period: string;
	flag: Flag;
	message: string;
}

/** What `npm run import -- --json` says of one file. */
export interface FileReport {
	file: string;
	rows_in: number;
	rows_blank: number;
	rows_kept: number;
	rows_refused: number;
	values_missing: number;
	refused: RefusedReport[];
	flags: FlagReport[];
	/** Unit of all values; several where the file holds several, null where it holds none. */
	unit: Unit | Unit[] | null;
	/** First and last period: `2017`, `2020-03`; empty where there is none. */
	periods: [string, string] | [];
	/** How many regions have a row. */
	regions: number;
}

/** A period in the fewest digits that say it: `2017`, `2020-03`, or its dates. */
function shortPeriod(period: Period): string {
	switch (shapeOf(period)) {
		case 'year':
			return period.start.slice(0, 4);
		case 'month':
			return period.start.slice(0, 7);
		case 'day':
			return period.start;
		case 'span':
			return `${period.start}/${period.end}`;
	}
}

function refusedReport({ line, column, why }: Refused, locale: Locale): RefusedReport {
	const words = 'asked' in why ? regionRefusalText(why, locale) : describeProblem(why, locale);
	return { row: line, column, rule: why.rule, ...words };
}

function flagReport(doubt: Doubt, names: (code: string) => string, locale: Locale): FlagReport {
	const { figure, flag } = doubt;
	const list = new Intl.ListFormat(locale, { type: 'conjunction' });
	const amount = (value: number) => formatValue(value, figure.unit, locale);
	const parts = {
		place: names(figure.region),
		period: formatPeriod(figure.period, locale),
		value: amount(figure.value ?? 0),
		against: list.format(doubt.against.map(amount)),
		where: list.format(doubt.where.map((period) => formatPeriod(spanOf(period), locale)))
	};
	return {
		row: figure.line,
		column: figure.column,
		region: figure.region,
		period: shortPeriod(figure.period),
		flag,
		message: describeDoubt(flag, parts, locale)
	};
}

function spanOf(key: string): Period {
	const [start = key, end = start] = key.split('/');
	return { start, end };
}

function periodsOf(reading: Reading): FileReport['periods'] {
	const periods = reading.figures.map(({ period }) => period);
	const first = periods.reduce<Period | null>(
		(best, next) => (best === null || next.start < best.start ? next : best),
		null
	);
	const last = periods.reduce<Period | null>(
		(best, next) => (best === null || next.end > best.end ? next : best),
		null
	);
	return first && last ? [shortPeriod(first), shortPeriod(last)] : [];
}

/**
 * The report of a file that was read.
 * @param names full name of a region
 */
export function reportOf(
	file: string,
	reading: Reading,
	names: (code: string) => string,
	locale: Locale
): FileReport {
	const units = [...new Set(reading.figures.map(({ unit }) => unit))];
	return {
		file,
		rows_in: reading.rowsIn,
		rows_blank: reading.rowsBlank,
		rows_kept: reading.rowsKept,
		rows_refused: reading.refused.length,
		values_missing: reading.valuesMissing,
		refused: reading.refused.map((one) => refusedReport(one, locale)),
		flags: reading.doubts.map((one) => flagReport(one, names, locale)),
		unit: units.length > 1 ? units : (units[0] ?? null),
		periods: periodsOf(reading),
		regions: new Set(reading.figures.map(({ region }) => region)).size
	};
}

/** The report of a file of which nothing could be read. */
export function reportOfProblem(file: string, why: FileProblem, locale: Locale): FileReport {
	return {
		file,
		rows_in: 0,
		rows_blank: 0,
		rows_kept: 0,
		rows_refused: 0,
		values_missing: 0,
		refused: [{ row: null, column: null, rule: why.rule, ...describeProblem(why, locale) }],
		flags: [],
		unit: null,
		periods: [],
		regions: 0
	};
}

/**
 * The sentence for a file whose rows were all refused; null where some were kept.
 */
export function nothingKept(report: FileReport, locale: Locale): string | null {
	if (report.rows_kept > 0) return null;
	const [first] = report.refused;
	if (!first) return null;
	if (first.row === null) return `${first.message} ${first.hint}`;
	const why = problem('all_refused', String(report.rows_in), first.message);
	const { message, hint } = describeProblem(why, locale);
	return `${message} ${first.hint} ${hint}`;
}
