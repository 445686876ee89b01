import loadHighs from 'highs';
import type { OpenSolver, Program, Solved, Solving } from '$lib/protect/attack';

type Highs = Awaited<ReturnType<typeof loadHighs>>;

/** A branch-and-bound of this kind takes a handful of nodes; more mean that it will not end soon. */
const MOST_NODES = 20_000;

/**
 * HiGHS (https://highs.dev), the solver of linear and integer programs, compiled to WebAssembly.
 * Its runs are limited by nodes and never by time, so that the same program ends the same way.
 */
export interface SolverHandle {
	open: OpenSolver;
	/** Starts afresh: a run that broke down leaves its memory in an unknown state. */
	reload(): Promise<void>;
}

export async function startSolver(): Promise<SolverHandle> {
	let highs = await loadHighs();
	return {
		open: (program) => openProgram(highs, program),
		async reload() {
			highs = await loadHighs();
		}
	};
}

function openProgram(highs: Highs, program: Program): Solving {
	const columns = program.low.length;
	const rows = program.rowLow.length;
	const { integer, continuous } = highs.constants.variableType;
	const { optimal, infeasible } = highs.constants.modelStatus;
	const model = highs.createModel({
		numCols: columns,
		numRows: rows,
		colCost: new Float64Array(columns),
		colLower: program.low,
		colUpper: program.high,
		rowLower: program.rowLow,
		rowUpper: program.rowHigh,
		matrix: {
			format: 'csr',
			numRows: rows,
			numCols: columns,
			starts: program.rowStart,
			indices: program.rowVariable,
			values: Float64Array.from(program.rowSign)
		}
	});
	model.options.set({
		output_flag: false,
		random_seed: 0,
		mip_rel_gap: 0,
		mip_abs_gap: 0,
		mip_max_nodes: MOST_NODES
	});
	let wholeNow = false;

	function set(whole: boolean): void {
		if (whole === wholeNow || columns === 0) return;
		const types = new Int32Array(columns).fill(whole ? integer : continuous);
		model.changeColsIntegrality({ kind: 'range', from: 0, to: columns - 1 }, types);
		wholeNow = whole;
	}

	function run(): Solved {
		model.run();
		const status = model.getModelStatus();
		if (status === infeasible) return { status: 'infeasible' };
		if (status !== optimal) return { status: 'unsolved' };
		const point = model.getSolution().colValue;
		if (point.length !== columns) return { status: 'unsolved' };
		return { status: 'optimal', value: model.getObjectiveValue(), point };
	}

	return {
		optimum(variable, sign, whole) {
			set(whole);
			model.changeColCost(variable, sign);
			const solved = run();
			model.changeColCost(variable, 0);
			return solved.status === 'optimal' ? { ...solved, value: solved.value * sign } : solved;
		},
		feasible(variable, value) {
			set(true);
			model.changeColBounds(variable, value, value);
			const solved = run();
			model.changeColBounds(variable, program.low[variable] ?? 0, program.high[variable] ?? 0);
			return solved;
		},
		leastPoint(variables, whole) {
			set(whole);
			for (const variable of variables) model.changeColCost(variable, 1);
			const solved = run();
			for (const variable of variables) model.changeColCost(variable, 0);
			return solved;
		},
		close: () => model.dispose()
	};
}
