import { textLiteral } from './literal';

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

/** Whether a text says nothing. */
export function emptySql(text: string): string {
	const words = NOTHING.map(textLiteral).join(', ');
	return `(CASE WHEN ${text} = '' THEN true ELSE lower(${tidySql(text)}) IN (${words}) END)`;
}

/** Whether the whole text has this form (RE2). */
export function formSql(text: string, pattern: string): string {
	return `regexp_full_match(${text}, ${textLiteral(pattern)})`;
}
