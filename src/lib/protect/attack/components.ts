import { at, indexed, type Program } from './program';
import { isIdle, type Intervals } from './propagate';

/** A part of a program that shares no row with the rest. */
export interface Component {
	program: Program;
	/** Variable of the whole program for each variable of the part. */
	variables: Int32Array;
}

/**
 * The parts of a program in which one of the wanted variables stands, once rows that always hold
 * and counts that are already known are taken out. Intervals are the narrowed ones.
 */
export function componentsOf(
	program: Program,
	intervals: Intervals,
	wanted: readonly number[]
): Component[] {
	const { low, high } = intervals;
	const rows = program.rowLow.length;
	const busy = new Uint8Array(rows);
	for (let row = 0; row < rows; row++) busy[row] = isIdle(program, intervals, row) ? 0 : 1;
	const place = new Int32Array(low.length).fill(-1);
	const seenRow = new Uint8Array(rows);
	const fixed = (variable: number) => at(low, variable) === at(high, variable);

	function gather(from: number): Component {
		const variables = [from];
		const own: number[] = [];
		place[from] = 0;
		for (let head = 0; head < variables.length; head++) {
			const variable = at(variables, head);
			for (
				let position = at(program.variableStart, variable);
				position < at(program.variableStart, variable + 1);
				position++
			) {
				const row = at(program.variableRow, position);
				if (at(busy, row) === 0 || at(seenRow, row) === 1) continue;
				seenRow[row] = 1;
				own.push(row);
				for (let term = at(program.rowStart, row); term < at(program.rowStart, row + 1); term++) {
					const other = at(program.rowVariable, term);
					if (at(place, other) >= 0 || fixed(other)) continue;
					place[other] = variables.push(other) - 1;
				}
			}
		}
		return { program: part(variables, own), variables: Int32Array.from(variables) };
	}

	function part(variables: readonly number[], own: readonly number[]): Program {
		const rowStart = [0];
		const rowVariable: number[] = [];
		const rowSign: number[] = [];
		const known: number[] = [];
		for (const row of own) {
			let sum = 0;
			for (let term = at(program.rowStart, row); term < at(program.rowStart, row + 1); term++) {
				const variable = at(program.rowVariable, term);
				const sign = at(program.rowSign, term);
				if (fixed(variable)) {
					sum += sign * at(low, variable);
					continue;
				}
				rowVariable.push(at(place, variable));
				rowSign.push(sign);
			}
			known.push(sum);
			rowStart.push(rowVariable.length);
		}
		return indexed({
			low: Float64Array.from(variables, (variable) => at(low, variable)),
			high: Float64Array.from(variables, (variable) => at(high, variable)),
			rowStart: Int32Array.from(rowStart),
			rowVariable: Int32Array.from(rowVariable),
			rowSign: Int8Array.from(rowSign),
			rowLow: Float64Array.from(own, (row, index) => at(program.rowLow, row) - at(known, index)),
			rowHigh: Float64Array.from(own, (row, index) => at(program.rowHigh, row) - at(known, index))
		});
	}

	const parts: Component[] = [];
	for (const variable of wanted)
		if (at(place, variable) < 0 && !fixed(variable)) parts.push(gather(variable));
	return parts;
}
