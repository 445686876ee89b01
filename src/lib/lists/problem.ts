import { m } from '$lib/i18n/paraglide/messages';
import type { ListKind, Locale } from '$lib/model';
import type { ListColumn } from './columns';
import type { MapFault } from './map';
import type { ListRole } from './roles';
import { listText, roleText } from './words';

/** What stops a run: nothing of the lists is read. Headers may be in it, values of cells never. */
export type ListProblem =
	| { kind: 'no_rows'; list: ListKind; file: string }
	| { kind: 'header_missing'; list: ListKind; file: string }
	| {
			kind: 'column_missing';
			list: ListKind;
			file: string;
			roles: readonly ListRole[];
			headers: readonly string[];
	  }
	| {
			kind: 'column_ambiguous';
			list: ListKind;
			file: string;
			role: ListRole;
			candidates: readonly ListColumn[];
	  }
	| { kind: 'codes_ambiguous'; list: ListKind; file: string }
	| { kind: 'nik_damaged'; list: ListKind; file: string }
	| { kind: 'file_damaged'; list: ListKind; file: string }
	/** A quotation mark that nothing closes: everything after it would be one cell. */
	| { kind: 'quote_open'; list: ListKind; file: string; row: number }
	/** A row that is longer than any row of a list: line ends are missing, or it is no list. */
	| { kind: 'row_long'; list: ListKind; file: string; row: number }
	/** The file cannot be opened or is of no kind that is read; `rule` and words are the reader's. */
	| {
			kind: 'file';
			list: ListKind;
			file: string;
			rule: string;
			said: Readonly<Record<Locale, { message: string; hint: string }>>;
	  }
	| {
			kind: 'sheet_unknown';
			list: ListKind;
			file: string;
			sheet: string;
			sheets: readonly string[];
	  }
	| { kind: 'map_invalid'; fault: MapFault }
	| { kind: 'map_column_unknown'; list: ListKind; headers: readonly string[] }
	| { kind: 'word_unknown'; list: ListKind; said: string; allowed: readonly string[] };

export class ListError extends Error {
	override readonly name = 'ListError';

	constructor(readonly problem: ListProblem) {
		super(problem.kind);
	}
}

/** Most headers that are named in one sentence. */
const MOST = 40;

/** Headers are the office's own words, but a long number among them is rather a cell: hidden. */
function header(text: string): string {
	return `"${text.replace(/\d{5,}/g, '…').slice(0, 60)}"`;
}

function headersText(headers: readonly string[], locale: Locale): string {
	const named = headers.filter((text) => text.trim() !== '').map(header);
	const shown = named.length > MOST ? [...named.slice(0, MOST), '…'] : named;
	return new Intl.ListFormat(locale, { type: 'unit' }).format(shown);
}

/** A column by its header, or by its place where others bear the same. */
function columnKey(column: ListColumn, all: readonly ListColumn[]): string {
	const same = all.filter((other) => other.header.trim() === column.header.trim());
	return same.length > 1 || column.header.trim() === ''
		? `#${column.at + 1}`
		: column.header.trim();
}

function example(list: ListKind, columns: Readonly<Record<string, string>>): string {
	return JSON.stringify({ [list]: { columns } });
}

/** What stops the run, and the way out of it, in the reader's language. */
export function problemText(
	problem: ListProblem,
	locale: Locale
): { message: string; hint: string } {
	const at = { locale };
	const list = 'list' in problem ? listText(problem.list, locale) : '';
	const file = 'file' in problem ? problem.file : '';
	const place = { file, list };
	switch (problem.kind) {
		case 'no_rows':
			return {
				message: m.lists_problem_no_rows(place, at),
				hint: m.lists_problem_no_rows_hint({}, at)
			};
		case 'header_missing':
			return {
				message: m.lists_problem_header_missing(place, at),
				hint: m.lists_problem_header_missing_hint({}, at)
			};
		case 'column_missing': {
			const or = new Intl.ListFormat(locale, { type: 'disjunction' });
			const role = or.format(problem.roles.map((each) => roleText(each, locale)));
			const headers = headersText(problem.headers, locale);
			const columns = { [locale === 'id' ? 'Judul kolom' : 'Header']: problem.roles[0] ?? '' };
			return {
				message: m.lists_problem_column_missing({ ...place, role, headers }, at),
				hint: m.lists_problem_column_missing_hint({ example: example(problem.list, columns) }, at)
			};
		}
		case 'column_ambiguous': {
			const { candidates } = problem;
			const role = roleText(problem.role, locale);
			const names = candidates.map((each) => `${header(each.header)} (#${each.at + 1})`);
			const headers = new Intl.ListFormat(locale, { type: 'disjunction' }).format(names);
			const [first] = candidates;
			const columns = first ? { [columnKey(first, candidates)]: problem.role } : {};
			return {
				message: m.lists_problem_column_ambiguous({ ...place, role, headers }, at),
				hint: m.lists_problem_column_ambiguous_hint({ example: example(problem.list, columns) }, at)
			};
		}
		case 'codes_ambiguous':
			return {
				message: m.lists_problem_codes_ambiguous(place, at),
				hint: m.lists_problem_codes_ambiguous_hint({}, at)
			};
		case 'nik_damaged':
			return {
				message: m.lists_problem_nik_damaged(place, at),
				hint: m.lists_problem_nik_damaged_hint({}, at)
			};
		case 'file_damaged':
			return {
				message: m.lists_problem_file_damaged(place, at),
				hint: m.lists_problem_file_damaged_hint({}, at)
			};
		case 'quote_open':
			return {
				message: m.lists_problem_quote_open({ ...place, row: String(problem.row) }, at),
				hint: m.lists_problem_quote_open_hint({}, at)
			};
		case 'row_long':
			return {
				message: m.lists_problem_row_long({ ...place, row: String(problem.row) }, at),
				hint: m.lists_problem_row_long_hint({}, at)
			};
		case 'file':
			return problem.said[locale];
		case 'sheet_unknown':
			return {
				message: m.lists_problem_sheet_unknown(
					{ file, sheet: header(problem.sheet), sheets: headersText(problem.sheets, locale) },
					at
				),
				hint: m.lists_problem_sheet_unknown_hint({}, at)
			};
		case 'map_invalid':
			return {
				message: m.lists_problem_map_invalid({ at: header(problem.fault.at) }, at),
				hint: m.lists_problem_map_invalid_hint({ allowed: problem.fault.allowed.join(', ') }, at)
			};
		case 'map_column_unknown':
			return {
				message: m.lists_problem_map_column_unknown(
					{ list, headers: headersText(problem.headers, locale) },
					at
				),
				hint: m.lists_problem_map_column_unknown_hint({}, at)
			};
		case 'word_unknown':
			return {
				message: m.lists_problem_word_unknown({ list, said: header(problem.said) }, at),
				hint: m.lists_problem_word_unknown_hint({ allowed: problem.allowed.join(', ') }, at)
			};
	}
}
