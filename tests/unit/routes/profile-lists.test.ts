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

describe('a province of which some districts had reported', () => {
	const of = facts('late', { pkh: 3000 }, {});
	const cells = new Map(
		Object.entries({ pkh: 3000, kjmis_assisted: null, assisted: 5000 }).map(
			([measure, published]) =>
				[measure, { ...row(measure, published, 'late'), region: '32' }] as const
		)
	);
	const reports = new Map(
		(['32.01', '32.02', '32.03'] as const).map((region, at) => [
			region,
			LISTS.map((list) => ({
				...{ region, month: START, list },
				state: at === 0 ? ('received' as const) : ('not_received' as const)
			}))
		])
	);
	const province = computedOf('32', { ...of, cells: new Map([['32', cells]]), reports }, 'id');
	const text = () => {
		const { body } = render(Computed, { props: { computed: province, lists: null } as never });
		return body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
	};

	it('says of how many districts each of its counts is', () => {
		const pkh = province?.steps.length === 7 && province.rates[0]?.whole;
		expect(pkh).toMatchObject({ value: 3000, districts: { reported: 1, total: 3 } });
		expect(text()).toContain('(belum lengkap: 1 dari 3 daerah)');
	});

	it('is not late as a whole where nothing of few people is published', () => {
		const kjmis = province?.rates.find(({ id }) => id === 'kjmis_uptake');
		expect(kjmis?.part).toMatchObject({ value: null, state: 'withheld', incomplete: true });
		expect(text()).toContain('tidak dihitung: daftar dari sebagian daerahnya belum masuk');
	});
});

describe('a province whose lists never came', () => {
	it('is said to have no figure, which is not zero', () => {
		const never = facts('not_received', {}, {});
		const computed = computedOf('32', { ...never, cells: new Map([['32', new Map()]]) }, 'id');
		const { body } = render(Computed, { props: { computed, lists: null } as never });
		expect(body).toContain('Daftar daerah ini belum pernah masuk');
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
