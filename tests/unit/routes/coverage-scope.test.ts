import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { PROVINCE_TILES } from '../../../src/routes/cakupan/province-tiles';
import { provinceOutlines, provincePlaces } from '../../../src/routes/cakupan/provinces';
import { type ScopeWanted, rateScope } from '../../../src/routes/cakupan/rate-scope';

/** Two districts in each of six provinces, four of them on one island group. */
const PROVINCES = ['31', '32', '33', '35', '53', '81'];
const COVERED = PROVINCES.flatMap((province) => [`${province}.01`, `${province}.02`]);
const places = COVERED.map((region) => ({
	...{ region, name: region, abbreviation: '', x: 0, y: 0 },
	island: region.startsWith('3') ? ('jawa_bali' as const) : ('maluku_papua' as const)
}));

const scope = (more: Partial<ScopeWanted>) =>
	rateScope(
		{ area: 'nation', focus: null, members: null, yearly: false, grouped: true, ...more },
		COVERED,
		{ places }
	);

describe('what is asked for a map of a rate', () => {
	it('are all districts where everybody is told of by month: one file holds them', () => {
		expect(scope({ grouped: false })).toEqual({
			...{ level: 'regency', area: 'nation', within: null },
			asked: COVERED
		});
	});

	it('are the districts of a province, or of few, by their own files', () => {
		expect(scope({ area: '33' })).toMatchObject({ level: 'regency', asked: ['33.01', '33.02'] });
		expect(scope({ area: 'jawa_bali' })).toMatchObject({ level: 'regency', area: 'jawa_bali' });
	});

	it('are the provinces where a group of all districts would take too many files', () => {
		expect(scope({})).toEqual({
			...{ level: 'province', area: 'nation', within: null },
			asked: PROVINCES
		});
	});

	it('are the provinces of a list where these are few', () => {
		const members = new Set(['33.01', '53.02']);
		expect(scope({ members })).toEqual({
			...{ level: 'regency', area: 'nation', within: new Set(['33', '53']) },
			asked: ['33.01', '33.02', '53.01', '53.02']
		});
	});

	it('is one province of a list of many: that of the district in focus, else its first', () => {
		const members = new Set(COVERED.filter((region) => region.endsWith('2')));
		expect(scope({ members })).toMatchObject({ level: 'regency', area: '31' });
		expect(scope({ members, focus: '53.02' })).toEqual({
			...{ level: 'regency', area: '53', within: null },
			asked: ['53.01', '53.02']
		});
	});

	it('are never provinces by year: theirs lie in as many files', () => {
		expect(scope({ yearly: true })).toMatchObject({ level: 'regency', area: 'nation' });
		const many = Array.from({ length: 11 }, (_, nth) => `${nth + 11}.01`);
		const all = many.map((region) => ({ ...places[0], region }) as (typeof places)[number]);
		const asked = (grouped: boolean) =>
			rateScope({ area: 'nation', focus: '13.01', members: null, yearly: true, grouped }, many, {
				places: all
			});
		expect(asked(true)).toMatchObject({ level: 'regency', area: '13', asked: ['13.01'] });
		expect(asked(false)).toEqual(asked(true));
	});
});

describe('the map of provinces', () => {
	it('has a tile for every province of the reference, and no two on one spot', () => {
		const { data } = Papa.parse<{ code: string; level: string }>(
			readFileSync('data/reference/regions.csv', 'utf8'),
			{ header: true, skipEmptyLines: true }
		);
		const provinces = data.filter(({ level }) => level === 'province').map(({ code }) => code);
		expect(Object.keys(PROVINCE_TILES).sort()).toEqual(provinces.sort());
		const tiles = Object.values(PROVINCE_TILES);
		expect(new Set(tiles.map(([, x, y]) => `${x},${y}`)).size).toBe(tiles.length);
		expect(new Set(tiles.map(([letters]) => letters)).size).toBe(tiles.length);
	});

	it('names each, and knows its islands by its districts', () => {
		const maluku = provincePlaces({ places, provinceNames: { '81': 'Maluku' } }).find(
			({ region }) => region === '81'
		);
		expect(maluku).toMatchObject({ name: 'Maluku', abbreviation: 'MA', island: 'maluku_papua' });
	});

	it('draws a province in the outlines of its districts', () => {
		const ring = (at: number): [number, number][] => [
			[at, 0],
			[at, 1],
			[at + 1, 0]
		];
		const { regions } = provinceOutlines({
			regions: { '31.01': [ring(0)], '31.02': [ring(1)], '32.01': [ring(5)] },
			borders: []
		});
		expect(regions).toEqual({ '31': [ring(0), ring(1)], '32': [ring(5)] });
	});
});
