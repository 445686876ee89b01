import { describe, expect, it } from 'vitest';
import type { BoundedFigure } from '$lib/model';
import { amountShare } from '$lib/protect/amount-share';

const amount = (value: number | null, low = 0, high = 0): BoundedFigure => ({
	indicator: 'shu_rupiah',
	region: '33.20',
	period: { start: '2025-01-01', end: '2025-12-31' },
	value,
	unit: 'rupiah',
	state: value === null ? 'withheld' : 'computed',
	sourceId: 'office',
	certainty: 'high',
	flag: null,
	bounds: value === null ? null : [low, high],
	incomplete: false
});

const TOTAL = amount(1000, 950, 1050);

describe('the share of an amount', () => {
	it('goes from the least of the part in the most of the whole to the reverse', () => {
		const share = amountShare([amount(300, 280, 320), amount(200, 190, 210)], [], TOTAL);
		expect(share).toMatchObject({ value: 50, unit: 'percent', state: 'computed' });
		expect(share?.bounds?.[0]).toBeCloseTo((100 * 470) / 1050);
		expect(share?.bounds?.[1]).toBeCloseTo((100 * 530) / 950);
	});

	it('has bounds and no value where a group of it is withheld: what the others leave', () => {
		const share = amountShare(
			[amount(300, 280, 320), amount(null)],
			[amount(600, 590, 610)],
			TOTAL
		);
		expect(share).toMatchObject({ value: null, state: 'withheld' });
		expect(share?.bounds?.[0]).toBeCloseTo((100 * 280) / 1050);
		expect(share?.bounds?.[1]).toBeCloseTo(100 * (1 - 590 / 1050));
	});

	it('never leaves a hundred percent', () => {
		expect(amountShare([TOTAL], [], TOTAL)?.bounds?.[1]).toBe(100);
	});

	it('of lists that had not all come may also be smaller: it is at least nothing', () => {
		const late = { ...TOTAL, incomplete: true, atLeast: true };
		expect(amountShare([amount(300, 280, 320)], [], late)).toMatchObject({
			...{ incomplete: true, atLeast: false }
		});
	});

	it('is not made of a total that is withheld', () => {
		expect(amountShare([amount(300, 280, 320)], [], amount(null))).toBeNull();
	});
});
