import { type Cell, cellText } from '$lib/read/grid';
import type { Statements } from '../statements';
import { RowCounter } from '../text/row-numbers';
import { collectBatches } from './batches';
import type { ListSource, RoleColumns } from './source';

export interface SheetTable {
	rows: readonly (readonly Cell[])[];
	/** Order of the header among the rows, from 0. */
	header: number;
	roles: RoleColumns;
	bytes: number;
}

/** From here on Excel keeps no more than 15 digits: a number so long has lost its last. */
const BEYOND_EXCEL = 1e15;

/**
 * A cell as text. A number of 16 digits is written as Excel shows it, so that it is known to be
 * damaged, even where the digit that was lost happened to be a zero.
 */
function textOf(cell: Cell | undefined): string {
	return typeof cell === 'number' && Math.abs(cell) >= BEYOND_EXCEL
		? cell.toExponential(5)
		: cellText(cell);
}

/** Rows of a sheet that is in memory. Cells that are missing at the end of a row are empty. */
export function sheetSource(
	statements: Statements,
	{ rows, header, roles, bytes }: SheetTable
): ListSource {
	const counter = new RowCounter();
	const filled: number[] = [];
	rows.forEach((row, at) => {
		if (at <= header || row.every((cell) => cellText(cell) === '')) return;
		counter.count(at + 1, false);
		filled.push(at);
	});
	return {
		rows: counter.filled,
		bytes,
		async each(run) {
			const batches = collectBatches(statements, roles);
			let done = 0;
			const work = (relation: string) => run(relation, done / filled.length);
			for (const at of filled) {
				batches.add((rows[at] ?? []).map(textOf), false);
				done += 1;
				if (batches.full()) await batches.run(work);
			}
			await batches.run(work);
		},
		numbers: () => counter.numbers()
	};
}
