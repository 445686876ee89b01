import { formSql } from './text';

/**
 * Digits of a NIK or No KK: without spaces, dots, hyphens, a leading apostrophe, and the `="…"` by
 * which spreadsheets are told to keep text.
 * @param text a column of texts
 */
export function digitsSql(text: string): string {
	const stripped = `regexp_replace(${text}, '[\\s\\x{a0}\\x{2010}-\\x{2015}.''‘’\`"=-]', '', 'g')`;
	return `CASE WHEN ${formSql(text, '[0-9]{16}')} THEN ${text} ELSE ${stripped} END`;
}

/** Whether the cell is what Excel makes of 16 digits: `3.20101E+15`, with a point or a comma. */
export function excelSql(text: string): string {
	return formSql(text, '[\'"=]*[0-9]([.,][0-9]+)?[eE]\\+?[0-9]{1,2}"?');
}
