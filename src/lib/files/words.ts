import { formatNumber } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import type { Locale } from '$lib/model';
import type { FindingKind } from '$lib/protect/scan/finding';
import type { OwnType } from './columns';
import type { Combiner } from './combine';
import type { FaultRule, FileFault } from './fault';
import type { CellRule } from './values';

type Speaker = (parts: { found: string; most: string }, options: { locale: Locale }) => string;

const FAULTS: Record<FaultRule, Speaker> = {
	too_large: m.files_fault_too_large,
	too_many_columns: m.files_fault_too_many_columns,
	too_many_rows: m.files_fault_too_many_rows,
	too_many_cells: m.files_fault_too_many_cells,
	too_much_text: m.files_fault_too_much_text,
	unpacks_too_large: m.files_fault_unpacks_too_large,
	out_of_memory: m.files_fault_out_of_memory,
	too_slow: m.files_fault_too_slow,
	stopped: m.files_fault_stopped,
	gone: m.files_fault_gone,
	offline: m.files_fault_offline,
	empty: m.files_fault_empty,
	binary: m.files_fault_binary,
	not_as_named: m.files_fault_not_as_named,
	old_excel: m.files_fault_old_excel,
	encrypted: m.files_fault_encrypted,
	zip_other: m.files_fault_zip_other,
	zip_damaged: m.files_fault_zip_damaged,
	zip_lies: m.files_fault_zip_lies,
	xml_entities: m.files_fault_xml_entities,
	workbook_damaged: m.files_fault_workbook_damaged,
	quote_open: m.files_fault_quote_open,
	not_divided: m.files_fault_not_divided,
	nul: m.files_fault_nul,
	letters_mixed: m.files_fault_letters_mixed,
	parquet_cut: m.files_fault_parquet_cut,
	parquet_damaged: m.files_fault_parquet_damaged,
	parquet_packing: m.files_fault_parquet_packing,
	arrow_cut: m.files_fault_arrow_cut,
	arrow_damaged: m.files_fault_arrow_damaged,
	json_damaged: m.files_fault_json_damaged,
	json_no_table: m.files_fault_json_no_table,
	html_damaged: m.files_fault_html_damaged,
	no_table: m.files_fault_no_table,
	header_only: m.files_fault_header_only
};

/** Faults whose numbers are bytes. */
const IN_BYTES: ReadonlySet<FaultRule> = new Set([
	'too_large',
	'unpacks_too_large',
	'parquet_cut',
	'arrow_cut'
]);

const MB = 1024 * 1024;

/** Bytes as readers know them: `32 MB`, `0,4 MB`. */
export function formatBytes(bytes: number, locale: Locale): string {
	const size = bytes / MB;
	return `${formatNumber(size, locale, { decimals: size < 10 && size % 1 !== 0 ? 1 : 0 })} MB`;
}

/** What is wrong with a file and the way out of it, in the reader's language. */
export function describeFault({ rule, found, most }: FileFault, locale: Locale): string {
	const say = (value: string | number) =>
		typeof value === 'string'
			? value
			: IN_BYTES.has(rule)
				? formatBytes(value, locale)
				: formatNumber(value, locale);
	return FAULTS[rule]({ found: say(found), most: say(most) }, { locale });
}

const CELLS: Record<CellRule, (parts: { found: string }, options: { locale: Locale }) => string> = {
	row_too_long: m.files_cell_row_too_long,
	row_repeats_header: m.files_cell_row_repeats_header,
	row_undivided: m.files_cell_row_undivided,
	number_unreadable: m.files_cell_number_unreadable,
	number_ambiguous: m.files_cell_number_ambiguous,
	number_is_date: m.files_cell_number_is_date,
	date_unreadable: m.files_cell_date_unreadable,
	boolean_unreadable: m.files_cell_boolean_unreadable,
	formula_unanswered: m.files_cell_formula_unanswered
};

/** Why a row or a cell was not read. */
export function describeCell(rule: CellRule, found: string, locale: Locale): string {
	return CELLS[rule]({ found }, { locale });
}

type Word = (parts: Record<string, never>, options: { locale: Locale }) => string;

const TYPES: Record<OwnType, Word> = {
	text: m.files_type_text,
	number: m.files_type_number,
	date: m.files_type_date,
	boolean: m.files_type_boolean
};

export function typeName(type: OwnType, locale: Locale): string {
	return TYPES[type]({}, { locale });
}

const KINDS: Record<FindingKind, Word> = {
	nik: m.files_people_nik,
	no_kk: m.files_people_no_kk,
	phone: m.files_people_phone,
	email: m.files_people_email,
	account: m.files_people_account,
	name: m.files_people_name,
	address: m.files_people_address,
	personal: m.files_people_personal
};

export function findingName(kind: FindingKind, locale: Locale): string {
	return KINDS[kind]({}, { locale });
}

const COMBINED: Record<Combiner, Word> = {
	sum: m.files_combine_sum,
	mean: m.files_combine_mean,
	least: m.files_combine_least,
	greatest: m.files_combine_greatest
};

export function combinerName(combiner: Combiner, locale: Locale): string {
	return COMBINED[combiner]({}, { locale });
}
