import { describe, expect, it } from 'vitest';
import { DISTRICT_STAGES, missingFigure } from '$lib/model';
import { provinceCoverage } from '../../../src/routes/program/kemiskinan-ekstrem/province-coverage';
import { stageMatrix } from '../../../src/routes/program/kemiskinan-ekstrem/stage-matrix';

const PLACES = [
	{ code: '81.01', name: 'Maluku Tengah', province: 'Maluku' },
	{ code: '32.03', name: 'Cianjur', province: 'Jawa Barat' },
	{ code: '32.04', name: 'Bandung', province: 'Jawa Barat' }
];

describe('the matrix of districts and stages', () => {
	const matrix = stageMatrix(PLACES, [
		{ region: '32.04', stage: 'coordination', reachedOn: '2023-08-10' },
		{ region: '32.04', stage: 'mapping', reachedOn: '2022-07-25' },
		{ region: '33.02', stage: 'mapping', reachedOn: '2022-07-25' }
	]);

	it('has every district under its province, also where nobody has said anything', () => {
		expect(
			matrix.provinces.map(({ name, districts }) => [name, districts.map((one) => one.name)])
		).toEqual([
			['Jawa Barat', ['Cianjur', 'Bandung']],
			['Maluku', ['Maluku Tengah']]
		]);
		expect(matrix.districts).toBe(3);
	});

	it('puts each date under its own stage, and none where none is known', () => {
		const bandung = matrix.provinces[0]?.districts[1];
		expect(bandung?.dates).toHaveLength(DISTRICT_STAGES.length);
		expect(bandung?.dates.slice(0, 3)).toEqual(['2022-07-25', '2023-08-10', null]);
		expect(matrix.provinces[1]?.districts[0]?.dates.every((date) => date === null)).toBe(true);
	});

	it('counts the districts of which a stage is known, and only those of the places', () => {
		expect(matrix.known).toEqual([1, 1, 0, 0, 0, 0, 0]);
		expect(matrix.provinces[1]?.known).toEqual([0, 0, 0, 0, 0, 0, 0]);
	});
});

describe('how far what is published reaches', () => {
	it('is counted by province: a figure that is not there is not counted', () => {
		const figure = (code: string, value: number | null) => {
			const missing = missingFigure({
				indicator: 'extreme_poverty_people',
				region: code,
				period: { start: '2020-03-01', end: '2020-03-31' },
				unit: 'people'
			});
			return value === null ? missing : { ...missing, value, state: 'published' as const };
		};
		const row = (index: number, rate: number | null, provinceThen = '') => {
			const { code, name, province } = PLACES[index] ?? { code: '', name: '', province: '' };
			const none = figure(code, null);
			return {
				...{ code, name, province, provinceThen, certainty: 'high' as const },
				...{ rate: figure(code, rate), people: none, poverty: none }
			};
		};
		const rows = [row(0, null, 'Papua'), row(1, 9.7), row(2, null)];
		expect(provinceCoverage(rows, new Set(['32.04']))).toEqual([
			{
				code: '32',
				name: 'Jawa Barat',
				formerly: [],
				districts: 2,
				rates: 1,
				people: 0,
				stages: 1
			},
			{
				code: '81',
				name: 'Maluku',
				formerly: ['Papua'],
				districts: 1,
				rates: 0,
				people: 0,
				stages: 0
			}
		]);
	});
});
