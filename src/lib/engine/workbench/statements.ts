/** One statement of a script, without the semicolon. */
export interface Statement {
	text: string;
	/** Where its text begins in the script, in UTF-16 units. */
	from: number;
	/** Its words outside of texts, quoted names and comments, in upper case. */
	words: readonly string[];
}

/** Comments, texts, quoted names, dollar quotes; then words, and whatever else is meant. */
const PART =
	/--[^\n\r]*|\/\*|[eE]'(?:[^'\\]|\\[\s\S]|'')*(?:'|$)|'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|\$(?:[A-Za-z_][A-Za-z_0-9]*)?\$|[\p{L}_][\p{L}\p{N}_$]*|\S/gu;

/** The statements of a script, in their order. What holds only comments and space is none. */
export function splitStatements(script: string): Statement[] {
	const statements: Statement[] = [];
	const parts = new RegExp(PART);
	let start = 0;
	let words: string[] = [];
	let meant = false;
	const end = (at: number) => {
		const text = script.slice(start, at);
		const from = start + (text.length - text.trimStart().length);
		if (meant) statements.push({ text: text.trim(), from, words });
		start = at + 1;
		words = [];
		meant = false;
	};
	for (let match = parts.exec(script); match; match = parts.exec(script)) {
		const [part] = match;
		if (part.startsWith('--')) continue;
		if (part === '/*') {
			parts.lastIndex = endOfComment(script, match.index);
			continue;
		}
		if (part === ';') {
			end(match.index);
			continue;
		}
		meant = true;
		if (/^\$.*\$$/.test(part)) parts.lastIndex = endOfQuote(script, part, parts.lastIndex);
		else if (/^[\p{L}_][\p{L}\p{N}_$]*$/u.test(part)) words.push(part.toUpperCase());
	}
	end(script.length);
	return statements;
}

/** A comment may hold others. */
function endOfComment(script: string, from: number): number {
	const marks = /\/\*|\*\//g;
	marks.lastIndex = from;
	let depth = 0;
	for (let match = marks.exec(script); match; match = marks.exec(script)) {
		depth += match[0] === '/*' ? 1 : -1;
		if (depth === 0) return marks.lastIndex;
	}
	return script.length;
}

function endOfQuote(script: string, mark: string, from: number): number {
	const at = script.indexOf(mark, from);
	return at === -1 ? script.length : at + mark.length;
}

/** What DuckDB's own reader of SQL says: where each part begins, in bytes, comments left out. */
export interface Tokens {
	offsets: readonly number[];
}

/**
 * Whether DuckDB reads a statement as it was read here: one only, that begins with the same word. If
 * not, what it would run was not looked at.
 */
export function isReadAlike({ text, words }: Statement, { offsets }: Tokens): boolean {
	const bytes = new TextEncoder().encode(text);
	const semicolon = ';'.charCodeAt(0);
	if (offsets.some((offset) => bytes[offset] === semicolon)) return false;
	const first = new TextDecoder().decode(bytes.subarray(offsets[0] ?? 0)).toUpperCase();
	const [word] = words;
	if (/^[\p{L}_]/u.test(first)) return word !== undefined && first.startsWith(word);
	// A bracket, or an error of syntax.
	return true;
}

/** Statements that make, fill, change or drop a table. */
export const CHANGES: ReadonlySet<string> = new Set([
	'CREATE',
	'DROP',
	'ALTER',
	'INSERT',
	'UPDATE',
	'DELETE',
	'TRUNCATE',
	'MERGE'
]);

/** What a reader may ask: to read, and to make, fill and drop tables of their own. */
const ALLOWED = new Set([
	'SELECT',
	'WITH',
	'FROM',
	'VALUES',
	'TABLE',
	'SHOW',
	'DESCRIBE',
	'DESC',
	'SUMMARIZE',
	'PIVOT',
	'UNPIVOT',
	'PIVOT_WIDER',
	'PIVOT_LONGER',
	...CHANGES
]);

/** Statements that reach files, the network or the settings; each is refused by its name. */
const KNOWN = new Set([
	'ATTACH',
	'BEGIN',
	'CALL',
	'CHECKPOINT',
	'COMMIT',
	'COPY',
	'DEALLOCATE',
	'DETACH',
	'EXECUTE',
	'EXPORT',
	'FORCE',
	'IMPORT',
	'INSTALL',
	'LOAD',
	'PRAGMA',
	'PREPARE',
	'RESET',
	'ROLLBACK',
	'SET',
	'START',
	'USE',
	'VACUUM'
]);

const BEFORE_SECRET = new Set(['CREATE', 'OR', 'REPLACE', 'PERSISTENT', 'TEMPORARY', 'TEMP']);

/**
 * The word by which a statement is refused, or null where it may be run. DuckDB is locked in any case:
 * this gives the refusal its name, and holds what DuckDB itself would let through (a file of its own
 * written by COPY, an own database in memory).
 */
export function refusedWord({ words, text }: Statement): string | null {
	const asked = words[0] === 'EXPLAIN' ? afterExplain(words) : words;
	const [first] = asked;
	// Begins with a sign: a bracket around a SELECT, or what DuckDB will call an error of syntax.
	if (first === undefined) return null;
	if (first === 'CREATE' && asked.find((word) => !BEFORE_SECRET.has(word)) === 'SECRET')
		return 'CREATE SECRET';
	if (first === 'UPDATE' && asked[1] === 'EXTENSIONS') return 'UPDATE EXTENSIONS';
	if (/enable_logging/i.test(text)) return 'enable_logging';
	if (ALLOWED.has(first)) return null;
	return KNOWN.has(first) ? first : null;
}

/** `EXPLAIN ANALYZE` runs what it explains; its options stand in brackets. */
function afterExplain(words: readonly string[]): readonly string[] {
	const at = words.findIndex((word, index) => index > 0 && (ALLOWED.has(word) || KNOWN.has(word)));
	return at === -1 ? [] : words.slice(at);
}
