import { describe, expect, test } from 'vitest';
import { rankCorrelation } from '$lib/model/statistics/rank-correlation';
import { figureColumns, groupsOf, ownFigures, repeats, yearsOf } from '$lib/files/combine';
import { describeFault } from '$lib/files/words';
import { FAULT_RULES } from '$lib/files/fault';
import { LOCALES } from '$lib/model';
import { reading } from './support';

const YEARS = [
	'kode,kabupaten_kota,tahun,keluarga (ribu)',
	'32.01,Kab. Bogor,2022,1.5',
	'32.01,Kab. Bogor,2023,2',
	'32.01,Kab. Bogor,2023,3',
	'32.71,Kota Bogor,2023,4.25',
	'32,Jawa Barat,2023,900'
].join('\n');

describe('figures of a file by region', () => {
	test('one value a regency, in base units, of the year asked, and marked as the reader’s own', async () => {
		const read = await reading(YEARS);
		expect(figureColumns(read)).toEqual([3]);
		const groups = groupsOf(read, 3);
		expect(yearsOf(groups)).toEqual([2023, 2022]);
		const asked = { column: 3, year: 2023 };
		expect(repeats(groups, 2023)).toBe(true);
		const values = (combiner: 'sum' | 'mean' | 'least' | 'greatest') =>
			ownFigures(read, groups, { ...asked, combiner }, '2024-05-01').map(({ region, value }) => [
				region,
				value
			]);
		expect(values('sum')).toEqual([
			['32.01', 5000],
			['32.71', 4250]
		]);
		expect(values('mean')[0]).toEqual(['32.01', 2500]);
		expect(values('least')[0]).toEqual(['32.01', 2000]);
		expect(values('greatest')[0]).toEqual(['32.01', 3000]);
		const [figure] = ownFigures(read, groups, { ...asked, combiner: 'sum' }, '2024-05-01');
		expect(figure).toMatchObject({ state: 'own', unit: 'families', sourceId: '' });
	});
});

describe('rank correlation', () => {
	test('agrees with hand-counted answers', () => {
		expect(
			rankCorrelation([
				[1, 10],
				[2, 20],
				[3, 30]
			])
		).toBeCloseTo(1);
		expect(
			rankCorrelation([
				[1, 30],
				[2, 20],
				[3, 10]
			])
		).toBeCloseTo(-1);
		// d = 0, 1, -1, 0, 0: 1 - 6·2 / (5·24) = 0.9
		expect(
			rankCorrelation([
				[1, 1],
				[2, 3],
				[3, 2],
				[4, 4],
				[5, 5]
			])
		).toBeCloseTo(0.9);
		expect(
			rankCorrelation([
				[1, 1],
				[1, 2],
				[1, 3]
			])
		).toBeNull();
		expect(
			rankCorrelation([
				[1, 1],
				[2, 2]
			])
		).toBeNull();
	});
});

test('every fault has its words in both languages', () => {
	for (const locale of LOCALES)
		for (const rule of FAULT_RULES)
			expect(describeFault({ rule, found: 7, most: 9 }, locale)).toMatch(/\p{L}{4}.*[.)\d}]$/u);
});
