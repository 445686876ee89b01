import { describe, expect, it } from 'vitest';
import type { ChartModel } from '$lib/chart/model';
import { citations } from '$lib/export/cite';
import { type CardData, cardFigure } from '$lib/menu/card-figure';
import { citedChart, citedFigure } from '$lib/menu/cited';
import type { Names } from '$lib/menu/names';
import { subjectOf } from '$lib/menu/subject';
import type { Figure } from '$lib/model';

const NAMES: Names = {
	regions: {
		'00': 'Indonesia',
		'32': 'Jawa Barat',
		'32.01': 'Kabupaten Bogor',
		'32.02': 'Kabupaten Sukabumi',
		'33.20': 'Kabupaten Jepara',
		...Object.fromEntries(
			['32.03', '32.04', '32.05', '32.06'].map((code) => [code, `Kabupaten ${code}`])
		)
	},
	indicators: {
		pkh_families: {
			unit: 'families',
			names: { id: 'Keluarga penerima PKH', en: 'PKH beneficiary families' }
		},
		poverty_rate: { unit: 'percent', names: { id: 'Persentase miskin', en: 'Poverty rate' } }
	},
	sources: {
		dinsos: {
			id: { id: 'dinsos', publisher: 'Dinas Sosial', title: 'Keluarga PKH', date: '2024' },
			en: { id: 'dinsos', publisher: 'Social office', title: 'Keluarga PKH', date: '2024' }
		}
	}
};
const CARD: CardData = {
	value: '114773',
	indicator: 'pkh_families',
	region: '32.01',
	period: '2024-01-01/2024-12-31',
	state: 'published',
	flag: '',
	certainty: 'low',
	sourceId: 'dinsos'
};
const TAKEN = {
	address: 'https://example.org/wilayah/32.01/#angka-pkh_families',
	date: '2026-11-29',
	datasets: [
		{
			id: 'published',
			contentHash: 'c6a2ecdc25c5'.padEnd(64, '0'),
			kind: 'published' as const,
			period: { start: '2002-01-01', end: '2025-11-21' },
			protection: null,
			files: []
		}
	]
};
const figure = (change: Partial<Figure> = {}): Figure => ({
	...(cardFigure(CARD, NAMES) as Figure),
	...change
});

describe('a headline figure', () => {
	it('is read from what its card carries, and is none where the catalogue does not know it', () => {
		expect(figure()).toMatchObject({
			value: 114773,
			unit: 'families',
			period: { start: '2024-01-01', end: '2024-12-31' },
			certainty: 'low',
			flag: null
		});
		expect(cardFigure({ ...CARD, value: '', state: 'not_counted' }, NAMES)?.value).toBeNull();
		expect(cardFigure({ ...CARD, indicator: 'x' }, NAMES)).toBeNull();
		expect(cardFigure({ ...CARD, state: 'x' }, NAMES)).toBeNull();
	});

	it('is cited with its value, its place, its year, how sure it is, and whom it is from, in both languages', () => {
		const { sentences } = citations(citedFigure(figure(), TAKEN, NAMES, 'id'));
		expect(sentences.id).toContain(
			'“Keluarga penerima PKH, Kabupaten Bogor, 2024: 114.773 keluarga (kepastian rendah)”'
		);
		expect(sentences.id).toMatch(/^Menurut Dinas Sosial, Keluarga PKH \(2024\)/);
		expect(sentences.en).toContain(
			'“PKH beneficiary families, Kabupaten Bogor, 2024: 114,773 families'
		);
		expect(sentences.en).toMatch(/^According to Social office.+published figures c6a2ecdc25c5/);
	});

	it('that nobody has counted is cited as that, and never as zero', () => {
		const none = figure({ value: null, state: 'not_counted', certainty: 'high' });
		const { sentences } = citations(citedFigure(none, TAKEN, NAMES, 'en'));
		expect(sentences.en).toContain('2024: nobody has counted”');
	});
});

