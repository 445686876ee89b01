import { describe, expect, it } from 'vitest';
import { type Figure, missingFigure, yearPeriod } from '$lib/model';
import { publishedOf } from '../../../src/routes/bandingkan/published';

const CONTEXT = {
	indicators: [
		{ id: 'poverty_rate', name: 'Persentase penduduk miskin', unit: 'percent' as const },
		{ id: 'pkh_families', name: 'Keluarga PKH', unit: 'families' as const }
	],
	publishers: { bps: 'BPS', dinsos: 'Dinas Sosial' }
};

function figure(region: string, year: number, value: number | null, sourceId = 'bps'): Figure {
	const period = yearPeriod(year);
	const missing = missingFigure({ indicator: 'poverty_rate', region, period, unit: 'percent' });
	return value === null ? missing : { ...missing, value, sourceId, state: 'published' };
}

describe('published figures side by side', () => {
	it('are of one time: the last of those for which most places have a figure', () => {
		const figures = [
			figure('32.01', 2023, 7.1),
			figure('32.01', 2022, 7.7),
			figure('32.01', 2021, 8.1),
			figure('35.09', 2022, 9.4, 'dinsos'),
			figure('35.09', 2021, 10.4)
		];
		const { columns, sources } = publishedOf(figures, ['35.09', '32.01'], CONTEXT, 'id');
		expect(columns).toHaveLength(1);
		expect(columns[0]?.period).toBe('2022');
		expect(columns[0]?.cells.map(({ figure: { region, value } }) => [region, value])).toEqual([
			['35.09', 9.4],
			['32.01', 7.7]
		]);
		expect(sources).toEqual([
			{ id: 'dinsos', publisher: 'Dinas Sosial' },
			{ id: 'bps', publisher: 'BPS' }
		]);
	});

	it('say of a place that nobody has published it, never zero, also of a province and a list', () => {
		const { columns } = publishedOf(
			[figure('32.01', 2022, 7.7), figure('32', 2022, null)],
			['32.01', '32', 'list:pke-2021-35'],
			CONTEXT,
			'id'
		);
		expect(columns[0]?.cells.map(({ figure: { value, state } }) => [value, state])).toEqual([
			[7.7, 'published'],
			[null, 'missing'],
			[null, 'missing']
		]);
	});

	it('say of which other time a figure is, and the country’s own times do not decide', () => {
		const figures = [figure('00', 2024, 8.6), figure('00', 2023, 9.4), figure('35.09', 2021, 10.4)];
		const { columns } = publishedOf(figures, ['00', '35.09'], CONTEXT, 'id');
		expect(columns[0]?.period).toBe('2021');
		expect(columns[0]?.cells.map(({ figure: { value }, otherTime }) => [value, otherTime])).toEqual(
			[
				[8.6, '2024'],
				[10.4, null]
			]
		);
	});

	it('name what nobody has published of any of the places', () => {
		const { absent } = publishedOf([figure('32.01', 2022, 7.7)], ['32.01'], CONTEXT, 'id');
		expect(absent).toEqual(['Keluarga PKH']);
		expect(publishedOf([], ['32.01'], CONTEXT, 'id')).toMatchObject({ columns: [], sources: [] });
	});
});
