import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import writeExcel from 'write-excel-file/node';
import {
	FILE_RULES,
	ROW_RULES,
	describeProblem,
	nothingKept,
	parseMap,
	problem,
	reportOf,
	ReadError
} from '$lib/read';
import { nameOf, reading, ruleOf } from './reader';

const HEAD = 'kode_kabupaten_kota,nama_kabupaten_kota,jumlah_penduduk_miskin,satuan,tahun\n';

function bytesOf(...parts: (number[] | string)[]): Uint8Array {
	return Uint8Array.from(
		parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part))
	);
}

describe('files of which nothing can be read say why', () => {
	const old = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
	it.each<[string, Uint8Array | string]>([
		['file_empty', ''],
		['file_empty', ' \n\n'],
		['file_old_excel', bytesOf(old, 'Workbook')],
		['file_encrypted', bytesOf(old, 'E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0')],
		['file_binary', bytesOf([0, 1, 2, 3, 255, 254, 7, 0, 9])],
		['file_zip_other', bytesOf('PK\x03\x04', 'photo.jpg')],
		['file_damaged', bytesOf('PK\x03\x04', 'xl/workbook.xml', [1, 2, 3])],
		['file_no_table', '<html><body><p>Halaman tidak ditemukan</p></body></html>'],
		['header_only', HEAD],
		['region_column_missing', 'nama_barang,harga\nberas,12000\n'],
		['region_column_missing', 'tahun,jumlah_penduduk_miskin\n2020,1\n'],
		['region_too_fine', 'kabupaten,kecamatan,jumlah\nBogor,Cibinong,1\n'],
		['indicator_unknown', 'kabupaten_kota,tahun,nilai\nKabupaten Bogor,2020,5\n'],
		[
			'indicator_ambiguous',
			'kabupaten_kota,tahun,persentase kemiskinan ekstrem\nKabupaten Bogor,2020,5\n'
		],
		['value_column_missing', 'kabupaten_kota,tahun\nKabupaten Bogor,2020\n']
	])('%s', async (rule, content) => {
		expect(await ruleOf(content, 'tabel.csv')).toBe(rule);
	});

	it('a workbook cut short is damaged, not empty', async () => {
		const bytes = new Uint8Array(await (await writeExcel([[{ value: 'Provinsi' }]])).toBuffer());
		expect(await ruleOf(bytes.slice(0, bytes.length - 200), 'a.xlsx')).toBe('file_damaged');
	});

	it('a column that splits every region in two is asked about, and the map chooses', async () => {
		const text = `kode_kab_kota,jenis_kelamin,jumlah_penduduk_miskin,satuan,tahun\n${[
			'32.01',
			'32.02',
			'32.03'
		]
			.flatMap((code) => [`${code},L,10,JIWA,2020`, `${code},P,20,JIWA,2020`])
			.join('\n')}\n`;
		expect(await ruleOf(text, 'a.csv')).toBe('dimension_extra');
		const read = await reading(text, 'a.csv', { map: { where: { jenis_kelamin: 'P' } } });
		expect(read.figures.map(({ value }) => value)).toEqual([20, 20, 20]);
		expect(read).toMatchObject({ rowsIn: 6, rowsKept: 3 });
	});
});

