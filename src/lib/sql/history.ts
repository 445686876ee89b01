import { OWN } from '$lib/engine/workbench/own';

/** What was run on this machine, newest first. Nothing of its answer is kept. */
export interface Remembered {
	sql: string;
	/** ISO date and time. */
	at: string;
}

const KEY = 'pantau-sql';
const MOST = 50;
const LONGEST = 20_000;

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Never throws: what another version has written, or nobody may read, is no history. */
export function remembered(store: Store): Remembered[] {
	try {
		const kept: unknown = JSON.parse(store.getItem(KEY) ?? '[]');
		return Array.isArray(kept) ? kept.filter(isRemembered).slice(0, MOST) : [];
	} catch {
		return [];
	}
}

/** Keeps a query, once. One that names own files is kept without the values written in it. */
export function remember(store: Store, sql: string, now: Date): Remembered[] {
	const kept = namesOwnFiles(sql) ? withoutValues(sql) : sql;
	if (kept.length > LONGEST) return remembered(store);
	const rest = remembered(store).filter((one) => one.sql !== kept);
	const all = [{ sql: kept, at: now.toISOString() }, ...rest].slice(0, MOST);
	try {
		store.setItem(KEY, JSON.stringify(all));
	} catch {
		// Full, or refused by the browser: a history is no reason to stop.
	}
	return all;
}

export function forget(store: Store): void {
	try {
		store.removeItem(KEY);
	} catch {
		// Refused by the browser, which then has kept nothing.
	}
}

/** Whether a query names the reader's own files, or could. */
export function namesOwnFiles(sql: string): boolean {
	return new RegExp(`(?<![\\p{L}\\p{N}_])${OWN}(?![\\p{L}\\p{N}_])`, 'iu').test(sql);
}

/** The query with `…` for each text, `0` for each number and nothing for each comment. */
export function withoutValues(sql: string): string {
	return sql.replace(
		/--[^\n\r]*|\/\*[\s\S]*?(?:\*\/|$)|(["])(?:[^"]|"")*(?:"|$)|[eE]?'(?:[^'\\]|\\[\s\S]|'')*(?:'|$)|\$([A-Za-z_]*)\$[\s\S]*?(?:\$\2\$|$)|(?<![\p{L}\p{N}_])\d[\d_.]*/gu,
		(part) => {
			if (part.startsWith('"')) return part;
			if (part.startsWith('--') || part.startsWith('/*')) return '';
			return /^\d/.test(part) ? '0' : "'…'";
		}
	);
}

function isRemembered(value: unknown): value is Remembered {
	if (typeof value !== 'object' || value === null) return false;
	const { sql, at } = value as Partial<Remembered>;
	return typeof sql === 'string' && typeof at === 'string';
}
