import { describe, expect, it } from 'vitest';
import type { Gap } from '$lib/model/statistics/standardise';
import { concludeGap, gapSentence, verdictOf } from '../../../src/routes/bandingkan/conclusion';

const NOTHING_OPEN = { open: { low: 0, high: 0 }, withheld: [] };

/** A gap of ten points, of which so many are of the rates and of the composition. */
function gap(rates: number, composition: number, more: Partial<Gap> = {}): Gap {
	const parts = { rates: rates / 100, composition: composition / 100 };
	const rest = (10 - rates - composition) / 100;
	return { gap: 0.1, ...parts, rest, ...NOTHING_OPEN, ...more };
}
const withheld = { open: { low: -0.02, high: 0.04 }, withheld: ['4'] };
const say = (one: Gap, locale: 'id' | 'en' = 'en') =>
	gapSentence(one, { label: locale === 'en' ? 'decile' : 'desil', second: 'Kebumen' }, locale);

describe('where most of a gap is', () => {
	it('is the part with more than half of it', () => {
		expect(verdictOf(gap(8, 2))).toBe('rates');
		expect(verdictOf(gap(2, 8))).toBe('composition');
		expect(verdictOf(gap(12, -2))).toBe('rates');
		expect(verdictOf(gap(5, 5))).toBe('both');
	});

	it('is open where withheld groups may turn it, and not where they cannot', () => {
		expect(verdictOf(gap(8, 1, withheld))).toBe('open');
		expect(verdictOf(gap(9.5, 0.5, withheld))).toBe('rates');
		expect(verdictOf(gap(0.5, 9.5, withheld))).toBe('composition');
		// Neither reaches half, whatever they hold.
		expect(
			verdictOf(gap(3, 3, { ...withheld, rest: 0.01, open: { low: -0.01, high: 0.01 } }))
		).toBe('both');
	});
});

describe('what a division of the gap says', () => {
	it('names what goes with the mix and what remains, in both languages', () => {
		expect(say(gap(8, 2))).toBe(
			'By decile: of a gap of 10.0 percentage points, 2.0 goes with the different mix and 8.0 remains at an equal mix.'
		);
		expect(say(gap(8, 2), 'id')).toBe(
			'Menurut desil: dari selisih 10,0 poin persen, 2,0 sejalan dengan susunan yang berbeda dan 8,0 tetap ada pada susunan yang sama.'
		);
	});

	it('says nothing of a part that rounds to nothing', () => {
		expect(say(gap(9.97, 0.03))).toContain('nothing goes with the different mix');
		expect(say(gap(9.97, -0.03))).toContain('nothing goes with the different mix');
	});

	it('tells a mix that makes the gap smaller, and one that turns it', () => {
		expect(say(gap(12, -2))).toBe(
			'By decile: the different mix makes the gap smaller, by 2.0 percentage points; at an equal mix it is 12.0.'
		);
		expect(say(gap(-1, 11))).toContain('at an equal mix Kebumen is the higher one, by 1.0');
	});

	it('says nothing of what withheld groups leave open where that is nothing', () => {
		const none = { open: { low: -0.0003, high: 0.0004 }, withheld: ['4'] };
		expect(say(gap(8, 2, none))).toBe(say(gap(8, 2)));
		expect(say(gap(8, 2, withheld))).toMatch(
			/Some groups are not published: this division may shift by between −2\.0 and 4\.0\.$/
		);
	});

	it('says what withheld groups leave open, with its ends', () => {
		expect(say(gap(8, 1, withheld))).toMatch(
			/1\.0 cannot be divided, as some groups are not published \(between −2\.0 and 4\.0\)\.$/
		);
	});
});

it('concludes once for all divisions of one verdict, whatever their order', () => {
	const rows = [
		{ label: 'decile', verdict: 'open' },
		{ label: 'sex', verdict: 'rates' },
		{ label: 'age', verdict: 'rates' }
	] as const;
	expect(concludeGap(rows, 'en')).toBe(
		'By sex and age, most of the gap remains at an equal mix: percentages differ within the same groups. By decile, nothing can be concluded yet: it hangs on groups that are not published.'
	);
});
