import type { ListKind } from '$lib/model';
import { draw, key, oneOf } from './draw';

/** What a reader of lists says of a row that it refuses; `duplicate` is merged, not refused. */
export const RULES = [
	'nik_missing',
	'nik_excel',
	'nik_length',
	'nik_letters',
	'nik_region',
	'nik_date',
	'nik_serial',
	'region_missing',
	'region_unknown',
	'date_invalid',
	'date_future',
	'decile_range',
	'left_before_joined',
	'last_before_first',
	'programme_unknown',
	'activity_unknown',
	'amount_invalid',
	'duplicate'
] as const;
export type Rule = (typeof RULES)[number];

const NIK: Partial<Record<Rule, number>> = {
	nik_missing: 0.002,
	nik_excel: 0.003,
	nik_length: 0.003,
	nik_letters: 0.001,
	nik_region: 0.001,
	nik_date: 0.002,
	nik_serial: 0.001
};
const DATES: Partial<Record<Rule, number>> = { date_invalid: 0.002, date_future: 0.001 };

/**
 * Share of the rows of a list with each fault. A row has one at most. An unknown region is no fault
 * of a member's row, whose regency is then known from the NIK.
 */
const RATES: Readonly<Record<ListKind, Partial<Record<Rule, number>>>> = {
	beneficiaries: {
		...NIK,
		region_missing: 0.001,
		region_unknown: 0.001,
		...DATES,
		decile_range: 0.002,
		last_before_first: 0.001,
		programme_unknown: 0.001,
		duplicate: 0.01
	},
	members: {
		...NIK,
		...DATES,
		left_before_joined: 0.002,
		programme_unknown: 0.001,
		duplicate: 0.012
	},
	activities: {
		...NIK,
		...DATES,
		activity_unknown: 0.001,
		amount_invalid: 0.001,
		duplicate: 0.006
	}
};

/** Valid rows in another form, which a reader accepts: share of the rows. */
export const FORMS = {
	nikSpaced: 0.02,
	dateLocal: 0.03,
	regionFormer: 0.3,
	twoCooperatives: 0.006
} as const;

/** SQL of the fault of a row, NULL for most. */
export function faultOf(list: ListKind): string {
	const chance = draw('row_key', 'fault');
	let below = 0;
	const cases = Object.entries(RATES[list]).map(([rule, rate]) => {
		below = Number((below + rate).toFixed(6));
		return `WHEN ${chance} < ${below} THEN '${rule}'`;
	});
	return `(CASE ${cases.join(' ')} END)`;
}

/** SQL that is true where a row's NIK is written with separators: valid, and to be accepted. */
export const NIK_SPACED = `((fault IS NULL OR fault NOT LIKE 'nik%')
	AND ${draw('row_key', 'nik form')} < ${FORMS.nikSpaced})`;

/** SQL that is true where a row's date is written 31/12/2025: valid, and to be accepted. */
export const DATE_LOCAL = `((fault IS NULL OR fault NOT LIKE 'date%')
	AND ${draw('row_key', 'date form')} < ${FORMS.dateLocal})`;

/** SQL that is true where a row bears the code of its region until 2022: valid, and to be accepted. */
export const REGION_FORMER = `(former IS NOT NULL AND (fault IS NULL OR fault NOT LIKE 'region%')
	AND ${draw('row_key', 'region form')} < ${FORMS.regionFormer})`;

/** SQL of the NIK as the list has it (VARCHAR), with its damage or its form. */
export function nikCell(): string {
	const text = '(nik::VARCHAR)';
	const grouped = (first: string, rest = first) =>
		`${text}[1:4] || '${first}' || ${text}[5:8] || '${rest}' || ${text}[9:12] || '${rest}' || ${text}[13:16]`;
	return `CASE fault
		WHEN 'nik_missing' THEN NULL
		WHEN 'nik_excel' THEN ${text}[1:1] || '.' || ${text}[2:6] || 'E+15'
		WHEN 'nik_length' THEN CASE WHEN ${key('row_key', 'length')} % 2 = 0
			THEN ${text}[1:15] ELSE ${text} || '1' END
		WHEN 'nik_letters' THEN ${text}[1:12] || 'O' || ${text}[14:16]
		WHEN 'nik_region' THEN '99' || ${text}[3:16]
		WHEN 'nik_date' THEN CASE WHEN ${key('row_key', 'date')} % 2 = 0
			THEN ${text}[1:8] || '13' || ${text}[11:16] ELSE ${text}[1:6] || '3002' || ${text}[11:16] END
		WHEN 'nik_serial' THEN ${text}[1:12] || '0000'
		ELSE CASE WHEN NOT ${NIK_SPACED} THEN ${text} ELSE CASE ${key('row_key', 'separator')} % 4
			WHEN 0 THEN ${grouped(' ')}
			WHEN 1 THEN ${text}[1:6] || '.' || ${text}[7:12] || '.' || ${text}[13:16]
			WHEN 2 THEN ${grouped('-')}
			ELSE '''' || ${text} END END
	END`;
}

/** SQL of the region's code as the list has it. */
export function regionCell(): string {
	return `CASE fault WHEN 'region_missing' THEN NULL
		WHEN 'region_unknown' THEN ${oneOf('row_key', 'unknown region', ['99.99', '98.01', '35.99'])}
		ELSE CASE WHEN ${REGION_FORMER} THEN former ELSE code END END`;
}

/** SQL of the day that decides a row, with its damage or its form. */
export function dateCell(date: string): string {
	return `CASE fault
		WHEN 'date_invalid' THEN ${oneOf('row_key', 'no date', ['0000-00-00', '31/02/2025', '2025-13-05'])}
		WHEN 'date_future' THEN ${oneOf('row_key', 'future', ['2095-03-14', '2101-11-02'])}
		ELSE CASE WHEN ${DATE_LOCAL} THEN strftime(${date}, '%d/%m/%Y') ELSE ${date}::VARCHAR END END`;
}

/** SQL of a month number as 2024-03. */
export function monthCell(month: string): string {
	return `((${month}) // 12 || '-' || right('0' || ((${month}) % 12 + 1), 2))`;
}

/** SQL of a word of the list, or of one that no reader knows. */
export function wordCell(word: string, fault: Rule, unknown: readonly string[]): string {
	return `CASE WHEN fault = '${fault}' THEN ${oneOf('row_key', 'word', unknown)} ELSE ${word} END`;
}
