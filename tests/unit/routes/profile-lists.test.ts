import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { LISTS, MARGIN, type Reporting } from '$lib/model';
import type { ComputedManifest } from '$lib/protect/manifest';
import type { CountRow } from '$lib/query/computed/counts';
import type { RateRow } from '$lib/query/computed/rates';
import Computed from '../../../src/routes/wilayah/[kode]/Computed.svelte';
import { computedOf } from '../../../src/routes/wilayah/[kode]/computed.server';
import type { ListFacts } from '../../../src/routes/wilayah/[kode]/lists.server';

const PLACE = '32.03';
const START = '2025-03-01';

function row(measure: string, published: number | null, reach: Reporting, decile = '*'): CountRow {
	return {
		region: PLACE,
		start: START,
		decile,
		sex: MARGIN,
		age: MARGIN,
		measure,
		published,
		reach
	} as CountRow;
}

/** What lists tell of a place: its counts, and deciles of uptake in parts of a thousand. */
function facts(reach: Reporting, counts: Record<string, number>, deciles: Record<string, number>) {
	const groups = Object.entries(deciles).map(([decile, members]) => ({
		...row('', null, reach, decile),
		part: row('kmp_pkh', members, reach, decile),
		whole: row('pkh', 1000, reach, decile)
	})) as unknown as RateRow[];
	const cells = Object.entries(counts).map(
		([measure, published]) => [measure, row(measure, published, reach)] as const
	);
	return {
		manifest: {
			...{ id: 'office', kind: 'computed', period: { start: START, end: '2025-03-31' } },
			protection: { base: 5, bound: 4, threshold: 10, smallestDenominator: 50 }
		} as ComputedManifest,
		cells: new Map([[PLACE, new Map(cells)]]),
		groups: new Map([[PLACE, groups]]),
		reports: new Map([
			[PLACE, LISTS.map((list) => ({ region: PLACE, month: START, list, state: reach }))]
		]),
		history: new Map()
	} satisfies ListFacts;
}

const DECILES = { '1': 50, '2': 300, '3': 310 };
const COUNTS = { kmp_pkh: 660, pkh: 3000 };

function profile(of: ListFacts) {
	const computed = computedOf(PLACE, of, 'id');
	const { body } = render(Computed, { props: { computed, lists: null } as never });
	return { computed, text: body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') };
}

describe('a place whose lists never came', () => {
	const { computed, text } = profile(facts('not_received', {}, {}));

	it('is said to have no figure, which is not zero', () => {
		expect(text).toContain(
			'Daftar daerah ini belum pernah masuk, sehingga tidak satu angka pun dapat dihitung. Itu bukan nol.'
		);
		expect(text).toContain('Tidak dapat dikatakan: daftar daerah ini belum pernah masuk.');
	});

	it('has no rate since its lists never came, and not since its people are few', () => {
		expect(text).toContain('tidak dihitung: daftarnya belum pernah masuk');
		expect(text).not.toContain('terlalu kecil');
		expect(computed?.rates.every(({ rate }) => rate === null)).toBe(true);
	});
});

describe('who is left out', () => {
	it('is told of a place whose lists had all come', () => {
		const { computed, text } = profile(facts('received', COUNTS, DECILES));
		expect(computed?.lowest[0]).toMatchObject({ rate: { value: 5 } });
		expect(text).not.toContain('Itu bukan nol.');
	});

	it('is not told where they had not: an incomplete rate is none of the lowest', () => {
		const { computed, text } = profile(facts('late', COUNTS, DECILES));
		expect(computed).toMatchObject({ lowest: [], compared: null });
		expect(text).toContain(
			'Tidak dapat dikatakan: kelompoknya terlalu kecil atau daftarnya belum masuk.'
		);
	});
});
