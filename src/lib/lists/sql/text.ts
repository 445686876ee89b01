import { literal } from '$lib/engine/quote';

/** Words that offices write where there is nothing. */
const NOTHING = [
	'',
	'-',
	'–',
	'—',
	'.',
	'null',
	'(null)',
	'nan',
	'n/a',
	'#n/a',
	'none',
	'kosong',
	'nihil'
];

/** A text without the spaces around it, also the unbreakable ones. */
export function tidySql(text: string): string {
	return `trim(${text})`;
}

/**
 * Whether a text is one of these. Not `IN`: DuckDB makes a join of that, and rows would lose the
 * order by which they are known.
 */
export function amongSql(text: string, words: readonly string[]): string {
	return `list_contains([${words.map(literal).join(', ')}], ${text})`;
}

/** Whether a text says nothing. */
export function emptySql(text: string): string {
	return `(CASE WHEN ${text} = '' THEN true ELSE ${amongSql(`lower(${tidySql(text)})`, NOTHING)} END)`;
}

/** Whether the whole text has this form (RE2). */
export function formSql(text: string, pattern: string): string {
	return `regexp_full_match(${text}, ${literal(pattern)})`;
}
