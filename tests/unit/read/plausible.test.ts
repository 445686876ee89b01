import { describe, expect, it } from 'vitest';
import { reportOf } from '$lib/read';
import { nameOf, reading } from './reader';

async function flags(text: string, name = 'a.csv') {
	const read = await reading(text, name);
	return read.doubts.map(({ flag, figure }) => `${figure.line} ${figure.region} ${flag}`);
}

const PKH = 'kode_kab_kota,jumlah_kpm_pkh,satuan,tahun\n';
const RATE = 'kode_kab_kota,persentase_penduduk_miskin,satuan,tahun\n';

describe('values that are not believed are kept and marked', () => {
	it('a share above a hundred', async () => {
		expect(await flags(`${RATE}32.01,104.2,PERSEN,2020\n32.02,8.1,PERSEN,2020\n`)).toEqual([
			'2 32.01 over_hundred'
		]);
	});

	it('one region and period with two values marks both; an identical repeat is only said', async () => {
		expect(await flags(`${RATE}32.01,8.1,PERSEN,2020\n32.01,8.2,PERSEN,2020\n`)).toEqual([
			'2 32.01 conflict',
			'3 32.01 conflict'
		]);
		const same = await reading(`${RATE}32.01,8.1,PERSEN,2020\n32.01,8.1,PERSEN,2020\n`, 'a.csv');
		expect(same.doubts).toEqual([]);
		expect(same).toMatchObject({ rowsKept: 2, figures: [{ value: 8.1 }] });
		expect(same.notes).toContainEqual({ rule: 'repeats', found: '1', expected: '' });
	});

	it('of a jump, the value that the region’s other years contradict', async () => {
		const rows = [817, 123822, 121545, 124586].map((n, at) => `32.04,${n},KPM,${2017 + at}`);
		expect(await flags(PKH + rows.join('\n'))).toEqual(['2 32.04 jump']);
		const last = [123822, 121545, 124586, 817].map((n, at) => `32.04,${n},KPM,${2017 + at}`);
		expect(await flags(PKH + last.join('\n'))).toEqual(['5 32.04 jump']);
	});

	it('ten times exactly is no jump', async () => {
		expect(await flags(`${PKH}32.04,100,KPM,2017\n32.04,1000,KPM,2018\n`)).toEqual([]);
	});

	it('a digit too many in two years running, of which neither is ten times its neighbour', async () => {
		const rows = [9082, 11525, 11789, 11396, 112757, 114719, 12100].map(
			(n, at) => `32.72,${n},KPM,${2018 + at}`
		);
		expect(await flags(PKH + rows.join('\n'))).toEqual(['6 32.72 outlier', '7 32.72 outlier']);
	});

	it('a series that doubles, or that is too short to have a middle, is believed', async () => {
		const doubles = [5179, 9082, 11525, 11789, 21396, 12757].map(
			(n, at) => `32.72,${n},KPM,${2017 + at}`
		);
		expect(await flags(PKH + doubles.join('\n'))).toEqual([]);
		const short = [1000, 1100, 6500].map((n, at) => `32.72,${n},KPM,${2017 + at}`);
		expect(await flags(PKH + short.join('\n'))).toEqual([]);
	});

	it('a zero beside large values; a zero beside small ones is believed', async () => {
		const poor = 'kode_kab_kota,jumlah_penduduk_miskin,satuan,tahun\n';
		expect(await flags(`${poor}32.17,0.0,RIBU JIWA,2006\n32.17,261.7,RIBU JIWA,2007\n`)).toEqual([
			'2 32.17 placeholder_zero'
		]);
		expect(await flags(`${PKH}32.17,0,KPM,2006\n32.17,4,KPM,2007\n`)).toEqual([]);
	});

	it('a line of 505 rupiah beside lines of half a million', async () => {
		const rows = [
			'Aceh,579227',
			'Bali,485022',
			'Jambi,545870',
			'Banten,570368',
			'Riau,605912',
			'Papua,629175',
			'Indonesia,505'
		];
		expect(
			await flags(`Provinsi,Garis Kemiskinan (Rp)\n${rows.join('\n')}`, 'gk_2022.csv')
		).toEqual(['8 00 outlier']);
	});

	it('a total that its parts contradict, beyond what rounding explains', async () => {
		const head = 'kode_wilayah,nama_wilayah,jumlah_penduduk_miskin,satuan,tahun\n';
		const parts = ['34.01', '34.02', '34.03', '34.04', '34.71'].map(
			(code) => `${code},,10.1,RIBU JIWA,2020`
		);
		const total = (value: string) =>
			`${head}${parts.join('\n')}\n34,DI YOGYAKARTA,${value},RIBU JIWA,2020\n`;
		expect(await flags(total('50.6'))).toEqual([]);
		expect(await flags(total('61.5'))).toEqual(['7 34 total_mismatch']);
	});

	it('the report names value, period and reason in the reader’s language', async () => {
		const rows = [817, 123822, 121545].map((n, at) => `32.04,${n},KPM,${2017 + at}`);
		const read = await reading(PKH + rows.join('\n'), 'a.csv');
		const [id, en] = (['id', 'en'] as const).map((locale) =>
			reportOf('a.csv', read, nameOf, locale)
		);
		expect(id?.flags[0]).toMatchObject({
			row: 2,
			column: 'jumlah_kpm_pkh',
			region: '32.04',
			period: '2017',
			flag: 'jump'
		});
		expect(id?.flags[0]?.message).toContain('123.822 keluarga');
		expect(en?.flags[0]?.message).toContain('123,822 families');
	});
});
