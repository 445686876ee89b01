import { codeMeaning } from '$lib/i18n/code-words';
import { stateName } from '$lib/i18n/words';
import { type Locale, isFigureState } from '$lib/model';

/** `{words:f.state:state:published,missing}`: a column, which codes it holds, and those of them told. */
const CODES = /\{words:([\w.]+):(state|measure|list|reporting):([\w,]+)\}/g;

type Codes = 'state' | 'measure' | 'list' | 'reporting';

/** Writes the codes of a column as what they mean, in SQL that a reader can follow and change. */
export function withWords(sql: string, locale: Locale): string {
	return sql.replace(CODES, (_, column: string, codes: Codes, told: string) => {
		const cases = told
			.split(',')
			.map((code) => `    WHEN '${code}' THEN '${meaning(codes, code, locale)}'`);
		return [`CASE ${column}`, ...cases, `    ELSE ${column}`, '  END'].join('\n');
	});
}

function meaning(codes: Codes, code: string, locale: Locale): string {
	const words =
		codes === 'state' && isFigureState(code)
			? stateName(code, locale)
			: codes === 'reporting'
				? codeMeaning('reporting', 'state', code, locale)
				: codeMeaning('', codes, code, locale);
	return words.replaceAll("'", "''");
}
