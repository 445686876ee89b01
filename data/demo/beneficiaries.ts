import {
	DATE_LOCAL,
	NIK_SPACED,
	REGION_FORMER,
	faultOf,
	monthCell,
	nikCell,
	regionCell,
	wordCell
} from './dirt';
import { draw, key, oneOf, whole } from './draw';
import type { Period } from './period';

export const BENEFICIARY_COLUMNS = [
	'nik',
	'no_kk',
	'program',
	'kode_wilayah',
	'desil',
	'tanggal_lahir',
	'jenis_kelamin',
	'bulan_awal',
	'bulan_akhir',
	'punya_usaha'
] as const;

const UNKNOWN_WORDS = ['BLT-DD', 'RUTILAHU', 'PIP'];

/**
 * SQL that makes the table `receipt`: one row for each spell of one person in one programme, as the
 * region's last list has it, with its fault. Months are absolute; `first` NULL is before the lists
 * begin, `last` NULL is still receiving.
 */
export function receiptSql(period: Period): string {
	// Sembako may go on where PKH has ended, and begin later.
	const lag = `CASE WHEN pkh THEN ${whole('k', 'sembako lag', 0, 3)} * 3 ELSE 0 END`;
	const sembakoFirst = `least(first_month + ${lag}, ${period.last})`;
	const goesOn = `pkh AND graduation_month IS NULL AND ${draw('k', 'sembako goes on')} < 0.4`;
	return `CREATE OR REPLACE TEMP TABLE receipt AS
WITH spells AS (
	SELECT i, 1 AS spell, 'PKH' AS programme, first_month AS began, first_known AS known,
		coalesce(pause_month, last_month) AS ended
	FROM person WHERE pkh
	UNION ALL
	SELECT i, 2, 'PKH', pause_month + ${whole('k', 'return', 3, 5)}, true, NULL
	FROM person WHERE pkh AND pause_month IS NOT NULL
	UNION ALL
	SELECT i, 3, 'SEMBAKO', ${sembakoFirst}, first_known,
		CASE WHEN NOT (${goesOn}) AND last_month >= ${sembakoFirst} THEN last_month END
	FROM person WHERE sembako
), listed AS (
	SELECT p.*, s.spell, s.programme, s.began, CASE WHEN s.known THEN s.began END AS first,
		CASE WHEN s.ended <= p.through_beneficiaries THEN s.ended END AS last,
		${key('p.k', 'receipt')} AS person_key, xor(person_key, s.spell::UBIGINT) AS spell_key
	FROM spells s JOIN person p USING (i)
	WHERE s.began <= p.through_beneficiaries
		AND s.began <= ${period.last} AND coalesce(s.ended, ${period.last}) >= ${period.first}
), keyed AS (
	SELECT *, ${key('spell_key', 'row')} AS row_key FROM listed
)
SELECT *, ${faultOf('beneficiaries')} AS fault,
	-- Two rows that overlap, where the spell is long enough to be cut; otherwise the same row twice.
	greatest(began, ${period.first}) AS cut_from, coalesce(last, through_beneficiaries) AS cut_to,
	CASE WHEN fault = 'duplicate' AND cut_to - cut_from >= 4 AND ${key('row_key', 'overlap')} % 2 = 0
		THEN cut_from + (cut_to - cut_from) // 2 END AS cut
FROM keyed`;
}

/** SQL of the rows of `beneficiaries.csv` in their order. */
export function beneficiaryRows(period: Period): string {
	const first = `CASE fault
		WHEN 'date_invalid' THEN ${oneOf('row_key', 'no month', ['0000-00-00', '2025-13', '31/02/2025'])}
		WHEN 'date_future' THEN ${oneOf('row_key', 'future month', ['2095-03', '2101-11'])}
		WHEN 'last_before_first' THEN ${monthCell(`coalesce(first, ${period.first})`)}
		ELSE CASE WHEN copy = 1 AND cut IS NOT NULL THEN ${monthCell('cut')} ELSE ${monthCell('first')} END END`;
	const last = `CASE fault
		WHEN 'date_invalid' THEN NULL
		WHEN 'date_future' THEN NULL
		WHEN 'last_before_first' THEN ${monthCell(`coalesce(first, ${period.first}) - 3`)}
		ELSE CASE WHEN copy = 0 AND cut IS NOT NULL THEN ${monthCell('cut + 1')} ELSE ${monthCell('last')} END END`;
	return `SELECT ${nikCell()} AS nik, family_card AS no_kk,
	${wordCell('programme', 'programme_unknown', UNKNOWN_WORDS)} AS program,
	${regionCell()} AS kode_wilayah,
	CASE WHEN fault = 'decile_range' THEN ${oneOf('row_key', 'decile', ['0', '11', '99'])}
		ELSE decile::VARCHAR END AS desil,
	CASE WHEN ${DATE_LOCAL} THEN strftime(birth, '%d/%m/%Y') ELSE birth::VARCHAR END AS tanggal_lahir,
	CASE WHEN woman THEN 'P' ELSE 'L' END AS jenis_kelamin,
	${first} AS bulan_awal, ${last} AS bulan_akhir,
	CASE WHEN business THEN 'ya' WHEN NOT business THEN 'tidak' END AS punya_usaha
FROM (SELECT *, unnest(CASE WHEN fault = 'duplicate' THEN [0, 1] ELSE [0] END) AS copy FROM receipt)
ORDER BY i, spell, copy`;
}

/** SQL of what was put in: fault or form, and rows. */
export const RECEIPT_COUNTS = `SELECT coalesce(fault, '') AS fault, count(*) AS rows,
	count(*) FILTER (${NIK_SPACED}) AS nik_spaced, count(*) FILTER (${DATE_LOCAL}) AS date_local,
	count(*) FILTER (${REGION_FORMER}) AS region_former
FROM receipt GROUP BY 1`;
