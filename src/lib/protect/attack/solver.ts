import type { Program } from './program';

/** What a solver found: the optimum with the point that reaches it, that there is none, or nothing. */
export type Solved =
	| { status: 'optimal'; value: number; point: Float64Array }
	| { status: 'infeasible' }
	| { status: 'unsolved' };

/** One program in the hands of a solver. */
export interface Solving {
	/**
	 * The least (sign 1) or the greatest (sign −1) of one count.
	 * @param whole counts are whole numbers; otherwise the relaxation, which is faster and never narrower
	 */
	optimum(variable: number, sign: 1 | -1, whole: boolean): Solved;
	/** Whether a count may have this value, among whole numbers. */
	feasible(variable: number, value: number): Solved;
	/** A point of whole numbers in which some counts are as small as they can be together. */
	leastPoint(variables: readonly number[], whole: boolean): Solved;
	close(): void;
}

/** Opens a program. It throws where the solver broke down: the caller starts another. */
export type OpenSolver = (program: Program) => Solving;
