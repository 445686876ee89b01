import { OWN } from '$lib/engine/workbench/own';

/** What DuckDB objects to, as one of the kinds that the page has words for. */
export type TroubleKind =
	| 'syntax'
	| 'unfinished'
	| 'no_table'
	| 'no_own_table'
	| 'no_column'
	| 'no_function'
	| 'extension'
	| 'group_by'
	| 'types'
	| 'ambiguous'
	| 'conversion'
	| 'range'
	| 'read_only'
	| 'no_file'
	| 'exists'
	| 'constraint'
	| 'no_base_table'
	| 'values'
	| 'depends'
	| 'no_type'
	| 'other';

export interface Trouble {
	kind: TroubleKind;
	/** The name, word or value that it is about; empty where DuckDB names none. */
	about: string;
	/** What DuckDB would have known instead, at most three. */
	instead: readonly string[];
	/** Where it stands in the script, in UTF-16 units; null where DuckDB does not say. */
	place: { from: number; to: number } | null;
	/** DuckDB's own words. */
	original: string;
}

const KINDS: readonly (readonly [TroubleKind, RegExp])[] = [
	['unfinished', /unterminated|at end of input/i],
	['syntax', /^Parser.*?(?:at or near "(.*?)"|$)/is],
	['extension', /"?([\w.]+)"? is not in the catalog, but it exists in the (?:.*) extension/i],
	['no_function', /Function with name "?([^"\s]+)"? does not exist/i],
	['exists', /with name "?([^"\n]+?)"? already exists/i],
	['no_table', /(?:Table|View|Schema)(?: Function)? with name "?([^"\n]+?)"? does not exist/i],
	['no_table', /Referenced table "([^"]+)" not found/i],
	['no_column', /Referenced column "([^"]+)"/i],
	['no_column', /does not have a column (?:named|with name) "([^"]+)"/i],
	['no_column', /Referenced update column (\S+) not found/i],
	['no_type', /Type with name (\S+) does not exist/i],
	[
		'constraint',
		/^Constraint Error.*?(?:duplicate key "(.*?)"|constraint failed: (?:[^.\s]+\.)?(\S+)|$)/is
	],
	['values', /table (\S+) has \d+ columns but \d+ values were supplied/i],
	['no_base_table', /Can only (?:delete from|update|merge into) base table/i],
	['no_base_table', /(\S+) is not an? table/i],
	['no_base_table', /Existing object (\S+) is of type/i],
	['depends', /Cannot drop entry "([^"]+)"/i],
	['group_by', /column "([^"]+)" must appear in the GROUP BY/i],
	['ambiguous', /Ambiguous reference to (?:column|table)[^"]*"([^"]+)"/i],
	[
		'types',
		/(?:No function matches|Could not choose a best candidate).*?'?([\w+\-*/|=<>!~^]+)\(/is
	],
	['types', /Cannot (?:compare|mix) values of type/i],
	['read_only', /on database "([^"]+)" which is attached in read-only mode/i],
	['no_file', /Cannot access file "([^"]+)"/i],
	['no_file', /No files found that match the pattern "([^"]+)"/i],
	['conversion', /^Conversion Error.*?(?:string|value) ['"](.*?)['"]/is],
	['conversion', /^Conversion Error/i],
	['range', /^Out of Range Error/i]
];

/**
 * Reads DuckDB's message.
 * @param detail as the engine gives it: plain words with `LINE 1: …` and a caret, or JSON
 * @param script all that was run
 * @param at where the statement at fault begins in the script
 */
export function readTrouble(detail: string, script: string, at: number): Trouble {
	const { message, position } = plain(detail);
	const found = KINDS.map(([kind, pattern]) => ({ kind, match: pattern.exec(message) })).find(
		({ match }) => match !== null
	);
	const about = found?.match?.slice(1).find(Boolean) ?? '';
	// A file of whoever wrote the query goes along in no link: no other table is meant.
	const own = found?.kind === 'no_table' && namesOwn(script, about);
	return {
		kind: own ? 'no_own_table' : (found?.kind ?? 'other'),
		about: own ? `${OWN}.${about}` : about,
		instead: own ? [] : insteadOf(message),
		place: placeOf(message, position, script, at),
		original: message.trim()
	};
}

function namesOwn(script: string, table: string): boolean {
	return script.toLowerCase().replaceAll('"', '').includes(`${OWN}.${table.toLowerCase()}`);
}

/** Errors of syntax come as JSON, with the position in bytes. */
function plain(detail: string): { message: string; position: number | null } {
	if (!detail.startsWith('{')) return { message: detail, position: null };
	try {
		const told = JSON.parse(detail) as Record<string, unknown>;
		const message = `${String(told.exception_type)} Error: ${String(told.exception_message)}`;
		const position = Number(told.position);
		return { message, position: Number.isInteger(position) ? position : null };
	} catch {
		return { message: detail, position: null };
	}
}

function insteadOf(message: string): string[] {
	const told = /(?:Did you mean|Candidate bindings:|Candidate Entries:)\s*(.*)/i.exec(message)?.[1];
	return [...(told ?? '').matchAll(/"([^"]+)"/g)].map(([, name]) => name ?? '').slice(0, 3);
}

function placeOf(
	message: string,
	position: number | null,
	script: string,
	at: number
): Trouble['place'] {
	const statement = script.slice(at);
	const from = position === null ? caretOf(message, statement) : unitsOf(statement, position);
	if (from === null) return null;
	const word = /^[\p{L}\p{N}_.]+|^"(?:[^"]|"")*"?|^'(?:[^']|'')*'?|^\S/u.exec(
		statement.slice(from)
	);
	const end = from + (word?.[0].length ?? 0);
	// At the end of the input nothing stands: the last sign is marked.
	return end > from
		? { from: at + from, to: at + end }
		: { from: Math.max(0, at + from - 1), to: at + from };
}

/** Bytes of UTF-8 as units of UTF-16. */
function unitsOf(text: string, bytes: number): number {
	const head = new TextEncoder().encode(text).subarray(0, bytes);
	return Math.min(text.length, new TextDecoder().decode(head).length);
}

/**
 * Where the caret under `LINE 2: …` points to. A long line is shown in part, and a statement that was
 * put in brackets to be shown begins a line later.
 */
function caretOf(message: string, statement: string): number | null {
	const told = /^(LINE (\d+): )(.*)\n(\s*)\^/m.exec(message);
	if (!told) return null;
	const [, prefix = '', number = '1', shown = '', space = ''] = told;
	const part = shown.replace(/^\.\.\.|\.\.\.$/g, '');
	const cut = shown.startsWith('...') ? 3 : 0;
	const column = Math.max(0, space.length - prefix.length - cut);
	const lines = statement.split('\n');
	for (const line of [Number(number) - 1, Number(number) - 2]) {
		const inLine = lines[line]?.indexOf(part) ?? -1;
		if (inLine === -1) continue;
		const before = lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0);
		return before + inLine + column;
	}
	return null;
}

/** The number of the line in which a place stands, from 1. */
export function lineOf(script: string, at: number): number {
	return script.slice(0, at).split('\n').length;
}
