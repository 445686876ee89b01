import { describe, expect, it } from 'vitest';
import { DISTRICT_STAGES, type Figure, missingFigure } from '$lib/model';
import { type StatusRow, tried } from '../../../src/routes/overview/status-row';
import { provinceCoverage } from '../../../src/routes/program/kemiskinan-ekstrem/province-coverage';
import {
	stageMatrix,
	stagesWithin
} from '../../../src/routes/program/kemiskinan-ekstrem/stage-matrix';
import { verdictsOf } from '../../../src/routes/program/kemiskinan-ekstrem/targets';

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

	it('has a part that is what a matrix of these districts alone would be', () => {
		const part = stagesWithin(matrix, (code) => code.startsWith('32.'));
		expect(part).toEqual(
			stageMatrix(PLACES.slice(1), [
				{ region: '32.04', stage: 'coordination', reachedOn: '2023-08-10' },
				{ region: '32.04', stage: 'mapping', reachedOn: '2022-07-25' }
			])
		);
		expect(stagesWithin(matrix, () => true)).toEqual(matrix);
		expect(stagesWithin(matrix, () => false)).toMatchObject({ provinces: [], districts: 0 });
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

describe('a target of extreme poverty', () => {
	const figure = (end: string, value: number): Figure => ({
		...missingFigure({
			indicator: 'rate',
			region: '00',
			period: { start: `${end.slice(0, 7)}-01`, end },
			unit: 'percent'
		}),
		...{ value, state: 'published' }
	});
	const row = (id: string, now: Figure, before: Figure, date: string): StatusRow =>
		tried(
			{
				...{ id, name: '', place: '', programme: { name: '', page: '' }, unit: 'percent' },
				...{ direction: 'at_most', actual: now, before, source: null, target: null },
				...{ reported: '', newest: '2025-11-21' }
			},
			0,
			date
		);
	const verdicts = verdictsOf(
		[
			row('190', figure('2024-03-31', 0.83), figure('2023-03-31', 1.12), '2024-12-31'),
			row('215', figure('2025-03-31', 0.85), figure('2024-03-31', 1.26), '2026-12-31'),
			row('poverty', figure('2025-03-31', 8.47), figure('2024-03-31', 9.03), '2029-12-31')
		],
		{ '190': 'garis US$1,9', '215': 'garis US$2,15' },
		'id'
	);

	it('is held against the figure of its own line, in the words of the overview', () => {
		expect(verdicts.map(({ status, says }) => [status, says])).toEqual([
			['behind', 'Tertinggal, tenggatnya sudah lewat'],
			['behind', 'Tertinggal']
		]);
		expect(verdicts[1]?.text).toBe(
			'Target 0% pada akhir 2026, garis US$2,15: angka terbaru menurut garis itu 0,85% (Maret 2025).'
		);
	});

	it('says where its line has no figure up to its date', () => {
		expect(verdicts[0]?.text).toMatch(
			/^Target 0% pada akhir 2024, garis US\$1,9: .* 0,83% \(Maret 2024\)\. Sesudahnya/
		);
		expect(verdicts[1]?.text).not.toContain('Sesudahnya');
	});
});
