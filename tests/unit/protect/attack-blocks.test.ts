import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { startSolver, type SolverHandle } from '../../../data/publish/audit/solver';
import {
	attackProgram,
	type Block,
	CellStore,
	FAMILIES,
	type Family,
	layerKey,
	nextWithheld,
	parentBlock,
	programOf,
	type Publication,
	rangeOf,
	regionBlock,
	satisfies
} from '../../../src/lib/protect/attack';
import { propagate } from '../../../src/lib/protect/attack/propagate';
import { ROUNDING } from '../../../src/lib/protect/rounding';
import { people, SMALL, stored } from './support/blocks';

let solver: SolverHandle;
beforeAll(async () => {
	solver = await startSolver();
});

const rounded = (withheld: ReadonlySet<string> = new Set()): Publication => ({
	kind: 'rounded',
	protection: ROUNDING,
	withheld
});

const GRID = SMALL.deciles.flatMap((decile) =>
	SMALL.sexes.flatMap((sex) => SMALL.ages.map((age) => ({ decile, sex, age })))
);
const KMP: Family = { id: 'kmp', own: ['kmp', 'kmp_assisted', 'kmp_public'], around: ['assisted'] };

/** People with and without assistance, and assisted people who are no members. */
const populations = fc.record({
	assisted: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 }),
	open: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 }),
	others: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 12, maxLength: 12 }),
	keys: fc.integer({ min: 0, max: 4095 })
});
type Population = typeof populations extends fc.Arbitrary<infer One> ? One : never;

/** All members are assisted: they and the members are the same people, under two names and keys. */
const SAME_PEOPLE: Population = {
	assisted: [9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9],
	open: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
	others: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
	keys: 0
};

