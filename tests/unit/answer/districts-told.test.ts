import { describe, expect, it } from 'vitest';
import { tellDistricts } from '$lib/answer/districts-told';
import { saidOf, soFar } from '$lib/answer/so-far';
import { type BoundedFigure, monthPeriod, yearPeriod } from '$lib/model';
import { cellFigure } from '$lib/protect/cell-figure';
import type { UnreportedRow } from '$lib/query/unreported';
import { CELL } from './districts';

const DISTRICTS = ['32.01', '32.02', '32.03'];
const late = (region: string, list: UnreportedRow['list'], month = '2025-03-01') => ({
	...{ region, list, month }
});
const MISSING = [
	late('32.01', 'members'),
	late('32.02', 'beneficiaries'),
	late('33.01', 'members')
];

function figure(incomplete: boolean, period = monthPeriod(2025, 3)): BoundedFigure {
	const cell = { region: '32', measure: 'kmp', published: 100 };
	const reach = incomplete ? ('late' as const) : ('received' as const);
	return { ...cellFigure({ ...cell, reach }, CELL), period };
}

describe('of how many districts a figure is', () => {
	const tell = tellDistricts(DISTRICTS, MISSING, 'month');

	it('goes by the lists that it needs, of the districts of its place', () => {
		expect(tell(figure(true), ['members']).districts).toEqual({ reported: 2, total: 3 });
		expect(tell(figure(true), ['members', 'beneficiaries']).districts).toEqual({
			...{ reported: 1, total: 3 }
		});
	});

	it('is not told of a complete one, of another time, or of a single district', () => {
		expect(tell(figure(false), ['members']).districts).toBeUndefined();
		expect(tell(figure(true, monthPeriod(2025, 2)), ['members']).districts).toBeUndefined();
		const single = tellDistricts(['32.01'], MISSING, 'month');
		expect(single(figure(true), ['members']).districts).toBeUndefined();
	});

	it('of a year is of those whose lists came for all its months', () => {
		const yearly = tellDistricts(DISTRICTS, MISSING, 'year');
		expect(yearly(figure(true, yearPeriod(2025)), ['members']).districts).toEqual({
			...{ reported: 2, total: 3 }
		});
	});
});

describe('what is said of numbers of which lists had not all come', () => {
	const told = { incomplete: true, districts: { reported: 2, total: 3 } };

	it('has of how many districts they are beside it', () => {
		expect(saidOf('100 members', told, 'en')).toBe('100 members (not complete: 2 of 3 districts)');
		expect(saidOf('100 members', { incomplete: true }, 'en')).toBe('100 members (not complete)');
		expect(saidOf('100 members', { incomplete: false }, 'en')).toBe('100 members');
		expect(saidOf('100 members', null, 'en')).toBe('100 members');
	});

	it('is said so far in a sentence', () => {
		expect(soFar('Most stand here.', [null, told], 'en')).toBe(
			'So far, most stand here. Lists had not all come: true figures may be others.'
		);
		expect(soFar('Most stand here.', [{ incomplete: false }], 'en')).toBe('Most stand here.');
	});
});
