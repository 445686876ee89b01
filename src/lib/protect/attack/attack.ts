import { componentsOf, type Component } from './components';
import { Walker } from './nudge';
import { at, satisfies, type Program } from './program';
import { propagate } from './propagate';
import type { OpenSolver, Solved, Solving } from './solver';

/**
 * What the attacker made of one count. `narrowed`: proven to have fewer values than the fewest
 * allowed; `open`: so many values are proven by points that satisfy the program exactly;
 * `unsolved`: neither could be shown.
 */
export interface Finding {
	verdict: 'narrowed' | 'open' | 'unsolved';
	/** Interval that holds of every solution. */
	low: number;
	high: number;
}

export interface Attack {
	/** False where no counts satisfy the program: it says something that is not so. */
	feasible: boolean;
	findings: Finding[];
}

/** A count is exposed where fewer values than this are left to it. */
const FEWEST_VALUES = 3;

/** A solver's optimum is taken as the whole number within this distance. */
const TOLERANCE = 1e-6;
const TURNS = 3;

/** One component, the values that its counts were shown to have, and the intervals left to them. */
class Inquiry {
	readonly #part: Component;
	readonly #low: Float64Array;
	readonly #high: Float64Array;
	readonly #values = new Map<number, Set<number>>();
	readonly #solving: () => Solving;
	/** Counts that may well be 0, where that settles it. */
	readonly #empty = new Set<number>();
	readonly #emptySettles: boolean;

	constructor(
		part: Component,
		targets: readonly number[],
		solving: () => Solving,
		emptySettles: boolean
	) {
		this.#emptySettles = emptySettles;
		this.#part = part;
		this.#low = part.program.low.slice();
		this.#high = part.program.high.slice();
		for (const target of targets) this.#values.set(target, new Set());
		this.#solving = solving;
	}

	#enough(target: number): boolean {
		return (this.#values.get(target)?.size ?? 0) >= FEWEST_VALUES || this.#empty.has(target);
	}

	#note(variable: number, value: number): void {
		this.#values.get(variable)?.add(value);
		if (this.#emptySettles && value === 0) this.#empty.add(variable);
	}

