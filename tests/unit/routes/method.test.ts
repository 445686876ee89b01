import { describe, expect, it } from 'vitest';
import { METHOD_IDS } from '$lib/ui/methods';
import { SMALLEST_DENOMINATOR, type StatedProtection } from '$lib/protect/manifest';
import { ROUNDING } from '$lib/protect/rounding';
import { gapExample, waitExample } from '../../../src/routes/metode/examples';
import { type MathNode, fraction, power, row, sub } from '../../../src/routes/metode/mathml';
import { allMethods } from '../../../src/routes/metode/methods';

const PROTECTION: StatedProtection = {
	...ROUNDING,
	method: 'keyed_random_rounding',
	table: null,
	tableHash: null,
	families: true,
	smallestDenominator: SMALLEST_DENOMINATOR,
	demoSecret: true
};

function markup({ tag, inside }: MathNode): string {
	const content = typeof inside === 'string' ? inside : inside.map(markup).join('');
	return `<${tag}>${content}</${tag}>`;
}

describe('the page of methods', () => {
	it('takes apart a gap of 5 points: 5 against it within groups, 10 from the mix, nothing left', () => {
		const { gap, standardised } = gapExample();
		expect(gap.gap).toBeCloseTo(0.05);
		expect(gap.rates).toBeCloseTo(-0.05);
		expect(gap.composition).toBeCloseTo(0.1);
		expect(gap.rest).toBeCloseTo(0);
		// At half and half: (25% + 45%) ÷ 2 and (30% + 50%) ÷ 2.
		expect(standardised[0]).toBeCloseTo(0.35);
		expect(standardised[1]).toBeCloseTo(0.4);
		expect(standardised[0] - standardised[1]).toBeCloseTo(gap.rates);
	});

	it('reads a median of 14 months: 10 of the 60 people of the third band come before the middle', () => {
		expect(waitExample(ROUNDING)).toEqual({ months: 14, band: '12-23', sure: true });
		// A threshold so high that the withheld band may hold more than all others.
		expect(waitExample({ ...ROUNDING, threshold: 200 }).sure).toBe(false);
	});

	it('states the numbers of the rule as the extract has them, and none without an extract', () => {
		const odd = { ...PROTECTION, base: 7, bound: 6, threshold: 21, smallestDenominator: 84 };
		const [stated = ''] = allMethods(odd).batas.remarks;
		expect(stated.match(/\d+/g)).toEqual(['7', '6', '21', '84']);
		expect(allMethods(null).batas.remarks.join(' ')).not.toMatch(/\d/);
	});

	it('shows no formula of rounding to multiples where a table of changes stood in for it', () => {
		const names = (method: StatedProtection['method']) =>
			allMethods({ ...PROTECTION, method }).batas.formulas.map(({ name }) => name);
		expect(names('perturbation_table')).toEqual(names('keyed_random_rounding').slice(1));
	});

	it('says of all but the pace and the calculator that they need counts from lists', () => {
		const without = Object.values(allMethods(null)).filter(({ fromLists }) => !fromLists);
		expect(without.map(({ id }) => id)).toEqual(['laju', 'shu']);
	});

	it('names every letter once a section, and every formula once a page', () => {
		const methods = Object.values(allMethods(PROTECTION));
		expect(methods.map(({ id }) => id)).toEqual(METHOD_IDS);
		const names = methods.flatMap(({ formulas }) => formulas.map(({ name }) => name));
		expect(new Set(names).size).toBe(names.length);
		for (const { id, letters } of methods) {
			const shown = letters.map(({ letter }) => markup(letter));
			expect(new Set(shown).size, id).toBe(shown.length);
		}
	});

	it('leaves no letter of a formula without its meaning', () => {
		const lettersIn = (node: MathNode): string[] =>
			typeof node.inside === 'string'
				? node.tag === 'mi' && node.inside.length === 1
					? [node.inside]
					: []
				: node.inside.flatMap(lettersIn);
		for (const { id, formulas, letters } of Object.values(allMethods(PROTECTION))) {
			const named = new Set(letters.flatMap(({ letter }) => lettersIn(letter)));
			const used = new Set(formulas.flatMap(({ math }) => lettersIn(math)));
			expect(
				[...used].filter((letter) => !named.has(letter)),
				id
			).toEqual([]);
			expect(
				[...named].filter((letter) => !used.has(letter)),
				id
			).toEqual([]);
		}
	});
});

describe('a formula', () => {
	it('tells letters, numbers and signs apart', () => {
		expect(markup(row('a + 1'))).toBe('<mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow>');
		expect(markup(fraction('a', power('N', '2')))).toBe(
			'<mfrac><mrow><mi>a</mi></mrow><mrow><msup><mrow><mi>N</mi></mrow><mrow><mn>2</mn></mrow></msup></mrow></mfrac>'
		);
		expect(markup(sub('r', '1 g'))).toBe(
			'<msub><mrow><mi>r</mi></mrow><mrow><mn>1</mn><mi>g</mi></mrow></msub>'
		);
	});
});
