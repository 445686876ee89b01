import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { fromHash, toHash } from '$lib/sql/address';
import { ownExamples, ownQuestion } from '$lib/sql/own-question';

const TABLE = {
	name: 'select',
	columns: [{ name: 'nama_wilayah' }, { name: 'keluarga' }],
	codes: 'kode_wilayah'
};

async function ask(sql: string) {
	const connection = await (await DuckDBInstance.create(':memory:')).connect();
	for (const step of [
		"ATTACH ':memory:' AS published",
		"CREATE TYPE published.place AS ENUM ('32.01', '32.71')",
		'CREATE TABLE published.region (code published.place, name VARCHAR)',
		"INSERT INTO published.region VALUES ('32.01', 'Kabupaten Bogor'), ('32.71', 'Kota Bogor')",
		`CREATE TABLE published.figure (indicator VARCHAR, region_code published.place, period_start DATE,
			period_end DATE, value DOUBLE, flag VARCHAR)`,
		`INSERT INTO published.figure VALUES
			('poverty_rate', '32.01', '2021-03-01', '2021-03-31', 8.1, NULL),
			('poverty_rate', '32.01', '2023-03-01', '2023-03-31', 7.3, NULL),
			('poverty_rate', '32.01', '2023-09-01', '2023-09-30', 99, 'outlier'),
			('poverty_rate', '32.71', '2023-03-01', '2023-03-31', NULL, NULL),
			('population', '32.71', '2024-03-01', '2024-03-31', 1000000, NULL)`,
		'CREATE SCHEMA berkas',
		'CREATE TABLE berkas.select (nama_wilayah VARCHAR, keluarga DOUBLE, kode_wilayah VARCHAR)',
		`INSERT INTO berkas.select VALUES
			('Kota Bogor', 3, '32.71'), ('Bogor', 5, '32.01'), ('Entah', 9, NULL)`
	])
		await connection.run(step);
	const result = await connection.runAndReadAll(sql);
	return { columns: result.columnNames(), rows: result.getRowsJson() };
}

test('a file whose places were matched is set beside the plausible poverty rate of the year with most places', async () => {
	expect(await ask(ownQuestion(TABLE, 'id'))).toEqual({
		columns: [
			'nama_wilayah_2',
			'nama_wilayah',
			'keluarga',
			'kode_wilayah',
			'persen_miskin',
			'tahun_persen_miskin'
		],
		rows: [
			['Kabupaten Bogor', 'Bogor', 5, '32.01', 7.3, '2023'],
			['Kota Bogor', 'Kota Bogor', 3, '32.71', null, null],
			// A row of no place is not lost: it stands below.
			[null, 'Entah', 9, null, null, null]
		]
	});
});

test('one without places is shown as it is', async () => {
	const { rows } = await ask(ownQuestion({ ...TABLE, codes: null }, 'en'));
	expect(rows).toHaveLength(3);
});

test('the question stands in a link, and no header of the file in it', () => {
	const sql = ownQuestion({ ...TABLE, columns: [{ name: 'rahasia' }] }, 'en');
	const hash = toHash({ sql, chart: null, data: '' });
	expect(fromHash(hash)?.sql).toBe(sql);
	expect(decodeURIComponent(hash)).not.toContain('rahasia');
});

test('an example is made of the first file with matched places, and never of a list of people', () => {
	const bare = { ...TABLE, name: 'a', codes: null, people: false };
	const people = { ...TABLE, name: 'b', people: true };
	const matched = { ...TABLE, name: 'c', people: false };
	expect(ownExamples([bare, people], 'id')).toEqual([]);
	expect(ownExamples([bare, people, matched], 'id').map(({ sql }) => sql)).toEqual([
		ownQuestion(matched, 'id')
	]);
});
