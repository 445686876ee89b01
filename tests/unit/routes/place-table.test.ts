import { describe, expect, it } from 'vitest';
import { writtenBounds, writtenValue } from '$lib/export/rounded';
import type { BoundedFigure, Figure } from '$lib/model';
import { LOCALES } from '$lib/model/locale';
import { type PlaceRows, placeFile, placeTable } from '../../../src/routes/wilayah/place-table';

const PLAIN: Figure = {
	indicator: 'kmp_pkh_of_pkh',
	region: '32.01',
	period: { start: '2025-12-01', end: '2025-12-31' },
	value: 100 / 3,
	unit: 'percent',
	state: 'demo',
	sourceId: 'demo',
	certainty: 'high',
	flag: null
};
const FIGURE: BoundedFigure = {
	...PLAIN,
	bounds: [100 / 7, 200 / 3],
	incomplete: true
};
const PLACE: PlaceRows = {
	code: '32.01',
	name: 'Kabupaten Bogor',
	rows: [
		{ figure: FIGURE, group: 'decile=3' },
		{ figure: { ...PLAIN, indicator: 'x', state: 'published', sourceId: 'bps', value: 1 / 3 } }
	],
	indicators: new Map([['x', { name: 'Sesuatu' }]]),
	sources: new Map([
		[
			'bps',
			{
				id: 'bps',
				publisher: 'BPS',
				title: 'T',
				date: '2024',
				where: 'bps.go.id',
				page: '/sumber/#bps'
			}
		]
	]),
	demo: 'demo',
	notes: []
};

const boundsOf = (bounds: BoundedFigure['bounds']) => {
	const figure: BoundedFigure = { ...FIGURE, bounds };
	return writtenBounds(figure);
};

describe('what was worked out', () => {
	it('is written with six digits; what others publish and whole numbers are as they are', () => {
		expect(writtenValue(FIGURE)).toBe(33.3333);
		expect(writtenValue({ ...FIGURE, state: 'published' })).toBe(100 / 3);
		expect(writtenValue({ ...FIGURE, value: 123_456_789 })).toBe(123_456_789);
		expect(writtenValue({ ...FIGURE, value: null })).toBeNull();
	});

	it('keeps bounds that hold: rounded outwards, each way by less than a millionth', () => {
		for (let nth = 1; nth < 500; nth += 1) {
			const bounds = [Math.sqrt(nth) / 1000, Math.sqrt(nth) * 7] as const;
			const [low = 0, high = 0] = boundsOf(bounds) ?? [];
			expect(low).toBeLessThanOrEqual(bounds[0] * (1 + 1e-11));
			expect(high).toBeGreaterThanOrEqual(bounds[1] * (1 - 1e-11));
			expect(bounds[0] / low - 1).toBeLessThan(1.1e-5);
			expect(high / bounds[1] - 1).toBeLessThan(1.1e-5);
			expect(`${low}`.replace(/^0\.0*|\./g, '').length).toBeLessThanOrEqual(6);
		}
		expect(boundsOf([0, 12])).toEqual([0, 12]);
		expect(boundsOf([14.2, 14.200000000000001])).toEqual([14.2, 14.2]);
	});
});

describe('the file of a place', () => {
	it('is named by code and name', () => {
		expect(placeFile(PLACE)).toBe('3201-kabupaten-bogor');
		expect(placeFile({ code: '31', name: 'DKI Jakarta' })).toBe('31-dki-jakarta');
	});

	it('is in one language as a whole, each column explained, each row with source, period and state', () => {
		const [id, en] = LOCALES.map((locale) => {
			const { columns, rows } = placeTable(PLACE, locale);
			expect(columns.every(({ name, label }) => label !== '' && label !== name)).toBe(true);
			return rows.map((row) =>
				Object.fromEntries(columns.map(({ name }, index) => [name, row[index]]))
			);
		});
		expect(id?.[0]).toMatchObject({
			kelompok: 'decile=3',
			nama_kelompok: 'desil 3',
			nilai: 33.3333,
			satuan: 'persen',
			keadaan: 'demo',
			belum_lengkap: true,
			contoh: 'demo'
		});
		expect(String(id?.[0]?.['nama_indikator'])).toContain('PKH');
		expect(en?.[1]).toMatchObject({
			indicator_name: 'Sesuatu',
			period_end: '2025-12-31',
			value: 1 / 3,
			incomplete: null,
			demo: '',
			publisher: 'BPS',
			source_where: 'bps.go.id',
			source_page: '/sumber/#bps'
		});
	});
});
