/** A cell of a grid: row -2 holds the headings, -1 the filters, the data begins at 0. */
export interface Cell {
	row: number;
	column: number;
}

export const HEADING = -2;
export const FILTER = -1;

export interface Extent {
	rows: number;
	columns: number;
	/** Rows that fit in the room. */
	page: number;
}

/**
 * The cell that a key leads to, by the pattern of an ARIA grid; null where the key is not the grid's.
 */
export function cellAfter(
	{ row, column }: Cell,
	key: { key: string; ctrlKey: boolean; metaKey: boolean },
	{ rows, columns, page }: Extent
): Cell | null {
	const whole = key.ctrlKey || key.metaKey;
	const clamp = (cell: Cell): Cell => ({
		row: Math.max(HEADING, Math.min(rows - 1, cell.row)),
		column: Math.max(0, Math.min(columns - 1, cell.column))
	});
	switch (key.key) {
		case 'ArrowUp':
			return clamp({ row: row - 1, column });
		case 'ArrowDown':
			return clamp({ row: row + 1, column });
		case 'ArrowLeft':
			return clamp({ row, column: column - 1 });
		case 'ArrowRight':
			return clamp({ row, column: column + 1 });
		case 'PageUp':
			return clamp({ row: row < 0 ? row : Math.max(0, row - page), column });
		case 'PageDown':
			return clamp({ row: Math.max(row, 0) + (row < 0 ? 0 : page), column });
		case 'Home':
			return clamp({ row: whole ? 0 : row, column: 0 });
		case 'End':
			return clamp({ row: whole ? rows - 1 : row, column: columns - 1 });
		default:
			return null;
	}
}
