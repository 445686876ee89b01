import { existsSync, mkdtempSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseManifest, type Manifest } from '$lib/engine/manifest';
import { columnMeaning, tableMeaning } from '$lib/i18n/column-words';
import { LOCALES } from '$lib/model';
import { TABLES } from '../../data/contract/tables';
import { buildExtract } from '../../data/publish/published/build';
import { InputError } from '../../data/publish/published/fault';
import { packageFaults, rowFaults } from '../support/frictionless';

const folder = mkdtempSync(path.join(os.tmpdir(), 'datapackage-'));
const out = path.join(folder, 'published');
const inputs = { reference: 'data/reference', published: 'data/published' };
let manifest: Manifest;
let descriptor: unknown;

const read = (file: string) => readFileSync(path.join(out, file), 'utf8');
const rows = (file: string) =>
	Papa.parse<string[]>(read(file), { delimiter: ',', skipEmptyLines: true }).data;

beforeAll(async () => {
	await buildExtract({ ...inputs, out });
	manifest = parseManifest(read('manifest.json'), 'manifest.json');
	descriptor = JSON.parse(read('datapackage.json'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the data package of the published figures', () => {
	it('keeps the rules of Frictionless, and so does every row of every table', () => {
		expect(packageFaults(descriptor)).toEqual([]);
		expect(rowFaults(descriptor, rows)).toEqual([]);
	});

	it('is refused by the same rules where it is damaged', () => {
		const damaged = structuredClone(descriptor) as {
			resources: { path: string; schema: { fields: { type: string }[]; primaryKey: string[] } }[];
		};
		const [first] = damaged.resources;
		if (!first) throw new Error('no resource');
		first.path = '../source.csv';
		first.schema.primaryKey = ['nothing'];
		first.schema.fields[0] = { type: 'varchar' };
		expect(packageFaults(damaged).length).toBeGreaterThanOrEqual(3);
		expect(rowFaults(descriptor, (file) => rows(file).map((row) => [...row, 'x']))).not.toEqual([]);
	});

	it('claims no licence for figures of others', () => {
		expect(descriptor).not.toHaveProperty('licenses');
	});

	it('tells each table and column in both languages', () => {
		for (const { name, columns } of TABLES)
			for (const locale of LOCALES) {
				expect(tableMeaning(name, locale), name).not.toBe('');
				for (const column of columns)
					expect(columnMeaning(name, column.name, locale), `${name}.${column.name}`).not.toBe('');
			}
	});

	it('has each table as Parquet beside its CSV', () => {
		for (const { name } of TABLES) expect(existsSync(path.join(out, `${name}.parquet`))).toBe(true);
		const named = manifest.files.map(({ path: file }) => file);
		expect(named).toEqual(expect.arrayContaining(TABLES.map(({ name }) => `${name}.parquet`)));
	});
});

describe('the change log of the published figures', () => {
	it('ends with the content of now: a change of figures is written into data/published/changes.csv', () => {
		const { changes = [], contentHash } = manifest;
		expect(changes.length).toBeGreaterThan(0);
		expect(changes.at(-1)?.contentHash).toBe(contentHash);
	});

	it('is checked row by row', async () => {
		const published = path.join(folder, 'damaged');
		cpSync('tests/fixtures/published', published, { recursive: true });
		writeFileSync(
			path.join(published, 'changes.csv'),
			`content_hash,date,note_id,note_en\n${'a'.repeat(64)},2026-02-30,x,\n${'a'.repeat(64)},2026-01-01,x,y\n`
		);
		const built = buildExtract({ ...inputs, published, out: path.join(folder, 'never') });
		const error = await built.then(
			() => null,
			(cause: unknown) => cause
		);
		if (!(error instanceof InputError)) throw new Error('it was built');
		expect(error.faults.map(({ row, column }) => `${row} ${column}`)).toEqual([
			'2 note_en',
			'2 date',
			'3 date',
			'3 content_hash'
		]);
	});

	it('is no table of figures, and need not be there', async () => {
		const result = await buildExtract({
			...inputs,
			published: 'tests/fixtures/published',
			out: path.join(folder, 'fixture')
		});
		if (result.kind !== 'built') throw new Error('not built');
		expect(result.manifest.changes).toBeUndefined();
	});
});
