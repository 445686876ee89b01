import { describe, expect, it } from 'vitest';
import { sumFigures, sumRate } from '$lib/answer/sum';
import { amountWords } from '$lib/i18n/amount-words';
import { boundsWords } from '$lib/i18n/bounds';
import { type BoundedFigure, type Reporting, monthPeriod } from '$lib/model';
import { type CellContext, cellFigure, rateFigure } from '$lib/protect/cell-figure';
import { ROUNDING } from '$lib/protect/rounding';

const CONTEXT: CellContext = {
	kind: 'computed',
	protection: {
		...ROUNDING,
		method: 'keyed_random_rounding',
		table: null,
		tableHash: null,
		families: false,
		smallestDenominator: 30,
		demoSecret: false
	},
	sourceId: 'office',
	period: monthPeriod(2025, 12)
};
const cell = (measure: string, published: number | null, reach: Reporting, region = '92') => ({
	...{ region, measure, published, reach }
});
const part = (reach: Reporting, published: number | null = 35) => cell('kmp_pkh', published, reach);
const whole = (reach: Reporting, published = 1110) => cell('pkh', published, reach);
const rate = (...[one, all]: [Reporting, Reporting]): BoundedFigure => {
	const figure = rateFigure(part(one), whole(all), CONTEXT);
	if (!figure) throw new Error('no rate was made');
	return figure;
};

describe('a total whose lists have not all come', () => {
	it('is a count of at least so many people: whose list comes later can only join', () => {
		const figure = cellFigure(part('late'), CONTEXT);
		expect(figure).toMatchObject({ value: 35, incomplete: true, atLeast: true });
		expect(boundsWords(figure, 'id')).toBe('sekurangnya 31');
		expect(boundsWords(figure, 'en')).toBe('at least 31');
	});

	it('is a share of at least so much where the whole is complete: 35 of 1,110 is 3.2%', () => {
		const figure = rate('late', 'received');
		expect(figure).toMatchObject({ incomplete: true, atLeast: true });
		// (35 − 4) / (1,110 + 4), rounded down.
		expect(boundsWords(figure, 'id')).toBe('sekurangnya 2,7%');
		expect(amountWords(figure, 'en')).toBe('at least 2.7%');
	});

	it('is a share of which neither end is known where the whole may grow as well', () => {
		const figure = rate('late', 'late');
		expect(figure.incomplete).toBe(true);
		expect(figure.atLeast ?? false).toBe(false);
		expect(boundsWords(figure, 'id')).toBe('');
		expect(amountWords(figure, 'id')).toBe('sejauh ini 3,2%');
	});

	it('has both bounds once every list has come', () => {
		const figure = rate('received', 'received');
		expect(figure.atLeast ?? false).toBe(false);
		expect(boundsWords(figure, 'id')).toBe('antara 2,7% dan 3,6%');
		expect(amountWords(figure, 'id')).toBe('3,2%');
		expect(boundsWords(cellFigure(part('received'), CONTEXT), 'id')).toBe('antara 31 dan 39');
	});

	it('says nothing of bounds where nothing is published', () => {
		expect(boundsWords(cellFigure(part('late', null), CONTEXT), 'id')).toBe('');
	});
});

describe('several places as one', () => {
	const counts = (reach: Reporting) =>
		['32.01', '32.02'].map((region, nth) => ({
			part: cellFigure(cell('kmp_pkh', nth === 0 ? 35 : 50, reach, region), CONTEXT),
			whole: cellFigure(cell('pkh', 500, 'received', region), CONTEXT)
		}));

	it('are at least so many where one of them lacks lists', () => {
		const sum = sumFigures(counts('late').map((pair) => pair.part));
		expect(sum).toMatchObject({ value: 85, incomplete: true, atLeast: true });
		expect(sumFigures(counts('received').map((pair) => pair.part)).atLeast).toBe(false);
	});

	it('have a share of at least so much, but not where one of them is left out of both counts', () => {
		expect(sumRate(counts('late'), 30)?.atLeast).toBe(true);
		const none = { ...cellFigure(part('late', null), CONTEXT), region: '32.03' };
		const pairs = [
			...counts('late'),
			{ part: none, whole: cellFigure(whole('received'), CONTEXT) }
		];
		expect(sumRate(pairs, 30)).toMatchObject({ incomplete: true, atLeast: false });
	});
});