function blockOf({ assisted, open, others, keys }: Population): Block {
	const store = new CellStore();
	const at = (values: readonly number[], index: number) => values[index] ?? 0;
	const counts = (of: (index: number) => number) =>
		GRID.map((place, index) => ({ ...place, n: of(index) }));
	const key = (measure: string) => (name: string) =>
		[...`${measure}${name}`].reduce(
			(sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 4096,
			keys
		);
	people(
		store,
		'kmp_assisted',
		counts((index) => at(assisted, index)),
		key('a')
	);
	people(
		store,
		'kmp_public',
		counts((index) => at(open, index)),
		key('b')
	);
	people(
		store,
		'kmp',
		counts((index) => at(assisted, index) + at(open, index)),
		key('c')
	);
	people(
		store,
		'assisted',
		counts((index) => at(assisted, index) + at(others, index)),
		key('d')
	);
	return regionBlock({ region: '11.01', month: '2025-01', family: KMP }, store, SMALL);
}

/** Withholds until nothing is narrowed; fails where that never happens. */
function answered(block: Block): { withheld: Set<string>; steps: number; narrowed: number } {
	const withheld = new Set<string>();
	for (let steps = 0; steps < 50; steps++) {
		const { program, targets, known } = programOf(block, rounded(withheld));
		const { findings } = attackProgram(program, targets, known, solver.open);
		const narrowed = targets.filter((_, index) => findings[index]?.verdict === 'narrowed');
		const next = narrowed.length === 0 ? [] : nextWithheld(block, narrowed, withheld);
		if (next.length === 0) return { withheld, steps, narrowed: narrowed.length };
		for (const layer of next) withheld.add(layerKey(layer));
	}
	throw new Error('the withholding does not end');
}

describe('what the attacker is told', () => {
	it('is true of the true counts, whatever they are, before and after propagation', () => {
		fc.assert(
			fc.property(populations, (population) => {
				const block = blockOf(population);
				for (const publication of [rounded(), { kind: 'suppressed', under: 5 } as const]) {
					const { program, known } = programOf(block, publication);
					const { low, high, feasible } = propagate(program);
					expect(feasible).toBe(true);
					expect(known && satisfies({ ...program, low, high }, known)).toBe(true);
				}
			}),
			{ numRuns: 60, examples: [[SAME_PEOPLE]] }
		);
	});

	it('is judged as the solver judges it, count by count', () => {
		fc.assert(
			fc.property(populations, (population) => {
				const { program, targets, known } = programOf(blockOf(population), {
					kind: 'suppressed',
					under: 5
				});
				const { findings } = attackProgram(program, targets, known, solver.open);
				for (const [index, target] of targets.slice(0, 12).entries()) {
					const range = rangeOf(program, target, solver.open) ?? { low: NaN, high: NaN };
					const width = range.high - range.low + 1;
					const verdict = findings[index]?.verdict;
					expect(['narrowed', 'open']).toContain(verdict);
					if (width < 3) expect(verdict).toBe('narrowed');
					if (verdict === 'open') expect(width).toBeGreaterThan(2);
					expect(known?.[target]).toBeGreaterThanOrEqual(range.low);
					expect(known?.[target]).toBeLessThanOrEqual(range.high);
				}
			}),
			{ numRuns: 12 }
		);
	});

	it('is narrower where more is published: withholding never exposes anything', () => {
		fc.assert(
			fc.property(populations, fc.nat(), (population, which) => {
				const block = blockOf(population);
				const layer = block.layers[which % block.layers.length];
				const less = programOf(block, rounded(new Set(layer ? [layerKey(layer)] : []))).program;
				const [open, shut] = [propagate(less), propagate(programOf(block, rounded()).program)];
				open.low.forEach((low, index) => expect(low).toBeLessThanOrEqual(shut.low[index] ?? 0));
				open.high.forEach((high, index) =>
					expect(high).toBeGreaterThanOrEqual(shut.high[index] ?? 0)
				);
			}),
			{ numRuns: 60 }
		);
	});
});

/** Four places of nine people each, whose sum is rounded up: 36 of at most 36. */
function fourTimesNine(): Block {
	const store = new CellStore();
	const parts = ['11.01', '11.02', '11.03', '11.04'];
	const at = { cube: 'k1', period: '2025-01', measure: 'none' } as const;
	for (const region of parts) store.set({ ...at, region }, stored(9, 4095));
	store.set({ ...at, region: '11' }, stored(36, 0));
	return parentBlock({ parent: '11', parts, month: '2025-01', measure: 'none' }, store, SMALL);
}

describe('the withholding', () => {
	it('answers a sum that leaves one value only: four places of nine, published as 40', () => {
		const block = fourTimesNine();
		const { program, targets, known } = programOf(block, rounded());
		const { findings } = attackProgram(program, targets, known, solver.open);
		expect(findings).toEqual(targets.map(() => ({ verdict: 'narrowed', low: 9, high: 9 })));
		const { withheld, narrowed } = answered(block);
		expect(narrowed).toBe(0);
		expect([...withheld]).toEqual(['k1||11|2025-01|none']);
	});

	it('ends, and leaves nothing that can be narrowed', () => {
		fc.assert(
			fc.property(populations, (population) => {
				expect(answered(blockOf(population)).narrowed).toBe(0);
			}),
			{ numRuns: 40 }
		);
	});

	it('follows an order that depends on what is published, not on a single count', () => {
		fc.assert(
			fc.property(populations, fc.func(fc.integer({ min: 1, max: 9 })), (population, other) => {
				const block = blockOf(population);
				// The same figures published, other true counts behind them.
				const changed: Block = {
					...block,
					cells: block.cells.map((cell, index) => ({ ...cell, n: other(index) }))
				};
				const narrowed = [
					block.cells.findIndex(({ layer }) => block.layers[layer]?.measure === 'kmp')
				];
				const [one, two] = [new Set<string>(), new Set<string>()];
				for (let step = 0; step < 20; step++) {
					const [a, b] = [nextWithheld(block, narrowed, one), nextWithheld(changed, narrowed, two)];
					expect(a).toEqual(b);
					for (const layer of a) one.add(layerKey(layer));
					for (const layer of b) two.add(layerKey(layer));
				}
			}),
			{ numRuns: 30 }
		);
	});

	it('takes the finest cells of the measure first: sex and age, age, sex, decile', () => {
		const ten = Array.from({ length: 12 }, () => 10);
		const block = blockOf({ assisted: ten, open: ten, others: ten, keys: 0 });
		const narrowed = [block.cells.findIndex(({ layer }) => block.layers[layer]?.measure === 'kmp')];
		const withheld = new Set<string>();
		const taken: string[] = [];
		for (let step = 0; step < 4; step++) {
			const next = nextWithheld(block, narrowed, withheld);
			for (const layer of next) withheld.add(layerKey(layer));
			taken.push(next.map(({ cube, layer, measure }) => `${cube} ${layer} ${measure}`).join());
		}
		expect(taken).toEqual(['k3 sex,age kmp', 'k3 age kmp', 'k3 sex kmp', 'k2  kmp']);
	});
});

describe('plain suppression of counts under 5', () => {
	it('is broken by the same attacker, where rounding is not', () => {
		const few = [3, 0, 0, 20, 0, 30, 25, 0, 0, 0, 40, 0];
		const none = few.map(() => 0);
		const block = blockOf({ assisted: few, open: none, others: none, keys: 7 });
		const tried = (publication: Publication) => {
			const { program, targets, known } = programOf(block, publication);
			const { findings } = attackProgram(program, targets, known, solver.open);
			return findings.filter(({ verdict }) => verdict === 'narrowed').length;
		};
		expect(tried({ kind: 'suppressed', under: 5 })).toBeGreaterThan(0);
		expect(tried(rounded())).toBe(0);
	});
});

describe('the families of measures', () => {
	it('have each measure in one family, and every whole of a part beside it', () => {
		const own = FAMILIES.flatMap((family) => family.own);
		expect(new Set(own).size).toBe(own.length);
		expect(own).toContain('kmp_7');
		expect(FAMILIES.find(({ id }) => id === 'funnel')?.around).toContain('kmp_active');
	});
});
