/** What can be wrong with a whole file. */
export const FILE_RULES = [
	'file_missing',
	'file_is_folder',
	'file_unreadable',
	'file_empty',
	'file_binary',
	'file_old_excel',
	'file_encrypted',
	'file_damaged',
	'file_zip_other',
	'file_no_table',
	'sheet_unknown',
	'header_only',
	'region_column_missing',
	'region_too_fine',
	'value_column_missing',
	'value_columns_many',
	'indicator_unknown',
	'indicator_ambiguous',
	'indicator_undeclared',
	'source_undeclared',
	'map_invalid',
	'column_unknown',
	'dimension_extra',
	'all_refused'
] as const;

/** What can be wrong with one row; it is refused whole, and the report says why. */
export const ROW_RULES = [
	'not_data',
	'row_filtered',
	'code_damaged',
	'period_missing',
	'period_unreadable',
	'unit_missing',
	'unit_unknown',
	'unit_mismatch',
	'unit_needs_indicator',
	'category_unknown',
	'category_unsupported',
	'number_unreadable',
	'number_ambiguous',
	'number_is_date',
	'number_negative',
	'total_unnamed'
] as const;

export type FileRule = (typeof FILE_RULES)[number];
export type RowRule = (typeof ROW_RULES)[number];

/**
 * What went wrong, without words: `found` is what stands in the file, `expected` what would have
 * been right or the nearest that is known. Words are made for the reader's language in `words.ts`.
 */
export interface Problem<Rule extends string> {
	rule: Rule;
	found: string;
	expected: string;
}

export type FileProblem = Problem<FileRule>;

export function problem<Rule extends string>(rule: Rule, found = '', expected = ''): Problem<Rule> {
	return { rule, found, expected };
}

/** Thrown inside the reader where nothing of a file can be read; never leaves `readOfficial`. */
export class ReadError extends Error {
	override readonly name = 'ReadError';

	constructor(
		readonly problem: FileProblem,
		options?: ErrorOptions
	) {
		super(problem.rule, options);
	}
}

export function fail(rule: FileRule, found = '', expected = ''): never {
	throw new ReadError(problem(rule, found, expected));
}
