import { describe, expect, it } from 'vitest';
import { measureOf } from '$lib/read/measures';
import { periodOf, readPart, readPeriodWords, readYear } from '$lib/read/periods';
import { agrees, toBase, unitInHeader, unitOfWhole } from '$lib/read/units';

describe('units in a file’s own words', () => {
	it.each([
		['RIBU JIWA', 'people', 1000],
		['JUTA JIWA', 'people', 1_000_000],
		['JIWA', 'people', 1],
		['ORANG', 'people', 1],
		['RIBU ORANG', 'people', 1000],
		['(000 jiwa)', 'people', 1000],
		['PERSEN', 'percent', 1],
		['%', 'percent', 1],
		['KELUARGA PENERIMA MANFAAT', 'families', 1],
		['KPM', 'families', 1],
		['RIBU KELUARGA', 'families', 1000],
		['RUPIAH', 'rupiah', 1],
		['Rp', 'rupiah', 1],
		['Juta Rupiah', 'rupiah', 1_000_000],
		['Rp ribu', 'rupiah', 1000],
		['RUPIAH/KAPITA/BULAN', 'rupiah_per_month', 1],
		['Rupiah per kapita per bulan', 'rupiah_per_month', 1],
		['POIN', 'points', 1],
		['INDEKS', 'points', 1]
	])('%s', (words, unit, factor) => {
		expect(unitOfWhole(words)).toMatchObject({ unit, factor });
	});

	it.each(['RUMAH TANGGA', 'BUNDEL', 'JIWA/KM2', 'RIBU BUNDEL', ''])('"%s" is unknown', (words) => {
		expect(unitOfWhole(words)).toBeNull();
	});

	it.each([
		['Jumlah Penduduk Miskin - Maret (ribu) (Ribu)', 'people', 1000],
		['Garis Kemiskinan - September (Rp)', 'rupiah', 1],
		['Jumlah Penduduk Miskin Maret Ribu Jiwa', 'people', 1000],
		['Garis Kemiskinan Maret Rp', 'rupiah', 1],
		['Persentase Penduduk Miskin - Maret', 'percent', 1],
		['persentase_penduduk_miskin', 'percent', 1],
		['indeks_kedalaman_kemiskinan', 'points', 1]
	])('%s carries its unit', (header, unit, factor) => {
		expect(unitInHeader(header)).toMatchObject({ kind: 'read', reading: { unit, factor } });
	});

	it('a bracket that nobody knows is an unknown unit and not none', () => {
		expect(unitInHeader('Jumlah Penduduk Miskin (Bundel)')).toEqual({
			kind: 'unknown',
			words: 'Bundel'
		});
		expect(unitInHeader('jumlah_penduduk_miskin')).toEqual({ kind: 'none' });
	});

	it('people never stand for families', () => {
		expect(agrees('people', 'families')).toBe(false);
		expect(agrees('families', 'people')).toBe(false);
		expect(agrees('rupiah', 'rupiah_per_month')).toBe(true);
	});

	it('multiplying leaves no noise', () => {
		expect(toBase(451.3, 1000)).toBe(451300);
		expect(toBase(0.29, 1_000_000)).toBe(290000);
	});
});

describe('what is measured', () => {
	it.each([
		['Jumlah Penduduk Miskin Maret Ribu Jiwa', 'poor_people'],
		['Persentase Penduduk Miskin', 'poverty_rate'],
		['Garis Kemiskinan (Rp)', 'poverty_line'],
		['Jumlah penduduk di bawah garis kemiskinan', 'poor_people'],
		['Indeks Pembangunan Manusia', 'human_development_index'],
		['Jumlah Penduduk Ribu Jiwa', 'population'],
		['jumlah_kpm_pkh', 'pkh_families']
	])('%s', (header, id) => {
		expect(measureOf(header)).toEqual({ kind: 'indicator', id });
	});

	it('what resembles a measure of ours is not taken for it', () => {
		for (const header of [
			'Indeks Keparahan Kemiskinan',
			'Jumlah keluarga miskin',
			'Garis kemiskinan makanan',
			'Kepadatan penduduk'
		])
			expect(measureOf(header)).toEqual({ kind: 'other' });
		expect(measureOf('jumlah_penerima_manfaat')).toEqual({ kind: 'none' });
	});

	it('a rate of extreme poverty is on one of two lines, and the header does not say which', () => {
		expect(measureOf('Persentase kemiskinan ekstrem').kind).toBe('several');
	});
});

describe('periods', () => {
	it('a year without a month is the calendar year, a round is its month', () => {
		expect(periodOf(2022, null)).toEqual({ start: '2022-01-01', end: '2022-12-31' });
		expect(periodOf(2022, readPart('SEPTEMBER'))).toEqual({
			start: '2022-09-01',
			end: '2022-09-30'
		});
		expect(periodOf(2024, readPart('Feb'))).toEqual({ start: '2024-02-01', end: '2024-02-29' });
	});

	it('a month in brackets wins over its half-year', () => {
		expect(readPart('Semester 1 (Maret)')).toEqual({ from: 3, to: 3 });
		expect(readPart('Semester II')).toEqual({ from: 7, to: 12 });
	});

	it('years are read from cells, and several years say none', () => {
		expect(readYear('2020.0')).toBe(2020);
		expect(readYear('Tahun 2020')).toBe(2020);
		expect(readYear('2020*')).toBe(2020);
		expect(readYear('20')).toBeNull();
		expect(readPeriodWords('2010-2024').year).toBeNull();
		expect(readPeriodWords('03/2022')).toEqual({ year: 2022, part: { from: 3, to: 3 } });
	});
});
