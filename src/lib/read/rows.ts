import type { Columns } from './columns';
import { type Draft, isTotal, regionOf, regionOfTotal } from './drafts';
import type { PlacedFigure, RowFigures } from './figures';
import { plainWords } from './grid';
import { type Note, note } from './note';
import { partsIn } from './plausible';
import { type Problem, type RowRule, problem } from './problem';
import type { RegionRefusal, RegionResolution, Resolver } from './region';

/** A row that was refused whole, and the column in which the reason stands. */
export interface Refused {
	line: number;
	column: string;
	why: Problem<RowRule> | RegionRefusal;
}

export interface RowOptions {
	columns: Columns;
	resolver: Resolver;
	regions: readonly { code: string }[];
	/** The one region of a table without a column of regions. */
	place: string | null;
	where: Record<string, string> | undefined;
	read: (draft: Draft, region: string) => RowFigures;
	notes: Note[];
}

export interface KeptRow {
	draft: Draft;
	figures: PlacedFigure[];
}

const DAMAGED = /^\d+([.,]\d+)?e[+-]?\d+$/i;

function header(columns: Columns, at: number | null): string {
	return at === null ? '' : (columns.headers[at] ?? '');
}

function filteredOut(draft: Draft, options: RowOptions): Refused | null {
	for (const [name, wanted] of Object.entries(options.where ?? {})) {
		const at = options.columns.headers.findIndex((known) => plainWords(known) === plainWords(name));
		const text = String(draft.cells[at] ?? '');
		if (plainWords(text) !== plainWords(wanted))
			return { line: draft.line, column: name, why: problem('row_filtered', text, wanted) };
	}
	return null;
}

/** Reasons for which a row is none of the table's, whatever its region. */
function notOfTable(draft: Draft, options: RowOptions): Refused | null {
	const { columns } = options;
	const column = header(columns, columns.name ?? columns.code);
	const { code, name } = draft.question;
	if (draft.repeated)
		return { line: draft.line, column, why: problem('not_data', name ?? code ?? '') };
	if (code !== undefined && DAMAGED.test(code))
		return {
			line: draft.line,
			column: header(columns, columns.code),
			why: problem('code_damaged', code)
		};
	return filteredOut(draft, options);
}

function told(draft: Draft, answer: RegionResolution, notes: Note[]): void {
	if (!answer.ok) return;
	const { code = '', name = '' } = draft.question;
	if (answer.via === 'code_zero_restored') notes.push(note('zero_restored', code, answer.code));
	if (answer.unrecognisedName !== undefined)
		notes.push(note('name_unrecognised', name, answer.code));
}

/** Reads every row: kept with its figures, or refused with the reason. Totals are read last. */
export function readRows(drafts: readonly Draft[], options: RowOptions) {
	const { columns, notes } = options;
	const kept: KeptRow[] = [];
	const refused: Refused[] = [];
	const totals: Draft[] = [];
	const listed = new Set<string>();
	const asked = drafts.map(({ question }) => question);
	const resolver = options.resolver.among(asked);
	const column = header(columns, columns.name ?? columns.code);

	function keep(draft: Draft, region: string): void {
		const row = options.read(draft, region);
		if (row.ok) kept.push({ draft, figures: row.figures });
		else refused.push({ line: draft.line, column: row.column, why: row.problem });
	}

	for (const draft of drafts) {
		const odd = notOfTable(draft, options);
		if (odd) {
			refused.push(odd);
			continue;
		}
		if (options.place !== null) {
			if (draft.figures) keep(draft, options.place);
			else refused.push({ line: draft.line, column, why: problem('not_data', firstText(draft)) });
			continue;
		}
		if (isTotal(draft.question.name ?? '') && draft.question.code === undefined) {
			totals.push(draft);
			continue;
		}
		const answer = regionOf(draft, resolver);
		if (answer.ok) {
			told(draft, answer, notes);
			listed.add(answer.code);
			keep(draft, answer.code);
		} else {
			const at = answer.rule.includes('code') ? columns.code : (columns.name ?? columns.code);
			const why = draft.figures ? answer : problem('not_data' as const, firstText(draft));
			refused.push({ line: draft.line, column: header(columns, at), why });
		}
	}
	const region = totals.length === 0 ? null : regionOfTotal(listed, partsIn(options.regions));
	for (const draft of totals) {
		const name = draft.question.name ?? '';
		if (!draft.figures) refused.push({ line: draft.line, column, why: problem('not_data', name) });
		else if (region === null)
			refused.push({ line: draft.line, column, why: problem('total_unnamed', name) });
		else {
			notes.push(note('total_read', name, region));
			keep(draft, region);
		}
	}
	kept.sort((a, b) => a.draft.line - b.draft.line);
	refused.sort((a, b) => a.line - b.line);
	return { kept, refused };
}

function firstText(draft: Draft): string {
	return (
		draft.cells
			.map(String)
			.find((text) => text.trim() !== '')
			?.trim()
			.slice(0, 80) ?? ''
	);
}
