import { describe, expect, it } from 'vitest';
import { chosenIn } from '$lib/answer/chosen';
import type { ExtractContext } from '$lib/answer/context';
import type { DecileAmount } from '$lib/answer/place-amounts';
import { type BoundedFigure, type Decile, monthPeriod, yearPeriod } from '$lib/model';
import { NO_FILTERS } from '$lib/state/filters';
import { noneOf } from '../../../src/routes/program/kjmis/over-time';
import { sharesOf } from '../../../src/routes/program/kjmis/surplus';
import { yearsOf } from '../../../src/routes/program/kjmis/years';

function figure(unit: 'people' | 'rupiah', value: number | null, off: number): BoundedFigure {
	return {
		...{ indicator: 'shu', region: '33.20', period: yearPeriod(2025), value, unit },
		...{ state: value === null ? 'withheld' : 'computed', sourceId: 'office' },
		...{ certainty: 'high', flag: null, incomplete: false },
		bounds: value === null ? null : [value - off, value + off]
	};
}

const group = (decile: Decile, people: number | null, rupiah: number | null): DecileAmount => ({
	decile,
	people: figure('people', people, 4),
	rupiah: figure('rupiah', rupiah, 10)
});

const EVEN = [
	group('*', 400, 4000),
	group('1', 100, 1000),
	group('2', 50, 500),
	group('3', 30, 300),
	group('4', 20, 200),
	group('5', 100, 1000),
	group('6', null, null),
	group('unknown', 90, 900)
];

describe('to whom the surplus of a year went', () => {
	it('the four lowest deciles got half of it: 2,000 of 4,000, each off by its bound', () => {
		const { poorest } = sharesOf(EVEN);
		expect(poorest).toMatchObject({ value: 50, unit: 'percent' });
		expect(poorest?.bounds?.[0]).toBeCloseTo((100 * 1960) / 4010);
		expect(poorest?.bounds?.[1]).toBeCloseTo((100 * 2040) / 3990);
	});

	it('people whose decile is not known are told apart, and are in no decile', () => {
		const { unknown, deciles } = sharesOf(EVEN);
		expect(unknown?.value).toBeCloseTo(22.5);
		expect(deciles).toEqual(['1', '2', '3', '4', '5']);
	});

	it('as much a head in each decile is no concentration', () => {
		const { concentration } = sharesOf(EVEN);
		expect(concentration?.index).toBeCloseTo(0);
		expect(concentration?.low).toBeLessThan(0);
		expect(concentration?.high).toBeGreaterThan(0);
	});

	it('with one of the four withheld there are bounds, and no value is made up', () => {
		const { poorest } = sharesOf(
			EVEN.map((one) => (one.decile === '4' ? group('4', null, null) : one))
		);
		expect(poorest).toMatchObject({ value: null, state: 'withheld' });
		expect(poorest?.bounds?.[1]).toBeCloseTo(100 * (1 - (990 + 890) / 4010));
	});

	it('nothing is said where nothing is published', () => {
		expect(sharesOf([group('*', null, null), group('1', null, null)])).toEqual({
			poorest: null,
			unknown: null,
			concentration: null,
			deciles: []
		});
	});
});

describe('the years that are told of', () => {
	const context = (first: string, year: number, month: number): ExtractContext => ({
		...{ extract: 'office', first, names: {}, lists: {}, parts: [] },
		source: { id: '', publisher: '', title: '', date: '' },
		cell: {
			...{ kind: 'computed', sourceId: 'office', period: monthPeriod(year, month) },
			protection: {
				...{ base: 5, threshold: 10, bound: 4, method: 'keyed_random_rounding', table: null },
				...{ tableHash: null, families: false, smallestDenominator: 50, demoSecret: false }
			}
		}
	});
	const years = (of: ExtractContext, filters = NO_FILTERS) => {
		const found = yearsOf(chosenIn(filters, of), of);
		return found && [found.from, found.period.end];
	};

	it('are whole: a part of one is no year', () => {
		expect(years(context('2024-01-01', 2025, 12))).toEqual(['2024-01-01', '2025-12-31']);
		expect(years(context('2023-07-01', 2025, 9))).toEqual(['2024-01-01', '2024-12-31']);
		expect(years(context('2025-02-01', 2025, 11))).toBeNull();
	});

	it('end with that of the chosen time', () => {
		const period = { kind: 'year', year: 2024 } as const;
		expect(years(context('2023-01-01', 2025, 12), { ...NO_FILTERS, period })).toEqual([
			'2023-01-01',
			'2024-12-31'
		]);
	});
});

describe('where nothing is told of members', () => {
	const said = (...states: BoundedFigure['state'][]) =>
		noneOf(
			'KJMIS members',
			states.map((state) => ({ state })),
			() => 'nobody on record',
			'en'
		);

	it('lists that have not come are no lists without anybody', () => {
		expect(said('not_received', 'not_received')).toBe(
			'KJMIS members: not known, as lists have not come'
		);
		expect(said('withheld', 'late')).toBe('KJMIS members: not known, as lists have not come');
	});

	it('few are not none', () => {
		expect(said('withheld', 'withheld')).toBe(
			'KJMIS members: not published here (usually fewer than 10)'
		);
	});

	it('only where lists tell of nobody is nobody on record', () => {
		expect(said()).toBe('nobody on record');
		expect(said('not_begun')).toBe('nobody on record');
	});
});
