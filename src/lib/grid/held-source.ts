import { getLocale } from '$lib/i18n/locale';
import { parseFilter, passes, type GridFilter } from './filter';
import { comparison } from './order';
import type { GridColumn, GridSource } from './source';

/**
 * A table that is held whole: ordered and filtered here, by places of rows, without copying any.
 * @param length how many rows
 * @param readers the value of a row, for each column
 */
export function heldSource(
	columns: readonly GridColumn[],
	length: number,
	readers: readonly ((row: number) => unknown)[]
): GridSource {
	function filtersOf(typed: ReadonlyMap<number, string>): [number, GridFilter][] {
		return [...typed].flatMap(([index, text]): [number, GridFilter][] => {
			const filter = parseFilter(text, columns[index]?.type ?? 'other', getLocale() === 'id');
			return filter === null || filter === 'unreadable' ? [] : [[index, filter]];
		});
	}

	return {
		columns,
		open(order, typed) {
			const filters = filtersOf(typed);
			let rows: number[] | null = null;
			if (filters.length > 0 || order) {
				rows = [];
				for (let row = 0; row < length; row += 1) {
					if (filters.every(([index, filter]) => passes(filter, readers[index]?.(row))))
						rows.push(row);
				}
			}
			const read = order && readers[order.column];
			if (rows && order && read) {
				const compare = comparison(order.descending);
				const values = new Map(rows.map((row) => [row, read(row)]));
				rows.sort((a, b) => compare(values.get(a), values.get(b)));
			}
			const total = rows?.length ?? length;
			return Promise.resolve({
				total,
				read(from, to) {
					const places = Array.from(
						{ length: Math.max(0, Math.min(to, total) - from) },
						(_, index) => rows?.[from + index] ?? from + index
					);
					return Promise.resolve(places.map((row) => readers.map((value) => value(row))));
				}
			});
		}
	};
}
