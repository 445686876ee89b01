import { at, type Program } from './program';

/** So many changes before a way is given up. Feasible points near the known one need about eight. */
const MOST_CHANGES = 48;

/** Sums of the rows at a point, kept up to date while it moves. */
export class Walker {
	readonly point: Float64Array;
	readonly #program: Program;
	readonly #sums: Float64Array;
	readonly #moved: Int8Array;

	/** @param point whole numbers that satisfy the program */
	constructor(program: Program, point: Float64Array) {
		this.#program = program;
		this.point = point.slice();
		this.#sums = new Float64Array(program.rowLow.length);
		this.#moved = new Int8Array(point.length);
		point.forEach((value, variable) => this.#add(variable, value));
	}

	#add(variable: number, change: number): void {
		const { variableStart, variableRow, variableSign } = this.#program;
		for (
			let place = at(variableStart, variable);
			place < at(variableStart, variable + 1);
			place++
		) {
			const row = at(variableRow, place);
			this.#sums[row] = at(this.#sums, row) + at(variableSign, place) * change;
		}
	}

	/** By how much a row is broken where its sum is changed: negative where it is short. */
	#broken(row: number, change: number): number {
		const sum = at(this.#sums, row) + change;
		if (sum < at(this.#program.rowLow, row)) return sum - at(this.#program.rowLow, row);
		if (sum > at(this.#program.rowHigh, row)) return sum - at(this.#program.rowHigh, row);
		return 0;
	}

	/** How much worse the rows get where a variable is changed by one. */
	#cost(variable: number, change: number): number {
		const { variableStart, variableRow, variableSign } = this.#program;
		let cost = 0;
		for (
			let place = at(variableStart, variable);
			place < at(variableStart, variable + 1);
			place++
		) {
			const row = at(variableRow, place);
			const by = at(variableSign, place) * change;
			cost += Math.abs(this.#broken(row, by)) - Math.abs(this.#broken(row, 0));
		}
		return cost;
	}

	/** The change of one other count that mends a row at the least harm to the others. */
	#mend(row: number, turn: number): { variable: number; change: number } | null {
		const { rowStart, rowVariable, rowSign, low, high } = this.#program;
		const first = at(rowStart, row);
		const length = at(rowStart, row + 1) - first;
		const wanted = this.#broken(row, 0) < 0 ? 1 : -1;
		let best: { variable: number; change: number } | null = null;
		let least = Infinity;
		for (let offset = 0; offset < length; offset++) {
			const place = first + ((offset + turn * 5) % length);
			const variable = at(rowVariable, place);
			const change = wanted * at(rowSign, place);
			const value = at(this.point, variable) + change;
			if (value < at(low, variable) || value > at(high, variable)) continue;
			if (at(this.#moved, variable) === -change) continue;
			const cost = this.#cost(variable, change);
			if (cost < least) {
				least = cost;
				best = { variable, change };
			}
		}
		return best;
	}

	#firstBroken(changed: readonly { variable: number }[]): number {
		const { variableStart, variableRow } = this.#program;
		for (const { variable } of changed)
			for (
				let place = at(variableStart, variable);
				place < at(variableStart, variable + 1);
				place++
			)
				if (this.#broken(at(variableRow, place), 0) !== 0) return at(variableRow, place);
		return -1;
	}

	/**
	 * Moves one count by one and mends the rows that this breaks by moving others, without going back
	 * on any of them. Where that fails, nothing is moved.
	 * @param change 1 or −1
	 * @param turn another number tries other counts first
	 * @returns the variables that moved; empty where no way was found
	 */
	nudge(variable: number, change: 1 | -1, turn: number): number[] {
		const value = at(this.point, variable) + change;
		if (value < at(this.#program.low, variable) || value > at(this.#program.high, variable))
			return [];
		const changes: { variable: number; change: number }[] = [];
		const apply = (one: { variable: number; change: number }) => {
			this.point[one.variable] = at(this.point, one.variable) + one.change;
			this.#add(one.variable, one.change);
			this.#moved[one.variable] = one.change;
			changes.push(one);
		};
		apply({ variable, change });
		let row = this.#firstBroken(changes);
		while (row >= 0) {
			const mend = changes.length < MOST_CHANGES ? this.#mend(row, turn) : null;
			if (mend === null) break;
			apply(mend);
			row = this.#firstBroken(changes);
		}
		for (const one of changes) {
			this.#moved[one.variable] = 0;
			if (row < 0) continue;
			this.point[one.variable] = at(this.point, one.variable) - one.change;
			this.#add(one.variable, -one.change);
		}
		return row < 0 ? changes.map((one) => one.variable) : [];
	}
}
