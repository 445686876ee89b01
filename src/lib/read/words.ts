import type { Flag, Locale } from '$lib/model';
import { m } from '$lib/i18n/paraglide/messages';
import { type Unit, isUnit } from '$lib/model';
import { unitLabel } from '$lib/i18n/words';
import type { Note, NoteRule } from './note';
import type { FileRule, Problem, RowRule } from './problem';

interface Said {
	found: string;
	expected: string;
	/** `expected` as a unit, where it is one. */
	unit: string;
}

type Speaker = (said: Said, options: { locale: Locale }) => string;

const MESSAGES: Record<FileRule | RowRule, readonly [Speaker, Speaker]> = {
	file_missing: [m.read_problem_file_missing, m.read_problem_file_missing_hint],
	file_is_folder: [m.read_problem_file_is_folder, m.read_problem_file_is_folder_hint],
	file_unreadable: [m.read_problem_file_unreadable, m.read_problem_file_unreadable_hint],
	file_empty: [m.read_problem_file_empty, m.read_problem_file_empty_hint],
	file_binary: [m.read_problem_file_binary, m.read_problem_file_binary_hint],
	file_old_excel: [m.read_problem_file_old_excel, m.read_problem_file_old_excel_hint],
	file_encrypted: [m.read_problem_file_encrypted, m.read_problem_file_encrypted_hint],
	file_damaged: [m.read_problem_file_damaged, m.read_problem_file_damaged_hint],
	file_zip_other: [m.read_problem_file_zip_other, m.read_problem_file_zip_other_hint],
	file_no_table: [m.read_problem_file_no_table, m.read_problem_file_no_table_hint],
	sheet_unknown: [m.read_problem_sheet_unknown, m.read_problem_sheet_unknown_hint],
	header_only: [m.read_problem_header_only, m.read_problem_header_only_hint],
	region_column_missing: [
		m.read_problem_region_column_missing,
		m.read_problem_region_column_missing_hint
	],
	region_too_fine: [m.read_problem_region_too_fine, m.read_problem_region_too_fine_hint],
	value_column_missing: [
		m.read_problem_value_column_missing,
		m.read_problem_value_column_missing_hint
	],
	value_columns_many: [m.read_problem_value_columns_many, m.read_problem_value_columns_many_hint],
	indicator_unknown: [m.read_problem_indicator_unknown, m.read_problem_indicator_unknown_hint],
	indicator_ambiguous: [
		m.read_problem_indicator_ambiguous,
		m.read_problem_indicator_ambiguous_hint
	],
	indicator_undeclared: [
		m.read_problem_indicator_undeclared,
		m.read_problem_indicator_undeclared_hint
	],
	source_undeclared: [m.read_problem_source_undeclared, m.read_problem_source_undeclared_hint],
	map_invalid: [m.read_problem_map_invalid, m.read_problem_map_invalid_hint],
	column_unknown: [m.read_problem_column_unknown, m.read_problem_column_unknown_hint],
	dimension_extra: [m.read_problem_dimension_extra, m.read_problem_dimension_extra_hint],
	all_refused: [m.read_problem_all_refused, m.read_problem_all_refused_hint],
	not_data: [m.read_problem_not_data, m.read_problem_not_data_hint],
	row_filtered: [m.read_problem_row_filtered, m.read_problem_row_filtered_hint],
	code_damaged: [m.read_problem_code_damaged, m.read_problem_code_damaged_hint],
	period_missing: [m.read_problem_period_missing, m.read_problem_period_missing_hint],
	period_unreadable: [m.read_problem_period_unreadable, m.read_problem_period_unreadable_hint],
	unit_missing: [m.read_problem_unit_missing, m.read_problem_unit_missing_hint],
	unit_unknown: [m.read_problem_unit_unknown, m.read_problem_unit_unknown_hint],
	unit_mismatch: [m.read_problem_unit_mismatch, m.read_problem_unit_mismatch_hint],
	unit_needs_indicator: [
		m.read_problem_unit_needs_indicator,
		m.read_problem_unit_needs_indicator_hint
	],
	category_unknown: [m.read_problem_category_unknown, m.read_problem_category_unknown_hint],
	category_unsupported: [
		m.read_problem_category_unsupported,
		m.read_problem_category_unsupported_hint
	],
	number_unreadable: [m.read_problem_number_unreadable, m.read_problem_number_unreadable_hint],
	number_ambiguous: [m.read_problem_number_ambiguous, m.read_problem_number_ambiguous_hint],
	number_is_date: [m.read_problem_number_is_date, m.read_problem_number_is_date_hint],
	number_negative: [m.read_problem_number_negative, m.read_problem_number_negative_hint],
	total_unnamed: [m.read_problem_total_unnamed, m.read_problem_total_unnamed_hint]
};

const NOTES: Record<NoteRule, Speaker> = {
	indicator_from_title: m.read_note_indicator_from_title,
	indicator_from_name: m.read_note_indicator_from_name,
	column_ignored: m.read_note_column_ignored,
	year_from_title: m.read_note_year_from_title,
	year_from_name: m.read_note_year_from_name,
	year_from_map: m.read_note_year_from_map,
	place_from_name: m.read_note_place_from_name,
	unit_from_title: m.read_note_unit_from_title,
	unit_from_map: m.read_note_unit_from_map,
	unit_by_size: m.read_note_unit_by_size,
	mark_from_file: m.read_note_mark_from_file,
	mark_by_unit: m.read_note_mark_by_unit,
	repeats: m.read_note_repeats,
	sheet_read: m.read_note_sheet_read,
	total_read: m.read_note_total_read,
	zero_restored: m.read_note_zero_restored,
	name_unrecognised: m.read_note_name_unrecognised
};

/** What stands in a doubt's sentence, already in the reader's language. */
export interface DoubtParts {
	place: string;
	period: string;
	value: string;
	against: string;
	where: string;
}

const DOUBTS: Record<
	Exclude<Flag, 'approximate'>,
	(parts: DoubtParts, options: { locale: Locale }) => string
> = {
	over_hundred: m.read_doubt_over_hundred,
	conflict: m.read_doubt_conflict,
	jump: m.read_doubt_jump,
	total_mismatch: m.read_doubt_total_mismatch,
	placeholder_zero: m.read_doubt_placeholder_zero,
	outlier: m.read_doubt_outlier
};

function said({ found, expected }: { found: string; expected: string }, locale: Locale): Said {
	const unit: Unit | null = isUnit(expected) ? expected : null;
	return { found, expected, unit: unit === null ? expected : unitLabel(unit, locale) };
}

/** What went wrong and the way out of it, in the reader's language. */
export function describeProblem(
	problem: Problem<FileRule | RowRule>,
	locale: Locale
): { message: string; hint: string } {
	const [message, hint] = MESSAGES[problem.rule];
	const parts = said(problem, locale);
	return { message: message(parts, { locale }), hint: hint(parts, { locale }) };
}

/** What was decided from evidence, in the reader's language. */
export function describeNote(note: Note, locale: Locale): string {
	return NOTES[note.rule](said(note, locale), { locale });
}

/** Why a figure is not believed, in the reader's language. */
export function describeDoubt(flag: Flag, parts: DoubtParts, locale: Locale): string {
	return flag === 'approximate' ? '' : DOUBTS[flag](parts, { locale });
}