	/** Takes a point of a solver as proof, where it is one. */
	#proof(solved: Solved): void {
		if (solved.status !== 'optimal') return;
		const point = solved.point.map((value) => Math.round(value));
		if (!satisfies(this.#part.program, point)) return;
		for (const variable of this.#values.keys()) this.#note(variable, at(point, variable));
	}

	/** Other points near a known one: most counts are shown to be open in this way. */
	walk(start: Float64Array): void {
		for (const variable of this.#values.keys()) this.#note(variable, at(start, variable));
		for (const target of this.#values.keys()) {
			for (const change of [1, -1] as const) {
				for (let turn = 0; turn < TURNS && !this.#enough(target); turn++) {
					const walker = new Walker(this.#part.program, start);
					for (let step = 1; step < FEWEST_VALUES; step++) {
						const moved = walker.nudge(target, change, turn);
						if (moved.length === 0) break;
						for (const variable of moved) this.#note(variable, at(walker.point, variable));
					}
				}
			}
		}
	}

	/** Asks the solver for the two ends. @returns false where it did not find them */
	#ends(target: number, whole: boolean): boolean {
		for (const sign of [1, -1] as const) {
			const solved = this.#solving().optimum(target, sign, whole);
			if (solved.status !== 'optimal') return false;
			this.#proof(solved);
			if (sign === 1)
				this.#low[target] = Math.max(at(this.#low, target), Math.ceil(solved.value - TOLERANCE));
			else
				this.#high[target] = Math.min(at(this.#high, target), Math.floor(solved.value + TOLERANCE));
		}
		return true;
	}

	#width(target: number): number {
		return at(this.#high, target) - at(this.#low, target) + 1;
	}

	#verdict(target: number): Finding['verdict'] {
		if (this.#width(target) < FEWEST_VALUES) return 'narrowed';
		if (this.#enough(target)) return 'open';
		this.#ends(target, false);
		if (this.#width(target) < FEWEST_VALUES) return 'narrowed';
		if (this.#enough(target)) return 'open';
		if (!this.#ends(target, true)) return this.#enough(target) ? 'open' : 'unsolved';
		if (this.#width(target) < FEWEST_VALUES) return 'narrowed';
		return this.#between(target);
	}

	/** Whole numbers between the ends need not all be possible: each is asked for. */
	#between(target: number): Finding['verdict'] {
		let unsolved = false;
		const last = at(this.#high, target);
		for (let value = at(this.#low, target); value <= last && !this.#enough(target); value++) {
			if (this.#values.get(target)?.has(value)) continue;
			const solved = this.#solving().feasible(target, value);
			if (solved.status === 'unsolved') unsolved = true;
			this.#proof(solved);
		}
		if (this.#enough(target)) return 'open';
		return unsolved ? 'unsolved' : 'narrowed';
	}

	finding(target: number): Finding {
		const verdict = this.#verdict(target);
		return { verdict, low: at(this.#low, target), high: at(this.#high, target) };
	}
}

/**
 * Attacks some counts of a program: first by propagation, then by points that show a count to be
 * open, and where neither settles it by the solver, the relaxation first.
 * @param known the true counts where they are at hand: the first point that satisfies the program.
 * Without them a count that may be 0 is open: nobody can tell that it is anyone's.
 * @throws what the solver throws where it breaks down
 */
export function attackProgram(
	program: Program,
	targets: readonly number[],
	known: Float64Array | null,
	open: OpenSolver
): Attack {
	const intervals = propagate(program);
	if (!intervals.feasible) return { feasible: false, findings: [] };
	const { low, high } = intervals;
	const found = new Map<number, Finding>();
	const undecided = targets.filter((target) => {
		const [from, to] = [at(low, target), at(high, target)];
		if (to - from + 1 < FEWEST_VALUES)
			found.set(target, { verdict: 'narrowed', low: from, high: to });
		return to - from + 1 >= FEWEST_VALUES;
	});
	const wanted = new Set(undecided);
	for (const part of componentsOf(program, intervals, undecided)) {
		if (!attackComponent(part, wanted, known, open, found))
			return { feasible: false, findings: [] };
	}
	return {
		feasible: true,
		findings: targets.map(
			(target) =>
				found.get(target) ?? { verdict: 'unsolved', low: at(low, target), high: at(high, target) }
		)
	};
}

/**
 * The exact least and greatest of one count among whole numbers: what the attacker would print.
 * @returns null where no counts satisfy the program, or the solver did not end
 */
export function rangeOf(
	program: Program,
	target: number,
	open: OpenSolver
): { low: number; high: number } | null {
	const solving = open(program);
	try {
		const least = solving.optimum(target, 1, true);
		const most = solving.optimum(target, -1, true);
		if (least.status !== 'optimal' || most.status !== 'optimal') return null;
		return { low: Math.round(least.value), high: Math.round(most.value) };
	} finally {
		solving.close();
	}
}

/** A first point: of the relaxation where that is whole, otherwise of the integer program. */
function leastPoint({ program }: Component, own: readonly number[], solving: Solving): Solved {
	const relaxed = solving.leastPoint(own, false);
	if (relaxed.status === 'infeasible') return relaxed;
	if (
		relaxed.status === 'optimal' &&
		satisfies(
			program,
			relaxed.point.map((value) => Math.round(value))
		)
	)
		return relaxed;
	return solving.leastPoint(own, true);
}

/** @returns false where no counts satisfy the component */
function attackComponent(
	part: Component,
	wanted: ReadonlySet<number>,
	known: Float64Array | null,
	open: OpenSolver,
	found: Map<number, Finding>
): boolean {
	let solving: Solving | null = null;
	const opened = () => (solving ??= open(part.program));
	const own = [...part.variables.keys()].filter((index) => wanted.has(at(part.variables, index)));
	try {
		const inquiry = new Inquiry(part, own, opened, known === null);
		let start = known ? Float64Array.from(part.variables, (variable) => at(known, variable)) : null;
		if (start === null) {
			const solved = leastPoint(part, own, opened());
			if (solved.status === 'infeasible') return false;
			if (solved.status === 'optimal') start = solved.point.map((value) => Math.round(value));
		}
		if (start !== null && satisfies(part.program, start)) inquiry.walk(start);
		for (const index of own) found.set(at(part.variables, index), inquiry.finding(index));
		return true;
	} finally {
		(solving as Solving | null)?.close();
	}
}
