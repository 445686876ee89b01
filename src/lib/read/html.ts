import { getElementsByTagName, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import type { Grid } from './grid';
import { tidyText } from './grid';
import { fail } from './problem';

type Element = ReturnType<typeof getElementsByTagName>[number];

const MOST_SPAN = 200;

function span(cell: Element, name: 'colspan' | 'rowspan'): number {
	const stated = Number.parseInt(cell.attribs[name] ?? '1', 10);
	return Number.isFinite(stated) ? Math.min(Math.max(stated, 1), MOST_SPAN) : 1;
}

/** Rows of this table alone, without those of tables inside its cells. */
function ownRows(table: Element): Element[] {
	return getElementsByTagName('tr', table).filter((row) => {
		let parent = row.parent;
		while (parent && !('name' in parent && parent.name === 'table')) parent = parent.parent;
		return parent === table;
	});
}

function ownCells(row: Element): Element[] {
	return row.children.filter(
		(child): child is Element => 'name' in child && (child.name === 'td' || child.name === 'th')
	);
}

/** A merged cell's text stands in each place that it covers. */
function spread(rows: readonly Element[]): string[][] {
	const grid: string[][] = rows.map(() => []);
	rows.forEach((row, at) => {
		let column = 0;
		for (const cell of ownCells(row)) {
			while (grid[at]?.[column] !== undefined) column += 1;
			const text = tidyText(textContent(cell));
			const wide = span(cell, 'colspan');
			for (let down = 0; down < span(cell, 'rowspan'); down += 1) {
				const target = grid[at + down];
				if (!target) break;
				for (let across = 0; across < wide; across += 1) target[column + across] = text;
			}
			column += wide;
		}
	});
	return grid.map((row) => Array.from(row, (text) => text ?? ''));
}

/**
 * The largest table of a page, with merged cells spread, and the texts around it as context.
 * @throws ReadError where there is no table
 */
export function readHtml(text: string): Grid {
	const page = parseDocument(text);
	const tables = getElementsByTagName('table', page);
	const sized = tables.map((table) => {
		const rows = ownRows(table);
		return { table, rows, cells: rows.reduce((sum, row) => sum + ownCells(row).length, 0) };
	});
	const largest = sized.reduce<(typeof sized)[number] | null>(
		(best, next) => (best === null || next.cells > best.cells ? next : best),
		null
	);
	if (largest === null || largest.cells === 0) fail('file_no_table');
	const headings = ['title', 'h1', 'h2', 'h3', 'h4', 'caption', 'p'].flatMap((tag) =>
		getElementsByTagName(tag, page)
	);
	const others = sized.filter((one) => one !== largest && one.cells < 12).map((one) => one.table);
	return {
		rows: spread(largest.rows),
		context: [...headings, ...others]
			.map((node) => tidyText(textContent(node)))
			.filter((line) => line !== '' && line.length < 400)
	};
}
