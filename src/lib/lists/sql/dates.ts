import { literal } from '$lib/engine/quote';
import { amongSql, emptySql, formSql, tidySql } from './text';

/** Names of months in both languages and their abbreviations; the first three letters tell them. */
const NAMES = [
	['jan(?:uari|uary)?'],
	['feb(?:ruari|ruary)?', 'pebruari', 'peb'],
	['mar(?:et|ch)?', 'mrt'],
	['apr(?:il)?'],
	['mei', 'may'],
	['jun(?:i|e)?'],
	['jul(?:i|y)?'],
	['agu(?:stus|st)?', 'ags', 'agt', 'aug(?:ust)?'],
	['sep(?:tember|t)?'],
	['okt(?:ober)?', 'oct(?:ober)?'],
	['nov(?:ember)?', 'nop(?:ember)?'],
	['des(?:ember)?', 'dec(?:ember)?']
] as const;
const NAME = `(?i:${NAMES.flat().join('|')})\\.?`;

function monthByName(text: string): string {
	const letters = `left(lower(regexp_extract(${text}, '[A-Za-z]+')), 3)`;
	const cases = NAMES.map((forms, at) => {
		const starts = forms.map((form) => form.slice(0, 3));
		return `WHEN ${amongSql(letters, starts)} THEN ${literal(String(at + 1))}`;
	});
	return `CASE ${cases.join(' ')} END`;
}

function built(year: string, month: string, day: string): string {
	return `try_cast(${year} || '-' || lpad(${month}, 2, '0') || '-' || lpad(${day}, 2, '0') AS DATE)`;
}

function part(text: string, pattern: string, group: number): string {
	return `regexp_extract(${text}, ${literal(pattern)}, ${group})`;
}

/** A year of two digits is 20YY up to the last year of the lists, else 19YY. */
function fullYear(year: string, lastYear: number): string {
	const century = Math.floor(lastYear / 100);
	return `CASE WHEN length(${year}) = 4 THEN ${year} WHEN ${year} <= ${literal(String(lastYear % 100).padStart(2, '0'))} THEN '${century}' || ${year} ELSE '${century - 1}' || ${year} END`;
}

const TIME = '([ T].*)?';
const YEAR_FIRST = `([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})${TIME}`;
const DAY_FIRST = `([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4}|[0-9]{2})${TIME}`;
const DAY_NAMED = `([0-9]{1,2})[ ./-]+${NAME}[ ,./-]+([0-9]{4}|[0-9]{2})${TIME}`;
const MONTH_NAMED = `${NAME}[ ,./-]*([0-9]{4}|[0-9]{2})`;
const YEAR_MONTH = '([0-9]{4})[-/.]([0-9]{1,2})';
const MONTH_YEAR = '([0-9]{1,2})[-/.]([0-9]{4})';
const TOGETHER = '(19|20)[0-9]{2}(0[1-9]|1[0-2])';
const SERIAL = '[0-9]{5}([.,][0-9]+)?';

/**
 * The date that a cell states; NULL where it states none: ISO date and datetime, `31/12/2025` with
 * any of `/ - .`, `20251231`, names of months in both languages, Excel's day numbers, and months
 * alone (`2025-03`, `03/2025`, `202503`, `Maret 2025`).
 * @param text a column of texts
 * @param edge the day that stands for a month alone
 */
export function dateSql(text: string, lastYear: number, edge: 'first' | 'last'): string {
	const monthAlone = (date: string) => (edge === 'last' ? `last_day(${date})` : date);
	const tidy = tidySql(text);
	const shape = (pattern: string) => formSql(tidy, pattern);
	const year = (pattern: string) => fullYear(part(tidy, pattern, 1), lastYear);
	// Forms of a fixed length come first: they are what files of millions of rows hold.
	return `CASE
		WHEN ${text} = '' THEN NULL
		WHEN length(${text}) = 10 AND ${text}[5] = '-' THEN try_cast(${text} AS DATE)
		WHEN length(${text}) = 10 AND ${amongSql(`${text}[3]`, ['/', '-', '.'])} AND ${text}[6] = ${text}[3] THEN
			try_cast(${text}[7:10] || '-' || ${text}[4:5] || '-' || ${text}[1:2] AS DATE)
		WHEN length(${text}) = 7 AND ${text}[5] = '-' THEN ${monthAlone(`try_cast(${text} || '-01' AS DATE)`)}
		WHEN ${shape(TOGETHER)} THEN ${monthAlone(built(`left(${tidy}, 4)`, `right(${tidy}, 2)`, "'1'"))}
		WHEN ${shape(YEAR_MONTH)} THEN
			${monthAlone(built(part(tidy, YEAR_MONTH, 1), part(tidy, YEAR_MONTH, 2), "'1'"))}
		WHEN ${shape(YEAR_FIRST)} THEN
			${built(part(tidy, YEAR_FIRST, 1), part(tidy, YEAR_FIRST, 2), part(tidy, YEAR_FIRST, 3))}
		WHEN ${shape(DAY_FIRST)} THEN
			${built(fullYear(part(tidy, DAY_FIRST, 3), lastYear), part(tidy, DAY_FIRST, 2), part(tidy, DAY_FIRST, 1))}
		WHEN ${shape('[0-9]{8}')} THEN ${built(`left(${tidy}, 4)`, `substr(${tidy}, 5, 2)`, `right(${tidy}, 2)`)}
		WHEN ${shape(SERIAL)} THEN DATE '1899-12-30' + try_cast(left(${tidy}, 5) AS INTEGER)
		WHEN ${shape(MONTH_YEAR)} THEN
			${monthAlone(built(part(tidy, MONTH_YEAR, 2), part(tidy, MONTH_YEAR, 1), "'1'"))}
		WHEN ${shape(DAY_NAMED)} THEN
			${built(year(`${NAME}[ ,./-]+([0-9]{4}|[0-9]{2})`), monthByName(tidy), part(tidy, '^([0-9]{1,2})', 1))}
		WHEN ${shape(MONTH_NAMED)} THEN
			${monthAlone(built(year('([0-9]{4}|[0-9]{2})$'), monthByName(tidy), "'1'"))}
	END`;
}

/** Whether a cell states something that is no date, or one that no list can mean. */
export function dateInvalidSql(date: string, text: string): string {
	return `CASE WHEN ${date} IS NULL THEN NOT ${emptySql(text)} ELSE ${date} < DATE '1900-01-01' END`;
}

/** Month number of a date: `year * 12 + month - 1`. */
export function monthNumberSql(date: string): string {
	return `(year(${date}) * 12 + month(${date}) - 1)::SMALLINT`;
}
