import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Reading, reportOf } from '$lib/read';
import { nameOf, reading } from '../unit/read/reader';

const FOLDER = '../shared/real-files';

async function open(name: string): Promise<Reading> {
	return reading(readFileSync(`${FOLDER}/${name}`), name);
}

function valueOf(read: Reading, indicator: string, region: string, start: string) {
	return read.figures.find(
		(figure) =>
			figure.indicator === indicator && figure.region === region && figure.period.start === start
	)?.value;
}

function flagged(read: Reading): string[] {
	return read.doubts.map(({ flag, figure }) => `${flag} ${figure.region} ${figure.period.start}`);
}

function summary(name: string, read: Reading) {
	const { unit, periods, regions, rows_in, rows_kept, rows_refused } = reportOf(
		name,
		read,
		nameOf,
		'en'
	);
	expect(rows_in).toBe(rows_kept + rows_refused);
	return { unit, periods, regions, rows_in, rows_kept };
}

describe.skipIf(!existsSync(FOLDER))('official files as they were published', () => {
	it('PKH families of Jawa Barat: 27 × 8, and 817 is not believed', async () => {
		const name = 'jabar_pkh_penerima_kabkota.csv';
		const read = await open(name);
		expect(summary(name, read)).toEqual({
			unit: 'families',
			periods: ['2017', '2024'],
			regions: 27,
			rows_in: 216,
			rows_kept: 216
		});
		expect(valueOf(read, 'pkh_families', '32.01', '2017-01-01')).toBe(115067);
		expect(valueOf(read, 'pkh_families', '32.79', '2024-01-01')).toBe(5366);
		const bandung = read.doubts.filter(({ figure }) => figure.region === '32.04');
		expect(bandung).toMatchObject([{ flag: 'jump', figure: { value: 817, line: 5 } }]);
		expect(flagged(read)).toContain('jump 32.13 2018-01-01');
		expect(flagged(read)).toContain('outlier 32.72 2022-01-01');
		expect(read.doubts).toHaveLength(27);
	});

	it('poor people of Jawa Barat: thousands become people, zeros before an area existed are marked', async () => {
		const name = 'jabar_penduduk_miskin_kabkota.csv';
		const read = await open(name);
		expect(summary(name, read)).toEqual({
			unit: 'people',
			periods: ['2002', '2024'],
			regions: 27,
			rows_in: 621,
			rows_kept: 621
		});
		expect(valueOf(read, 'poor_people', '32.01', '2002-01-01')).toBe(451300);
		expect(valueOf(read, 'poor_people', '32.78', '2024-01-01')).toBe(76700);
		const zeros = flagged(read).filter((line) => line.includes('32.17'));
		expect(zeros).toEqual(
			[2002, 2003, 2004, 2005, 2006].map((year) => `placeholder_zero 32.17 ${year}-01-01`)
		);
		expect(flagged(read).filter((line) => line.includes('32.18'))).toHaveLength(13);
	});

	it('poverty rates of Jawa Barat, with Pangandaran empty until 2014', async () => {
		const name = 'jabar_persentase_miskin_kabkota.csv';
		const read = await open(name);
		expect(summary(name, read)).toEqual({
			unit: 'percent',
			periods: ['2010', '2024'],
			regions: 27,
			rows_in: 405,
			rows_kept: 405
		});
		expect(valueOf(read, 'poverty_rate', '32.01', '2010-01-01')).toBe(9.97);
		expect(flagged(read)).toEqual(
			[2010, 2011, 2012, 2013, 2014].map((year) => `placeholder_zero 32.18 ${year}-01-01`)
		);
	});

	it('urban and rural poor in millions, two rounds a year, the round of September 2023 not held', async () => {
		const name = 'jabar_penduduk_miskin_daerah_v9.csv';
		const read = await open(name);
		expect(summary(name, read)).toEqual({
			unit: 'people',
			periods: ['2020-03', '2025-03'],
			regions: 1,
			rows_in: 22,
			rows_kept: 22
		});
		expect(valueOf(read, 'poor_people_urban', '32', '2020-03-01')).toBe(2730000);
		expect(valueOf(read, 'poor_people_rural', '32', '2025-03-01')).toBe(810000);
		expect(flagged(read)).toEqual([
			'placeholder_zero 32 2023-09-01',
			'placeholder_zero 32 2023-09-01'
		]);
	});

	it('a true XLSX without regions and units: the file’s name and the size of the values tell', async () => {
		const name = 'jabar_garis_kemiskinan_provinsi.xlsx';
		const read = await open(name);
		expect(summary(name, read)).toEqual({
			unit: 'rupiah_per_month',
			periods: ['2018', '2020'],
			regions: 1,
			rows_in: 3,
			rows_kept: 3
		});
		expect(valueOf(read, 'poverty_line', '32', '2020-01-01')).toBe(410988);
		expect(read.notes.map(({ rule }) => rule).sort()).toEqual(['place_from_name', 'unit_by_size']);
	});

	it('poverty lines of the regencies of Jawa Barat', async () => {
		const name = 'jabar_garis_kemiskinan_kab.csv';
		const read = await open(name);
		expect(summary(name, read)).toEqual({
			unit: 'rupiah_per_month',
			periods: ['2018', '2020'],
			regions: 27,
			rows_in: 81,
			rows_kept: 81
		});
		expect(valueOf(read, 'poverty_line', '32.01', '2018-01-01')).toBe(359787);
		expect(read.doubts).toEqual([]);
	});

	it('Jawa Tengah by names alone: four indicators, March where the header says so', async () => {
		const name = 'jateng_penduduk_miskin_kabkota.csv';
		const read = await open(name);
		expect(summary(name, read)).toMatchObject({
			periods: ['2020', '2024'],
			regions: 35,
			rows_in: 175,
			rows_kept: 175
		});
		expect(read.figures).toHaveLength(700);
		expect(valueOf(read, 'poor_people', '33.01', '2020-03-01')).toBe(198600);
		expect(valueOf(read, 'population', '33.01', '2020-01-01')).toBe(1944860);
		expect(valueOf(read, 'poverty_line', '33.76', '2024-03-01')).toBe(664922);
		expect(valueOf(read, 'poverty_rate', '33.28', '2020-03-01')).toBe(7.36);
	});

	it('provinces in two rounds side by side: September is missing, and 505 is not believed', async () => {
		const name = 'bps_penduduk_miskin_provinsi_2022.csv';
		const read = await open(name);
		expect(summary(name, read)).toEqual({
			unit: ['rupiah_per_month', 'people', 'percent'],
			periods: ['2022-03', '2022-09'],
			regions: 39,
			rows_in: 41,
			rows_kept: 39
		});
		expect(read).toMatchObject({ rowsBlank: 1, valuesMissing: 129 });
		expect(read.refused).toMatchObject([
			{ line: 42, why: { rule: 'not_data', found: 'Keterangan' } },
			{ line: 43, why: { rule: 'not_data' } }
		]);
		expect(valueOf(read, 'poor_people', '00', '2022-03-01')).toBe(26161160);
		expect(valueOf(read, 'poverty_rate', '11', '2022-09-01')).toBeNull();
		expect(flagged(read)).toEqual(['outlier 00 2022-03-01']);
		expect(read.notes).toContainEqual(
			expect.objectContaining({ rule: 'year_from_name', expected: '2022' })
		);
	});

	it('the poverty gap index in points', async () => {
		const name = 'bps_kemiskinan_jabar_2022export.csv';
		const read = await open(name);
		expect(summary(name, read)).toEqual({
			unit: 'points',
			periods: ['2018', '2020'],
			regions: 27,
			rows_in: 81,
			rows_kept: 81
		});
		expect(valueOf(read, 'poverty_gap_index', '32.08', '2020-01-01')).toBe(2.41);
		expect(read.doubts).toEqual([]);
	});
});