describe('what figures are about', () => {
	it('names few things one by one and counts many, in either language', () => {
		const later = { start: '2025-01-01', end: '2025-12-31' };
		expect(subjectOf([figure()], NAMES, 'en')).toBe(
			'PKH beneficiary families, Kabupaten Bogor, 2024'
		);
		expect(subjectOf([figure(), figure({ region: '32.02', period: later })], NAMES, 'id')).toBe(
			'Keluarga penerima PKH, Kabupaten Bogor; Kabupaten Sukabumi, 2024 sampai 2025'
		);
		const codes = ['32', ...[1, 2, 3, 4, 5, 6].map((nth) => `32.0${nth}`)];
		const many = codes.map((region) => figure({ region }));
		expect(subjectOf(many, NAMES, 'en')).toContain('Jawa Barat (6 places)');
		const apart = [...many, figure({ region: '33.20' }), figure({ region: 'koperasi-1' })];
		expect(subjectOf(apart, NAMES, 'en')).toContain('Indonesia (8 places)');
		// As many as are compared are all named.
		expect(subjectOf(many.slice(1), NAMES, 'en')).toContain('Kabupaten Bogor; Kabupaten Sukabumi;');
	});

	it('says of whom all of them are, and leaves what tells them apart to the headline', () => {
		const of = (group: string) => ({ ...figure(), bounds: null, incomplete: false, group });
		expect(subjectOf([of('sex=female|age=25-44')], NAMES, 'id')).toBe(
			'Keluarga penerima PKH, Kabupaten Bogor, perempuan; 25–44 tahun, 2024'
		);
		expect(subjectOf([of('sex=female|age=25-44'), of('sex=female|age=45-64')], NAMES, 'en')).toBe(
			'PKH beneficiary families, Kabupaten Bogor, female, 2024'
		);
		expect(subjectOf([of('decile=unknown')], NAMES, 'en')).toMatch(/decile.*unknown/i);
		expect(subjectOf([of('sex=female'), figure()], NAMES, 'en')).not.toContain('female');
	});

	it('is of all whom a chart tells apart, also of those whose figures are withheld', () => {
		const of = (group: string, value: number | null) => ({
			...figure({ value, state: value === null ? 'withheld' : 'computed' }),
			...{ bounds: [0, 100] as const, incomplete: false, group }
		});
		const both = [of('sex=female|age=65-plus', 3), of('sex=male|age=65-plus', null)];
		expect(subjectOf(both, NAMES, 'en')).not.toContain('female');
		expect(subjectOf(both.slice(0, 1), NAMES, 'en')).toContain('female');
	});

	it('knows rates and counts of lists by the measures that they are made of', () => {
		const rate = figure({ indicator: 'kmp_pkh_of_pkh' });
		expect(subjectOf([rate], NAMES, 'en')).toBe(
			`${subjectOf([figure({ indicator: 'kmp_uptake' })], NAMES, 'en')}`
		);
		expect(subjectOf([rate], NAMES, 'en')).not.toMatch(/_/);
	});
});

describe('a chart', () => {
	const chart = (state: 'published' | 'computed') =>
		({
			title: 'Naik di 21 dari 27',
			locale: 'id',
			states: [state],
			sources: [{ id: 'dinsos', publisher: 'Dinas Sosial', title: 'Keluarga PKH', date: '2024' }],
			table: { rows: [{ cells: [[figure({ state })]] }] }
		}) as unknown as ChartModel;

	it('is cited by headline and subject in its own language, and by its subject in the other', () => {
		const { titles } = citedChart(chart('published'), TAKEN, NAMES);
		expect(titles.id).toBe('Naik di 21 dari 27 (Keluarga penerima PKH, Kabupaten Bogor, 2024)');
		expect(titles.en).toBe('PKH beneficiary families, Kabupaten Bogor, 2024');
	});

	it('of what the site worked out is the site’s', () => {
		expect(citedChart(chart('published'), TAKEN, NAMES).computed).toBe(false);
		expect(citedChart(chart('computed'), TAKEN, NAMES).computed).toBe(true);
	});
});
