import { at, type Program } from './program';

export interface Intervals {
	low: Float64Array;
	high: Float64Array;
	/** False where no counts at all satisfy the program. */
	feasible: boolean;
}

/** So many visits of each row at most: intervals may shrink by one at a time, for very long. */
const MOST_VISITS = 200;

/** The least and the greatest that a row can come to; what is infinite is counted, not added. */
function reach(program: Program, low: Float64Array, high: Float64Array, row: number) {
	let least = 0;
	let most = 0;
	let openBelow = 0;
	let openAbove = 0;
	for (let place = at(program.rowStart, row); place < at(program.rowStart, row + 1); place++) {
		const variable = at(program.rowVariable, place);
		const above = at(high, variable);
		const below = at(low, variable);
		if (at(program.rowSign, place) > 0) {
			least += below;
			if (above === Infinity) openAbove++;
			else most += above;
		} else {
			most -= below;
			if (above === Infinity) openBelow++;
			else least -= above;
		}
	}
	return { least, most, openBelow, openAbove };
}

/** Whether a row holds whatever the counts within their intervals are. */
export function isIdle(program: Program, { low, high }: Intervals, row: number): boolean {
	const { least, most, openBelow, openAbove } = reach(program, low, high, row);
	const below =
		at(program.rowLow, row) === -Infinity || (openBelow === 0 && least >= at(program.rowLow, row));
	const above =
		at(program.rowHigh, row) === Infinity || (openAbove === 0 && most <= at(program.rowHigh, row));
	return below && above;
}

/**
 * Narrows each count to what the others leave to it, row by row, until nothing changes: the part of
 * the attack that needs no solver. What it finds holds of every solution; it may miss some.
 */
export function propagate(program: Program): Intervals {
	const low = program.low.slice();
	const high = program.high.slice();
	const rows = program.rowLow.length;
	const waiting = new Uint8Array(rows).fill(1);
	const visits = new Int32Array(rows);
	const queue = Array.from({ length: rows }, (_, row) => row);
	for (let index = 0; index < low.length; index++)
		if (at(low, index) > at(high, index)) return { low, high, feasible: false };

	function wake(variable: number): void {
		for (
			let place = at(program.variableStart, variable);
			place < at(program.variableStart, variable + 1);
			place++
		) {
			const row = at(program.variableRow, place);
			if (at(waiting, row) === 1 || at(visits, row) >= MOST_VISITS) continue;
			waiting[row] = 1;
			queue.push(row);
		}
	}

	for (let head = 0; head < queue.length; head++) {
		const row = at(queue, head);
		waiting[row] = 0;
		visits[row] = at(visits, row) + 1;
		const { least, most, openBelow, openAbove } = reach(program, low, high, row);
		const rowLow = at(program.rowLow, row);
		const rowHigh = at(program.rowHigh, row);
		if ((openBelow === 0 && least > rowHigh) || (openAbove === 0 && most < rowLow))
			return { low, high, feasible: false };
		for (let place = at(program.rowStart, row); place < at(program.rowStart, row + 1); place++) {
			const variable = at(program.rowVariable, place);
			const sign = at(program.rowSign, place);
			const below = at(low, variable);
			const above = at(high, variable);
			// What the rest of the row leaves: from the greatest of the others, and from their least.
			const own = above === Infinity ? 1 : 0;
			const restMost =
				openAbove - (sign > 0 ? own : 0) > 0
					? Infinity
					: most - (sign > 0 ? (own ? 0 : above) : -below);
			const restLeast =
				openBelow - (sign > 0 ? 0 : own) > 0
					? -Infinity
					: least - (sign > 0 ? below : own ? 0 : -above);
			const from = sign > 0 ? rowLow - restMost : restLeast - rowHigh;
			const to = sign > 0 ? rowHigh - restLeast : restMost - rowLow;
			const newLow = from > below ? from : below;
			const newHigh = to < above ? to : above;
			if (newLow > newHigh) return { low, high, feasible: false };
			if (newLow === below && newHigh === above) continue;
			low[variable] = newLow;
			high[variable] = newHigh;
			wake(variable);
			// The sums of this row are old now; it is visited again.
			if (at(waiting, row) === 0 && at(visits, row) < MOST_VISITS) {
				waiting[row] = 1;
				queue.push(row);
			}
			break;
		}
	}
	return { low, high, feasible: true };
}
