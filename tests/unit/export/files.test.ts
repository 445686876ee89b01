import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { tableFromIPC } from 'apache-arrow';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import papaparse from 'papaparse';
import readExcel from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeTable } from '$lib/export/write';
import { HOSTILE, KNOWN } from './table';

const bytesOf = async (blob: Blob) => Buffer.from(await blob.arrayBuffer());

let folder: string;
let duckdb: DuckDBInstance;
beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'ekspor-'));
	duckdb = await DuckDBInstance.create(':memory:');
});
afterAll(async () => {
	duckdb.closeSync();
	await rm(folder, { recursive: true });
});

async function asked(bytes: Buffer, name: string, sql: (file: string) => string) {
	const file = path.join(folder, name);
	await writeFile(file, bytes);
	const connection = await duckdb.connect();
	const rows = (await connection.runAndReadAll(sql(file))).getRowsJson();
	connection.closeSync();
	return rows;
}

describe('a table as CSV', () => {
	it('is read by others as it was, with what it is above it, and nothing in it is a formula', async () => {
		const bytes = await bytesOf(await writeTable(KNOWN, 'csv'));
		const text = bytes.toString('utf8');
		expect(text.startsWith('\uFEFF# Keluarga PKH')).toBe(true);
		expect(text).toContain('# Demo: DATA CONTOH\r\n');
		const { data } = papaparse.parse<string[]>(text.slice(1), {
			comments: '#',
			skipEmptyLines: true,
			newline: '\r\n'
		});
		expect(data[0]).toEqual(['wilayah', 'tanggal', 'nilai', 'naik']);
		expect(data[1]).toEqual(['Kabupaten Bogor', '2024-12-31', '-1234.5', 'true']);
		expect(data[2]).toEqual(['Kota "Depok", Jawa Barat', '', '', '']);
		expect(data.slice(3).map(([first]) => first)).toEqual(HOSTILE.map((hostile) => `'${hostile}`));
		// As a spreadsheet breaks it up, which knows of no comments: only numbers begin with a sign.
		const broken = papaparse.parse<string[]>(text.slice(1)).data.flat();
		expect(broken.filter((cell) => /^\s*[=+@\p{Cc}]|^-(?!\d)/u.test(cell))).toEqual([]);
	});

	it('is read by DuckDB, numbers as numbers', async () => {
		const rows = await asked(
			await bytesOf(await writeTable(KNOWN, 'csv')),
			'a.csv',
			(file) =>
				`SELECT wilayah, nilai FROM read_csv('${file}', comment = '#', header = true) LIMIT 2`
		);
		expect(rows).toEqual([
			['Kabupaten Bogor', -1234.5],
			['Kota "Depok", Jawa Barat', null]
		]);
	});
});

describe('a table as XLSX', () => {
	it('has a sheet of rows and one that says what they are; hostile texts are led by an apostrophe', async () => {
		const sheets = await readExcel(await bytesOf(await writeTable(KNOWN, 'xlsx')));
		expect(sheets.map(({ sheet }) => sheet)).toEqual(['Data', 'Keterangan']);
		const [rows = [], about = []] = sheets.map(({ data }) => data);
		expect(rows[0]).toEqual(['Wilayah', 'Tanggal', 'Nilai', 'Naik']);
		expect(rows[1]).toEqual(['Kabupaten Bogor', new Date('2024-12-31'), -1234.5, true]);
		expect(rows[2]).toEqual(['Kota "Depok", Jawa Barat', null, null, null]);
		expect(rows.slice(3).every(([first]) => String(first).startsWith("'"))).toBe(true);
		expect(about.slice(0, 3)).toEqual([
			['Judul', 'Keluarga PKH, "contoh"'],
			['Sumber', 'Dinas Sosial, =HYPERLINK("x")'],
			['Demo', 'DATA CONTOH']
		]);
	});

	it('says itself in the language asked for', async () => {
		const sheets = await readExcel(await bytesOf(await writeTable(KNOWN, 'xlsx', 'en')));
		expect(sheets.map(({ sheet }) => sheet)).toEqual(['Data', 'About']);
	});
});

describe('a table as Parquet', () => {
	it('is read by others with its types, its texts as they are, and what it is in its metadata', async () => {
		const bytes = await bytesOf(await writeTable(KNOWN, 'parquet'));
		const file = new Uint8Array(bytes).buffer;
		const rows = await parquetReadObjects({ file });
		expect(rows[0]).toEqual({
			wilayah: 'Kabupaten Bogor',
			tanggal: new Date('2024-12-31'),
			nilai: -1234.5,
			naik: true
		});
		expect(rows.slice(2).map(({ wilayah }) => wilayah as string)).toEqual([...HOSTILE]);
		const said = new Map(
			(parquetMetadata(file).key_value_metadata ?? []).map(({ key, value }) => [key, value])
		);
		expect(said.get('title')).toBe('Keluarga PKH, "contoh"');
		expect(said.get('Demo')).toBe('DATA CONTOH');
		expect(said.get('column:nilai')).toBe('Nilai');
		const read = await asked(
			bytes,
			'a.parquet',
			(name) =>
				`SELECT typeof(tanggal), typeof(nilai), typeof(naik), count(*) OVER () FROM '${name}' LIMIT 1`
		);
		expect(read).toEqual([['DATE', 'DOUBLE', 'BOOLEAN', '9']]);
	});

	it('holds a table of no rows, columns of one name, and text where a column mixes what it holds', async () => {
		const mixed = {
			...KNOWN,
			columns: [
				{ name: 'a', label: 'A', type: 'number' as const },
				{ name: 'a', label: 'A', type: 'date' as const }
			],
			rows: [
				['x', '2024'],
				[2, null]
			] as const
		};
		const some = new Uint8Array(await bytesOf(await writeTable(mixed, 'parquet'))).buffer;
		expect(await parquetReadObjects({ file: some })).toEqual([
			{ a: 'x', a_2: '2024' },
			{ a: '2', a_2: null }
		]);
		const none = new Uint8Array(await bytesOf(await writeTable({ ...KNOWN, rows: [] }, 'parquet')))
			.buffer;
		expect(await parquetReadObjects({ file: none })).toEqual([]);
	});
});

describe('a table as Arrow', () => {
	it('is read with its types, and says what it is in its schema', async () => {
		const table = tableFromIPC(await bytesOf(await writeTable(KNOWN, 'arrow')));
		expect(table.schema.fields.map(({ type }) => String(type))).toEqual([
			'Utf8',
			'Date32<DAY>',
			'Float64',
			'Bool'
		]);
		expect(table.schema.metadata.get('Sumber')).toBe('Dinas Sosial, =HYPERLINK("x")');
		expect(table.numRows).toBe(9);
		const first = table.get(0)?.toJSON();
		expect(first).toMatchObject({ wilayah: 'Kabupaten Bogor', nilai: -1234.5, naik: true });
		expect(Number(first?.['tanggal'])).toBe(Date.parse('2024-12-31'));
		expect(table.getChild('nilai')?.get(1)).toBeNull();
		expect([...(table.getChild('wilayah') ?? [])].slice(2)).toEqual([...HOSTILE]);
		expect(
			tableFromIPC(await bytesOf(await writeTable({ ...KNOWN, rows: [] }, 'arrow'))).numRows
		).toBe(0);
	});
});
