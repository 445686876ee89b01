import { beforeAll, describe, expect, test } from 'vitest';
import { type Corrections, type OwnReading, readOwn, readOwnLarge } from '$lib/files';
import { type LargeBench, loadLarge, rowsOf } from '$lib/files/large/load';
import { settle } from '$lib/files/large/settle';
import { tableColumns } from '$lib/files/region-code';
import { writtenCsv } from '$lib/files/to-csv';
import { tableStatement } from '$lib/files/to-table';
import { createResolver } from '$lib/read/region';
import { bytesOf, reading, reference } from './support';
import { wasmBench } from './wasm-bench';

let bench: LargeBench;
beforeAll(async () => {
	bench = await wasmBench();
}, 60_000);

async function small(text: string, said: Corrections): Promise<OwnReading> {
	const read = await reading(text, said);
	await bench.addFile('x.csv', writtenCsv(read));
	await bench.query(tableStatement('x', read));
	await bench.dropFile('x.csv');
	return read;
}

async function large(text: string, said: Corrections): Promise<OwnReading> {
	const result = await readOwnLarge(new Blob([bytesOf(text).slice()]), reference, said);
	if (!result.ok) throw new Error(JSON.stringify(result.fault));
	return loadLarge(bench, 'x', result.reading, async (unsettled) =>
		settle(await unsettled, createResolver(reference))
	);
}

const ask = async (sql: string) => rowsOf(await bench.query(sql));
const columnsOf = async () => (await ask('DESCRIBE berkas.x')).map(([name]) => name);

const PLACES = 'daerah;nilai\nKab. Bogor;1\nKota Bogor;lima\nKabupaten Entah;3\n\nKota Bogor;4\n';

describe.each([
	['held', small],
	['too large to be held', large]
])('the table of a file that is %s', (_, put) => {
	test('has the Kemendagri code of each row whose place was matched', async () => {
		const read = await put(PLACES, { types: { 1: 'number' } });
		expect(await ask('SELECT kode_wilayah, nilai FROM berkas.x ORDER BY rowid')).toEqual([
			['32.01', 1],
			['32.71', null],
			[null, 3],
			['32.71', 4]
		]);
		expect(await columnsOf()).toEqual(tableColumns(read).map(({ name }) => name));
	});

	test('has it under a free name where the file has such a column itself, which stays', async () => {
		await put('Kode Wilayah;kode_wilayah_2;nilai\n32.01;a;1\n1101;b;2\n', {});
		expect(await columnsOf()).toEqual([
			'kode_wilayah',
			'kode_wilayah_2',
			'nilai',
			'kode_wilayah_3'
		]);
		expect(await ask('SELECT kode_wilayah, kode_wilayah_2 FROM berkas.x ORDER BY rowid')).toEqual([
			['32.01', 'a'],
			['1101', 'b']
		]);
	});

	test('has the codes of the column that the reader says, and none where they say none', async () => {
		const two = 'asal;tujuan;nilai\nKab. Bogor;Kota Bandung;1\nKota Bogor;Kab. Bandung;2\n';
		await put(two, { headerLine: 1, regionName: 1 });
		expect(await ask('SELECT kode_wilayah FROM berkas.x ORDER BY rowid')).toEqual([
			['32.73'],
			['32.04']
		]);
		await put(two, { headerLine: 1, regionName: null, regionCode: null });
		expect(await columnsOf()).toEqual(['asal', 'tujuan', 'nilai']);
	});

	test('has none where no place was matched', async () => {
		const read = await put('daerah;nilai\nEntah Satu;1\nEntah Dua;2\n', { regionName: 0 });
		expect(read.join?.found).toBe(0);
		expect(await columnsOf()).toEqual(['daerah', 'nilai']);
	});
});

test('places that two columns name together are told apart', async () => {
	const text = 'provinsi;kabupaten;nilai\nJawa Barat;Bogor;1\nJawa Barat;"Kota ""Bogor""";2\n';
	const read = await large(text, {});
	const { reading: held } = (await readOwn(bytesOf(text), reference)) as { reading: OwnReading };
	expect((await ask('SELECT kode_wilayah FROM berkas.x ORDER BY rowid')).flat()).toEqual(
		held.join?.regions
	);
	expect(read.join?.found).toBe(held.join?.found);
});
