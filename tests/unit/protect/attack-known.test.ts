import { beforeAll, describe, expect, it } from 'vitest';
import { startSolver, type SolverHandle } from '../../../data/publish/audit/solver';
import { attackProgram, ProgramBuilder, rangeOf, satisfies } from '../../../src/lib/protect/attack';
import { propagate } from '../../../src/lib/protect/attack/propagate';

/**
 * The worked example of sdcTable, with its figures: sdcTools/sdcTable on GitHub, commit
 * a99990182b6c5a7b4098b48c29967cf188ac672e, tests/testthat/test-simpleheuristic.R. Its margins are
 * the sums of these cells.
 */
const FIGURES: Record<string, Record<string, number>> = {
	w: { a: 30, b: 47, c: 64, d: 89 },
	x: { a: 90, b: 124, c: 5, d: 31 },
	y: { a: 92, b: 100, c: 59, d: 85 },
	z: { a: 800, b: 991, c: 651, d: 685 }
};
const ROWS = ['w', 'x', 'y', 'z'];
const COLUMNS = ['a', 'b', 'c', 'd'];
const SUPPRESSED = ['w,a', 'w,b', 'w,c', 'x,a', 'x,c', 'y,b', 'y,d', 'z,b', 'z,d'];

function worked(suppressed: readonly string[]) {
	const builder = new ProgramBuilder();
	const cells = new Map<string, number>();
	const known: number[] = [];
	const figure = (row: string, column: string) => FIGURES[row]?.[column] ?? NaN;
	for (const row of ROWS) {
		for (const column of COLUMNS) {
			const name = `${row},${column}`;
			const value = figure(row, column);
			const hidden = suppressed.includes(name);
			cells.set(name, builder.variable(hidden ? 0 : value, hidden ? Infinity : value));
			known.push(value);
		}
	}
	const cell = (name: string) => cells.get(name) ?? -1;
	const add = (names: string[], total: number) => builder.row(names.map(cell), [], total, total);
	const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);
	for (const row of ROWS)
		add(
			COLUMNS.map((column) => `${row},${column}`),
			sum(COLUMNS.map((column) => figure(row, column)))
		);
	for (const column of COLUMNS)
		add(
			ROWS.map((row) => `${row},${column}`),
			sum(ROWS.map((row) => figure(row, column)))
		);
	return { program: builder.build(), cell, known: Float64Array.from(known) };
}

let solver: SolverHandle;
beforeAll(async () => {
	solver = await startSolver();
});

describe("the attacker on sdcTable's worked example", () => {
	it('has at least two suppressed cells in every row and column', () => {
		for (const name of [...ROWS, ...COLUMNS])
			expect(SUPPRESSED.filter((cell) => cell.split(',').includes(name)).length).toBeGreaterThan(1);
	});

	it('determines cell w,b all the same: [47, 47]', () => {
		const { program, cell, known } = worked(SUPPRESSED);
		expect(rangeOf(program, cell('w,b'), solver.open)).toEqual({ low: 47, high: 47 });
		const { findings } = attackProgram(program, [cell('w,b')], known, solver.open);
		expect(findings).toEqual([{ verdict: 'narrowed', low: 47, high: 47 }]);
	});

	it('is one that propagation alone does not decide: that takes the program', () => {
		const { program, cell } = worked(SUPPRESSED);
		const { low, high } = propagate(program);
		expect((high[cell('w,b')] ?? 0) - (low[cell('w,b')] ?? 0)).toBeGreaterThan(2);
	});

	it('leaves [0, 78] to w,b where x,d is suppressed too', () => {
		const { program, cell, known } = worked([...SUPPRESSED, 'x,d']);
		expect(rangeOf(program, cell('w,b'), solver.open)).toEqual({ low: 0, high: 78 });
		const targets = SUPPRESSED.map(cell);
		const { findings } = attackProgram(program, targets, known, solver.open);
		expect(findings.map(({ verdict }) => verdict)).toEqual(targets.map(() => 'open'));
	});

	it('finds the same without being told a single true count', () => {
		const { program, cell } = worked(SUPPRESSED);
		const { findings } = attackProgram(program, [cell('w,b'), cell('y,b')], null, solver.open);
		expect(findings.map(({ verdict }) => verdict)).toEqual(['narrowed', 'open']);
	});
});

describe('a count between two values that are possible', () => {
	it('is narrowed where nothing between them is: the relaxation would let it through', () => {
		// x = 2y with y 0 or 1: between 0 and 2 there is no whole solution.
		const builder = new ProgramBuilder();
		const x = builder.variable(0, 2);
		const y = builder.variable(0, 1);
		const z = builder.variable(0, 1);
		builder.row([x], [y, z], 0, 0);
		builder.row([y], [z], 0, 0);
		const program = builder.build();
		const known = Float64Array.from([2, 1, 1]);
		expect(rangeOf(program, x, solver.open)).toEqual({ low: 0, high: 2 });
		const { findings } = attackProgram(program, [x], known, solver.open);
		expect(findings[0]?.verdict).toBe('narrowed');
	});

	it('is told from a program that nothing satisfies', () => {
		const builder = new ProgramBuilder();
		const [a, b] = [builder.variable(0, 9), builder.variable(0, 9)];
		builder.row([a, b], [], 5, 5);
		builder.row([a], [b], 2, 2);
		const program = builder.build();
		expect(satisfies(program, [3, 2])).toBe(false);
		expect(attackProgram(program, [a], null, solver.open).feasible).toBe(false);
	});
});
