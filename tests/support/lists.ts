import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { type LoadOptions, type Loaded, loadLists } from '../../data/publish/lists';
import { loadReference } from '../../data/reference/load';
import type { ListKind } from '../../src/lib/model/lists';

const REFERENCE = loadReference();

/** Keys of no population. */
export const KEYS = {
	id: new Uint8Array(32).fill(7),
	record: new Uint8Array(32).fill(9)
};

/** The day on which the tests take place. */
export const TODAY = '2025-12-31';

interface Born {
	issuer?: string;
	district?: number;
	day?: number;
	month?: number;
	year?: number;
	woman?: boolean;
	/** Added to 9000: serials that are not given out. */
	serial?: number;
}

function two(value: number): string {
	return String(value).padStart(2, '0');
}

/** A number in the form of a NIK that belongs to nobody. */
export function nik({
	issuer = '3201',
	district = 1,
	day = 17,
	month = 8,
	year = 85,
	woman = false,
	serial = 1
}: Born = {}): string {
	const born = `${two(woman ? day + 40 : day)}${two(month)}${two(year)}`;
	return `${issuer}${two(district)}${born}${9000 + serial}`;
}

const made: string[] = [];
afterAll(() => {
	for (const one of made) rmSync(one, { recursive: true, force: true });
});

/** A folder for the files of one test, under the system's temporary folder; gone after the tests of the file. */
export function folder(): string {
	const one = mkdtempSync(path.join(tmpdir(), 'lists-'));
	made.push(one);
	return one;
}

/** Writes a file into a folder of its own, and gives its path. */
export function written(name: string, content: string | Uint8Array): string {
	const file = path.join(folder(), name);
	writeFileSync(file, content);
	return file;
}

/** Lines of cells as CSV. */
export function csv(rows: readonly (readonly string[])[], delimiter = ','): string {
	return rows.map((row) => `${row.join(delimiter)}\n`).join('');
}

export interface Reading {
	loaded: Loaded;
	connection: DuckDBConnection;
	/** Rows of a statement; whole numbers as numbers, dates as ISO text. */
	rows: (sql: string) => Promise<Record<string, unknown>[]>;
	close: () => void;
}

function plain(value: unknown): unknown {
	if (typeof value === 'bigint')
		return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
	return value instanceof Date ? value.toISOString().slice(0, 10) : value;
}

/** Reads lists into a database of its own. */
export async function reading(
	files: readonly (readonly [ListKind, string])[],
	options: Partial<LoadOptions> = {}
): Promise<Reading> {
	const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
	const connection = await instance.connect();
	const loaded = await loadLists({
		connection,
		files: files.map(([list, file]) => ({ list, file })),
		keys: KEYS,
		reference: REFERENCE,
		today: TODAY,
		...options
	});
	return {
		loaded,
		connection,
		async rows(sql) {
			const reader = await connection.runAndReadAll(sql);
			return reader
				.getRowObjectsJS()
				.map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, plain(v)])));
		},
		close() {
			connection.closeSync();
			instance.closeSync();
		}
	};
}

/** Refused rows of a reading as `row column rule`. */
export async function refusals(read: Reading): Promise<string[]> {
	const rows = await read.rows('SELECT "row", "column", rule FROM refused ORDER BY file, "row"');
	return rows.map(({ row, column, rule }) => `${row} ${column} ${rule}`);
}
