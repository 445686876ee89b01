import { describe, expect, it } from 'vitest';
import writeExcel from 'write-excel-file/node';
import { fixture, lines, reading, ruleOf } from './reader';

describe('shapes in which offices publish', () => {
	it('semicolons, decimal commas, a title above and a note below', async () => {
		const read = await reading(fixture('semicolon_decimal_comma.csv'), 'tabel.csv');
		expect(lines(read)).toContain('poor_people 36.03 2023-01-01..2023-12-31 1276930');
		expect(lines(read)).toContain('poverty_rate 36.71 2023-01-01..2023-12-31 5.89');
		expect(read).toMatchObject({ rowsIn: 5, rowsKept: 4, rowsBlank: 1 });
		expect(read.refused).toMatchObject([{ line: 9, why: { rule: 'not_data' } }]);
	});

	it('--indicator picks its column among those that say only how much', async () => {
		const file = fixture('semicolon_decimal_comma.csv');
		const read = await reading(file, 'tabel.csv', { indicator: 'poverty_rate' });
		expect(read.figures.map(({ value }) => value)).toEqual([9.27, 8.68, 6.93, 5.89]);
	});

	it('tabs, padded cells and three hundred blank rows at the end', async () => {
		const read = await reading(fixture('tab_padded_blank_tail.txt'), 'kpm.txt');
		expect(read).toMatchObject({ rowsIn: 2, rowsBlank: 300, rowsKept: 2 });
		expect(lines(read)[0]).toBe('pkh_families 33.01 2023-01-01..2023-12-31 94210');
	});

	it('Windows-1252: a dash is missing, and letters keep their marks', async () => {
		const read = await reading(fixture('windows_1252.csv'), 'sleman.csv');
		expect(lines(read)).toEqual([
			'poverty_rate 34.04 2023-01-01..2023-12-31 7.52',
			'poverty_rate 34.02 2023-01-01..2023-12-31 missing',
			'poverty_rate 34.71 2023-01-01..2023-12-31 6.49'
		]);
		expect(read.valuesMissing).toBe(1);
		expect(JSON.stringify(read.refused)).toContain('café é');
	});

	it('UTF-16 as spreadsheets save "Unicode text"', async () => {
		const read = await reading(fixture('utf16.csv'), 'ipm.csv');
		expect(lines(read)).toEqual([
			'human_development_index 11.01 2022-01-01..2022-12-31 69.01',
			'human_development_index 11.02 2022-01-01..2022-12-31 70.4'
		]);
	});

	it('a byte order mark, the unit in the title, the nation among the provinces', async () => {
		const read = await reading(fixture('bom.csv'), 'tabel.csv');
		expect(lines(read)).toContain('poor_people 00 2023-01-01..2023-12-31 25900000');
		expect(lines(read)).toContain('poor_people 15 2023-01-01..2023-12-31 missing');
		expect(read.doubts).toEqual([]);
	});

	it('HTML saved as .xls, with a header merged over two rows', async () => {
		const read = await reading(fixture('merged_header.xls'), 'tabel.xls');
		expect(lines(read)).toContain('poor_people 51 2024-03-01..2024-03-31 184430');
		expect(lines(read)).toContain('poverty_rate 36 2024-09-01..2024-09-30 5.7');
		expect(lines(read)).toContain('poor_people 75 2024-09-01..2024-09-30 missing');
		expect(read).toMatchObject({ rowsIn: 3, rowsKept: 3, valuesMissing: 2 });
	});

	it('years as columns under a merged header, names only', async () => {
		const read = await reading(fixture('years_as_columns.csv'), 'tabel.csv');
		expect(read.figures).toHaveLength(9);
		expect(lines(read)).toContain('poverty_rate 33.76 2022-01-01..2022-12-31 7.91');
		expect(lines(read)).toContain('poverty_rate 33.28 2022-01-01..2022-12-31 7.9');
	});

	it('codes that lost a zero are restored and said; codes in powers of ten are refused', async () => {
		const read = await reading(fixture('lost_zeros.csv'), 'ipm.csv');
		expect(lines(read)[0]).toBe('human_development_index 11.10 2022-01-01..2022-12-31 69.2');
		expect(read.notes).toContainEqual({ rule: 'zero_restored', found: '11.1', expected: '11.10' });
		expect(read.refused).toMatchObject([
			{ line: 4, column: 'kode', why: { rule: 'code_damaged' } }
		]);
	});

	it('bare names under the headings Kabupaten and Kota, and the year from the map', async () => {
		const read = await reading(fixture('sections.csv'), 'gk.csv', { map: { period: '2023' } });
		expect(read.figures.map(({ region }) => region)).toEqual(['32.01', '32.04', '32.71', '32.73']);
		expect(read.figures[0]).toMatchObject({ value: 480123, unit: 'rupiah_per_month' });
		expect(await ruleOf(fixture('sections.csv'), 'gk.csv')).toBe('read');
		const silent = await reading(fixture('sections.csv'), 'gk.csv');
		expect(silent.refused.filter(({ why }) => why.rule === 'period_missing')).toHaveLength(4);
	});

	it('a true XLSX with title rows, numbers and a code column that became numbers', async () => {
		const title = [{ value: 'Persentase Penduduk Miskin di Aceh, 2022' }];
		const header = ['Kode', 'Kabupaten/Kota', 'Persentase (%)'].map((value) => ({ value }));
		const data = [
			title,
			[],
			header,
			[{ value: 11.1, type: Number }, { value: 'Aceh Singkil' }, { value: 19.18, type: Number }],
			[{ value: 11.01, type: Number }, { value: 'Aceh Selatan' }, { value: 12.43, type: Number }],
			[{ value: 11.02, type: Number }, { value: 'Aceh Tenggara' }, { value: 'n/a' }]
		];
		const bytes = new Uint8Array(await (await writeExcel(data)).toBuffer());
		const read = await reading(bytes, 'aceh.xlsx');
		expect(lines(read)).toEqual([
			'poverty_rate 11.10 2022-01-01..2022-12-31 19.18',
			'poverty_rate 11.01 2022-01-01..2022-12-31 12.43',
			'poverty_rate 11.02 2022-01-01..2022-12-31 missing'
		]);
	});

	it('a total of all its parts stands for the whole; a total of some is refused', async () => {
		const row = (code: string) => `${code},10,KPM,2023`;
		const codes = ['34.01', '34.02', '34.03', '34.04', '34.71'];
		const file = (list: string[]) =>
			['kode_kab_kota,nama_kab_kota,jumlah_kpm_pkh,satuan,tahun']
				.concat(
					list.map((code) => row(code).replace(',', ',,')),
					[',JUMLAH,50,KPM,2023']
				)
				.join('\n');
		const whole = await reading(file(codes), 'a.csv');
		expect(lines(whole).at(-1)).toBe('pkh_families 34 2023-01-01..2023-12-31 50');
		const some = await reading(file(codes.slice(1)), 'a.csv');
		expect(some.refused).toMatchObject([{ why: { rule: 'total_unnamed' } }]);
	});

	it('urban and rural become indicators of their own', async () => {
		const text =
			'provinsi,kategori_daerah,periode,jumlah_penduduk_miskin,satuan,tahun\n' +
			'Bali,PERKOTAAN,MARET,"120,5",RIBU JIWA,2023\nBali,PERDESAAN,MARET,"70,25",RIBU JIWA,2023\n' +
			'Bali,PERKOTAAN+PERDESAAN,MARET,"190,75",RIBU JIWA,2023\n';
		const read = await reading(text, 'a.csv');
		expect(lines(read)).toEqual([
			'poor_people_urban 51 2023-03-01..2023-03-31 120500',
			'poor_people_rural 51 2023-03-01..2023-03-31 70250',
			'poor_people 51 2023-03-01..2023-03-31 190750'
		]);
		expect(read.doubts).toEqual([]);
	});
});
