import type { ListKind } from '$lib/model/lists';
import { type ListRule, faultNumber } from '../rules';
import { excelSql } from './digits';
import { emptySql, formSql, tidySql } from './text';

/** A regency's code in a NIK and the regency of today that it belongs to: both as numbers (3201). */
export interface Issuer {
	code: number;
	region: number;
}

const LOWEST = 1000;

/** List by code − 999, so that a row finds its regency without a join, and rows keep their order. */
function issuerList(issuers: readonly Issuer[]): string {
	const byCode = new Map(issuers.map(({ code, region }) => [code, region]));
	const highest = Math.max(LOWEST, ...byCode.keys());
	const entries = Array.from({ length: highest - LOWEST + 1 }, (_, at) => byCode.get(LOWEST + at));
	// As one text: thousands of literals take DuckDB a third of a second to plan.
	return `'[${entries.map((region) => region ?? 'NULL').join(',')}]'::USMALLINT[]`;
}

/** Days of a month by its number; February has 29 and is looked at again. */
const MONTH_DAYS = '[31,29,31,30,31,30,31,31,30,31,30,31]';

/**
 * Columns that take a NIK apart, `PPKKCC DDMMYY SSSS`. Needs `nik_text` (the cell) and `nik` (its digits).
 * In layers, since each needs the one before: SQL lets a column use another of its own layer, but
 * then works it out again.
 * @param lastYear year in which the lists end: a birth year YY is 20YY up to it, else 19YY
 */
export function nikLayers(issuers: readonly Issuer[], lastYear: number): string[][] {
	const century = lastYear - (lastYear % 100);
	return [
		[`CASE WHEN ${formSql('nik', '[0-9]{16}')} THEN try_cast(nik AS UBIGINT) END AS nik_number`],
		[
			'(nik_number // 1000000000000)::INTEGER AS nik_issuer',
			'(nik_number // 100000000 % 100)::INTEGER AS nik_day_sex',
			'(nik_number // 1000000 % 100)::INTEGER AS nik_month',
			'(nik_number // 10000 % 100)::INTEGER AS nik_yy',
			'(nik_number % 10000)::INTEGER AS nik_serial'
		],
		[
			`CASE WHEN nik_issuer >= ${LOWEST} THEN (${issuerList(issuers)})[nik_issuer - ${LOWEST - 1}] END AS issuer`,
			'CASE WHEN nik_day_sex > 40 THEN nik_day_sex - 40 ELSE nik_day_sex END AS nik_day',
			`nik_yy + CASE WHEN nik_yy <= ${lastYear % 100} THEN ${century} ELSE ${century - 100} END AS nik_year`
		],
		[
			`(nik_month BETWEEN 1 AND 12 AND nik_day >= 1 AND nik_day <= ${MONTH_DAYS}[nik_month] AND (nik_month <> 2 OR nik_day < 29 OR (nik_year % 4 = 0 AND (nik_year % 100 <> 0 OR nik_year % 400 = 0)))) AS nik_dated`
		]
	];
}

/** Sex by NIK: the day of birth is + 40 for women. 1 male, 2 female. */
export const NIK_SEX = '(CASE WHEN nik_day_sex > 40 THEN 2 ELSE 1 END)';

/** Month of birth by NIK, as a month number. */
export const NIK_BIRTH = '(nik_year * 12 + nik_month - 1)::SMALLINT';

/** Branches of a CASE that give the number of the fault of a NIK, the first that is found. */
export function nikFaults(list: ListKind): string {
	const fault = (rule: ListRule) => faultNumber(list, rule);
	return `WHEN malformed THEN ${fault('row_malformed')}
		WHEN nik_number IS NULL THEN CASE
			WHEN ${emptySql('nik_text')} THEN ${fault('nik_missing')}
			WHEN ${excelSql(tidySql('nik_text'))} THEN ${fault('nik_excel')}
			WHEN NOT ${formSql('nik', '[0-9]+')} THEN ${fault('nik_letters')}
			ELSE ${fault('nik_length')}
		END
		WHEN issuer IS NULL THEN ${fault('nik_region')}
		WHEN NOT nik_dated THEN ${fault('nik_date')}
		WHEN nik_serial = 0 THEN ${fault('nik_serial')}`;
}
