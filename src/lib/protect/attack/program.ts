/**
 * What an attacker knows, as an integer program: a whole number for each true count, between bounds,
 * and rows `low ≤ Σ ± count ≤ high`. Rows are packed one after the other; every coefficient is 1
 * or −1, so that bounds stay whole numbers.
 */
export interface Program {
	low: Float64Array;
	/** Infinity where nothing limits a count from above. */
	high: Float64Array;
	/** Row `i` occupies positions `rowStart[i]` up to `rowStart[i + 1]` of `rowVariable` and `rowSign`. */
	rowStart: Int32Array;
	rowVariable: Int32Array;
	rowSign: Int8Array;
	rowLow: Float64Array;
	rowHigh: Float64Array;
	/** Rows in which a variable stands, packed in the same way. */
	variableStart: Int32Array;
	variableRow: Int32Array;
	variableSign: Int8Array;
}

/** A program without its rows by variable: what it is made of. */
type Rows = Pick<
	Program,
	'low' | 'high' | 'rowStart' | 'rowVariable' | 'rowSign' | 'rowLow' | 'rowHigh'
>;

/** An element of a packed array. The index is always inside: there is nothing to fall back to. */
export function at(array: ArrayLike<number>, index: number): number {
	return array[index] as number;
}

/** Adds the way back, from a variable to its rows. */
export function indexed(rows: Rows): Program {
	const { low, rowStart, rowVariable, rowSign, rowLow } = rows;
	const variableStart = new Int32Array(low.length + 1);
	for (const variable of rowVariable)
		variableStart[variable + 1] = at(variableStart, variable + 1) + 1;
	for (let index = 0; index < low.length; index++)
		variableStart[index + 1] = at(variableStart, index + 1) + at(variableStart, index);
	const next = variableStart.slice();
	const variableRow = new Int32Array(rowVariable.length);
	const variableSign = new Int8Array(rowVariable.length);
	for (let row = 0; row < rowLow.length; row++) {
		for (let place = at(rowStart, row); place < at(rowStart, row + 1); place++) {
			const variable = at(rowVariable, place);
			const to = at(next, variable);
			variableRow[to] = row;
			variableSign[to] = at(rowSign, place);
			next[variable] = to + 1;
		}
	}
	return { ...rows, variableStart, variableRow, variableSign };
}

/** Puts a program together, row by row. */
export class ProgramBuilder {
	#low: number[] = [];
	#high: number[] = [];
	#start: number[] = [0];
	#variables: number[] = [];
	#signs: number[] = [];
	#rowLow: number[] = [];
	#rowHigh: number[] = [];

	/** @returns the number of the new variable */
	variable(low: number, high: number): number {
		this.#low.push(low);
		return this.#high.push(high) - 1;
	}

	/** `low ≤ Σ plus − Σ minus ≤ high` */
	row(plus: readonly number[], minus: readonly number[], low: number, high: number): void {
		for (const variable of plus) this.#term(variable, 1);
		for (const variable of minus) this.#term(variable, -1);
		this.#start.push(this.#variables.length);
		this.#rowLow.push(low);
		this.#rowHigh.push(high);
	}

	#term(variable: number, sign: number): void {
		this.#variables.push(variable);
		this.#signs.push(sign);
	}

	build(): Program {
		return indexed({
			low: Float64Array.from(this.#low),
			high: Float64Array.from(this.#high),
			rowStart: Int32Array.from(this.#start),
			rowVariable: Int32Array.from(this.#variables),
			rowSign: Int8Array.from(this.#signs),
			rowLow: Float64Array.from(this.#rowLow),
			rowHigh: Float64Array.from(this.#rowHigh)
		});
	}
}

/** Whether whole numbers satisfy every bound and row, exactly. */
export function satisfies(program: Program, point: ArrayLike<number>): boolean {
	const { low, high, rowStart, rowVariable, rowSign, rowLow, rowHigh } = program;
	for (let index = 0; index < low.length; index++) {
		const value = at(point, index);
		if (!Number.isInteger(value) || value < at(low, index) || value > at(high, index)) return false;
	}
	for (let row = 0; row < rowLow.length; row++) {
		let sum = 0;
		for (let place = at(rowStart, row); place < at(rowStart, row + 1); place++)
			sum += at(rowSign, place) * at(point, at(rowVariable, place));
		if (sum < at(rowLow, row) || sum > at(rowHigh, row)) return false;
	}
	return true;
}
