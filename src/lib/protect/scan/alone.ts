/**
 * How a text is read. `text`: prose, tables, pages. `code`: programs and drawings, where digits inside
 * a longer word belong to that word. `bytes`: any file read byte by byte, where nothing separates
 * one value from the next.
 */
export type TextForm = 'text' | 'code' | 'bytes';

/** Hexadecimal digits in a row, with a letter among them, from which on they are a digest. */
const DIGEST = 24;
/** Longest digest (SHA-512) that is looked at on either side. */
const REACH = 128;

/** Whether the characters from `start` to `end` are a number of their own, and not a part of another. */
export function standsAlone(text: string, start: number, end: number, form: TextForm): boolean {
	if (isFraction(text, start) || hasFraction(text, end)) return false;
	if (form === 'code' && isInsideWord(text, start, end)) return false;
	return !isInsideDigest(text, start, end);
}

/** `0.123` and `-.123`, but not `No.123` or `…123`. */
function isFraction(text: string, start: number): boolean {
	return text[start - 1] === '.' && !/[a-z.]/i.test(text[start - 2] ?? ' ');
}

/** `123.4`, but not `123.` or `123.0`, which is how a database writes a whole number. */
function hasFraction(text: string, end: number): boolean {
	if (text[end] !== '.') return false;
	const after = /^\d+/.exec(text.slice(end + 1, end + 40))?.[0];
	return after !== undefined && !/^0+$/.test(after);
}

function isInsideWord(text: string, start: number, end: number): boolean {
	if (/[\w$.]/.test(text[start - 1] ?? ' ')) return true;
	// `123n` is how a program writes a long whole number.
	return /^(?:[\w$]{2}|[\w$](?<!n))/.test(text.slice(end, end + 2));
}

function isInsideDigest(text: string, start: number, end: number): boolean {
	const before = /[0-9a-z]*$/i.exec(text.slice(Math.max(0, start - REACH), start))?.[0] ?? '';
	const after = /^[0-9a-z]*/i.exec(text.slice(end, end + REACH))?.[0] ?? '';
	const around = before + after;
	if (around.length + end - start < DIGEST) return false;
	return /^[0-9a-f]+$/i.test(around) && /[a-f]/i.test(around);
}
