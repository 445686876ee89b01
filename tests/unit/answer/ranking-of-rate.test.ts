import { describe, expect, it } from 'vitest';
import type { DistrictRate } from '$lib/answer/rate-by-district';
import { ranksOf, rankingTitle } from '$lib/answer/ranking-of-rate';
import { monthPeriod } from '$lib/model';
import { type CellContext, cellFigure, rateFigure } from '$lib/protect/cell-figure';

const CONTEXT: CellContext = {
	...{ kind: 'computed', sourceId: 'office', period: monthPeriod(2025, 12) },
	protection: {
		...{ base: 5, threshold: 10, bound: 4, method: 'keyed_random_rounding', table: null },
		...{ tableHash: null, families: false, smallestDenominator: 50, demoSecret: false }
	}
};

/** A district of whose 10,000 so many are members; null is withheld. */
function district(label: string, members: number | null, reach: 'received' | 'late' = 'received') {
	const part = { region: '33.01', measure: 'kjmis_assisted', published: members, reach };
	const whole = { ...part, measure: 'assisted', published: 10_000, reach: 'received' as const };
	return {
		label,
		part: cellFigure(part, CONTEXT),
		whole: cellFigure(whole, CONTEXT),
		rate: rateFigure(part, whole, CONTEXT)
	};
}

function titleOf(rows: readonly DistrictRate[]): string {
	const ranks = ranksOf(rows, 0);
	const bars = rows.map(({ label }, nth) => ({
		label,
		ranks: ranks[nth] ?? null,
		chosen: nth === 0
	}));
	return rankingTitle(bars, rows, 'id');
}

describe('a ranking of districts', () => {
	it('ranks nobody where a share is known in one district alone', () => {
		const rows = [district('Jepara', 2200), district('Kudus', null), district('Pati', null)];
		expect(ranksOf(rows, 0)).toEqual([null, null, null]);
		expect(titleOf(rows)).toBe('Hanya di Jepara bagiannya diketahui: 22,0%');
	});

	it('does not say that others are not known where they are drawn, though not complete', () => {
		const rows = [district('Jepara', 2200), district('Kudus', 100, 'late'), district('Pati', null)];
		expect(titleOf(rows)).toBe('Hanya Jepara yang dapat dibandingkan: belum ada peringkat');
	});

	it('ranks withheld districts behind two that are known', () => {
		const rows = [district('Jepara', 2200), district('Kudus', 900), district('Pati', null)];
		expect(ranksOf(rows, 0)[2]).toEqual([3, 3]);
		expect(titleOf(rows)).toContain('Jepara pasti di peringkat 1 dari 3');
		expect(titleOf([district('Kudus', null), district('Pati', null)])).toContain('Tidak ada');
	});
});