describe('rows that cannot be read are refused by name', () => {
	it.each([
		['unit_unknown', '32.01,KABUPATEN BOGOR,10,BUNDEL,2020'],
		['unit_mismatch', '32.01,KABUPATEN BOGOR,10,KELUARGA,2020'],
		['unit_missing', '32.01,KABUPATEN BOGOR,10,,2020'],
		['period_missing', '32.01,KABUPATEN BOGOR,10,JIWA,'],
		['period_unreadable', '32.01,KABUPATEN BOGOR,10,JIWA,kemarin'],
		['number_unreadable', '32.01,KABUPATEN BOGOR,1x3,JIWA,2020'],
		['number_negative', '32.01,KABUPATEN BOGOR,-4,JIWA,2020'],
		['number_ambiguous', '32.01,KABUPATEN BOGOR,1.234,RIBU JIWA,2020'],
		['region_code_name_conflict', '32.01,KABUPATEN CIANJUR,10,JIWA,2020'],
		['region_empty', ',,10,JIWA,2020'],
		['not_data', 'Keterangan: sementara,,,,']
	])('%s', async (rule, row) => {
		const read = await reading(`${HEAD}32.02,KABUPATEN SUKABUMI,7,JIWA,2020\n${row}\n`, 'a.csv');
		expect(read.refused).toMatchObject([{ line: 3, why: { rule } }]);
		expect(read).toMatchObject({ rowsIn: 2, rowsKept: 1 });
	});

	it('a missing unit is filled by the map alone', async () => {
		const text = 'kabupaten_kota,tahun,nilai\nKabupaten Bogor,2020,"5,5"\n';
		const indicator = 'poor_people';
		const bare = await reading(text, 'a.csv', { indicator });
		expect(bare.refused).toMatchObject([{ why: { rule: 'unit_missing' } }]);
		const read = await reading(text, 'a.csv', { indicator, map: { unit: 'RIBU JIWA' } });
		expect(read.figures).toMatchObject([{ value: 5500, unit: 'people' }]);
	});

	it('a file of people is refused for an indicator of families', async () => {
		const text = `${HEAD}32.01,KABUPATEN BOGOR,10,RIBU JIWA,2020\n`;
		const read = await reading(text, 'a.csv', { indicator: 'pkh_families' });
		expect(read.refused).toMatchObject([{ why: { rule: 'unit_mismatch' } }]);
		const said = nothingKept(reportOf('a.csv', read, nameOf, 'en'), 'en');
		expect(said).toContain('counted in families');
	});

	it('every rule has a message and a way out in both languages', () => {
		for (const rule of [...FILE_RULES, ...ROW_RULES]) {
			const [id, en] = (['id', 'en'] as const).map((locale) =>
				describeProblem(problem(rule, 'X', 'Y'), locale)
			);
			expect(id?.message.length).toBeGreaterThan(10);
			expect(en?.hint.length).toBeGreaterThan(10);
			expect(id).not.toEqual(en);
		}
	});
});

describe('map files', () => {
	it.each([
		'{',
		'[]',
		'{"satuan":"JIWA"}',
		'{"codes":"pos"}',
		'{"period":"Maret"}',
		'{"columns":{"a":{"role":"wilayah"}}}'
	])('%s is refused, naming the key', (json) => {
		expect(() => parseMap(json)).toThrow(ReadError);
	});

	it('roles, units and periods of columns are taken from it', async () => {
		const text = 'Daerah,A,B\nKabupaten Bogor,"5,5",9\nKota Bogor,"4,5",8\n';
		const map = parseMap(
			'{"certainty":"low","columns":{"Daerah":{"role":"region_name"},"A":{"role":"value","indicator":"poverty_rate","unit":"PERSEN","period":"2022-03"},"B":{"role":"ignore"}}}'
		);
		const read = await reading(text, 'a.csv', { map });
		expect(read.figures).toMatchObject([
			{ indicator: 'poverty_rate', region: '32.01', value: 5.5, certainty: 'low' },
			{ region: '32.71', value: 4.5, period: { start: '2022-03-01', end: '2022-03-31' } }
		]);
		const other = { map: { columns: { Z: { role: 'value' as const } } } };
		expect(await ruleOf(text, 'a.csv', other)).toBe('column_unknown');
	});
});

describe('whatever is done to a file', () => {
	const cell = fc.oneof(
		fc.constantFrom(
			'',
			'...',
			'-',
			'32.01',
			'3202',
			'KOTA BOGOR',
			'Keterangan',
			'JUMLAH',
			'RIBU JIWA',
			'2020',
			'1.234',
			'12,5',
			'"'
		),
		fc.string({ maxLength: 8 })
	);
	const row = fc.array(cell, { minLength: 0, maxLength: 7 }).map((cells) => cells.join(','));

	it('rows kept and rows refused are all the rows there were', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(row, { maxLength: 12 }), async (rows) => {
				const good = '32.03,KABUPATEN CIANJUR,7,JIWA,2020';
				const { rowsIn, rowsKept, refused, figures } = await reading(
					`${HEAD}${good}\n${rows.map((text) => text.replaceAll('"', '')).join('\n')}\n`,
					'a.csv'
				);
				expect(rowsKept + refused.length).toBe(rowsIn);
				for (const { value, state } of figures) expect(value === null).toBe(state === 'missing');
			}),
			{ numRuns: 150 }
		);
	});

	it('no bytes make the reader throw', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.uint8Array({ maxLength: 400 }),
				fc.constantFrom('', HEAD, '<table>', 'PK\x03\x04xl/workbook'),
				async (bytes, head) => {
					expect(
						await ruleOf(Uint8Array.from([...Buffer.from(head, 'latin1'), ...bytes]), 'a.csv')
					).not.toBe('');
				}
			),
			{ numRuns: 150 }
		);
	});
});
