/** What the reader decided from evidence and the person should know. */
export const NOTE_RULES = [
	'indicator_from_title',
	'indicator_from_name',
	'column_ignored',
	'year_from_title',
	'year_from_name',
	'year_from_map',
	'place_from_name',
	'unit_from_title',
	'unit_from_map',
	'unit_by_size',
	'mark_from_file',
	'mark_by_unit',
	'repeats',
	'sheet_read',
	'total_read',
	'zero_restored',
	'name_unrecognised'
] as const;

export type NoteRule = (typeof NOTE_RULES)[number];

export interface Note {
	rule: NoteRule;
	found: string;
	expected: string;
}

export function note(rule: NoteRule, found = '', expected = ''): Note {
	return { rule, found, expected };
}
