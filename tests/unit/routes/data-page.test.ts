import { describe, expect, it } from 'vitest';
import { LIST_RULES } from '$lib/lists';
import { LOCALES } from '$lib/model';
import { CHECKS, attackFigures, resultOf } from '$lib/protect/audit/report';
import type { CellContext } from '$lib/protect/cell-figure';
import { auditShown } from '../../../src/routes/data/audit';
import { compactCells, linkedOf, programmesOf } from '../../../src/routes/data/place';
import { refusedGroups } from '../../../src/routes/data/refused';
import { boxPaths, reportsOf } from '../../../src/routes/data/reports';
import { parseProvince, provinceSearch } from '../../../src/routes/data/view';

const context: CellContext = {
	kind: 'computed',
	protection: {
		base: 5,
		threshold: 10,
		bound: 4,
		smallestDenominator: 50,
		method: 'keyed_random_rounding',
		table: null,
		tableHash: null,
		families: false,
		demoSecret: false
	},
	sourceId: 'office',
	period: { start: '2025-03-01', end: '2025-03-31' }
};

describe('what was linked in a place', () => {
	const place = {
		region: '33.20',
		name: 'Kabupaten Jepara',
		cells: {
			assisted: [1000, 'received'],
			pkh: [400, 'received'],
			kjmis: [200, 'received'],
			kjmis_assisted: [120, 'received'],
			koperasi_kampung: [null, 'late']
		}
	} as const;

	it('is the share of members and of recipients, each with its bounds', () => {
		const kjmis = linkedOf(place, 'kjmis', context);
		expect(kjmis.members).toMatchObject({ value: 200, bounds: [196, 204], state: 'computed' });
		expect(kjmis.assistedShare?.value).toBeCloseTo(60, 9);
		expect(kjmis.assistedShare?.bounds?.[0]).toBeCloseTo((100 * 116) / 204, 9);
		expect(kjmis.assistedUptake?.value).toBeCloseTo(12, 9);
	});

	it('says of a withheld part that it is below something, never that it is nobody', () => {
		const { pkh, pkhShare } = linkedOf(place, 'kjmis', context);
		expect(pkh).toMatchObject({ value: null, state: 'withheld' });
		expect(pkhShare).toMatchObject({ value: null, bounds: [0, 100 * (9 / 196)] });
	});

	it('keeps a late programme apart from one of which nothing is published', () => {
		const { shown, withheld } = programmesOf(place, context);
		expect(shown.map(({ programme, members }) => [programme, members.state])).toEqual([
			['kjmis', 'computed'],
			['koperasi_kampung', 'late']
		]);
		expect(withheld).toEqual(['kmp']);
	});

	it('is carried to the page without what is withheld, and without losing a place', () => {
		const row = (measure: string, published: number | null, reach: 'received' | 'late') => ({
			region: '33.20',
			measure,
			published,
			reach
		});
		const cells = compactCells([
			row('kmp', null, 'received'),
			row('pkh', 400, 'received'),
			row('kjmis', null, 'late'),
			{ ...row('kmp', null, 'received'), region: '33.21' }
		]);
		expect(cells.get('33.20')).toEqual({ pkh: [400, 'received'], kjmis: [null, 'late'] });
		expect(cells.get('33.21')).toEqual({});
	});
});

describe('who reported', () => {
	const row = (region: string, month: string, state: 'received' | 'late' | 'not_received') => ({
		region,
		list: 'members' as const,
		month: `2025-0${month}-01`,
		state
	});
	const reports = reportsOf(
		[
			row('32.01', '1', 'received'),
			row('32.01', '2', 'received'),
			row('32.02', '1', 'received'),
			row('32.02', '2', 'late'),
			row('32.03', '1', 'not_received'),
			row('32.03', '2', 'not_received')
		],
		(region) => `Kabupaten ${region}`
	);
	const members = reports.lists.find(({ list }) => list === 'members');

	it('names first those that never did, then those that are late; the others are counted', () => {
		expect(members?.behind.map(({ region, states }) => [region, states])).toEqual([
			['32.03', 'nn'],
			['32.02', 'rl']
		]);
		expect(members?.complete.map(({ name }) => name)).toEqual(['Kabupaten 32.01']);
		expect(members?.never).toBe(1);
	});

	it('takes a list of which nothing is known for one that never came', () => {
		const other = reports.lists.find(({ list }) => list === 'activities');
		expect(other?.never).toBe(3);
	});

	it('is drawn by shape: full, half full, empty', () => {
		const { full, edge, open } = boxPaths('rln');
		expect(full.match(/M/g)).toHaveLength(2);
		expect(edge.match(/M/g)).toHaveLength(1);
		expect(open.match(/M/g)).toHaveLength(1);
	});
});

describe('the audit in words', () => {
	it('has all eleven checks, and says of those that are not there that they were not run', () => {
		const shown = auditShown({ checks: [resultOf('multiples', true, { cells: 9, odd: 0 })] }, 'en');
		expect(shown.checks).toHaveLength(CHECKS.length);
		expect(shown.checks.filter(({ verdict }) => verdict === 'not_run')).toHaveLength(10);
		expect(shown.result).toContain('10 of 11');
		expect(shown.attacker).toEqual([]);
	});

	it('says that it is whole only where every check was run and passed', () => {
		const checks = CHECKS.map(({ name }) => resultOf(name, true, { cells: 1 }));
		expect(auditShown({ checks }, 'en').result).toMatch(/^All 11/);
		const failed = checks.map((one, index) =>
			index === 6 ? { ...one, verdict: 'failed' as const } : one
		);
		expect(auditShown({ checks: failed }, 'en').result).toMatch(/^1 of 11 checks failed/);
	});

	it('sets the attacker before and after the withholding beside plain suppression', () => {
		const attacker = {
			before: attackFigures(41_914, 3),
			after: attackFigures(41_914, 0),
			suppressed: attackFigures(29_733, 10_406)
		};
		const { attacker: rows } = auditShown({ attacker } as never, 'id');
		expect(rows.map(({ rate }) => rate)).toEqual([
			'0,01% terungkap (3 dari 41.914 cacah kecil)',
			'0,00% terungkap (0 dari 41.914 cacah kecil)',
			'35,00% terungkap (10.406 dari 29.733 cacah kecil)'
		]);
	});
});

describe('the rows that are refused', () => {
	it.each(LOCALES)('are told by every rule once, with its repair and its lists (%s)', (locale) => {
		const rules = refusedGroups(locale).flatMap((group) => group.rules);
		expect(rules.map(({ rule }) => rule).sort()).toEqual([...LIST_RULES].sort());
		for (const { message, hint, lists } of rules)
			expect([message, hint, lists].every((words) => words.length > 3)).toBe(true);
	});
});

describe('the province in the address', () => {
	const of = (search: string) => parseProvince(new URLSearchParams(search), ['32', '33']);

	it('is read and written alike', () => {
		expect(of(provinceSearch('33'))).toEqual({ province: '33', dropped: null });
		expect(of(provinceSearch(null))).toEqual({ province: null, dropped: null });
	});

	it('that is not known is dropped and named; what is not ours is left alone', () => {
		expect(of('?provinsi=99&utm=x')).toEqual({ province: null, dropped: 'provinsi=99' });
		expect(of('?utm=x')).toEqual({ province: null, dropped: null });
	});
});
