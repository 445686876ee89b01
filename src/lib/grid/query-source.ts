import type { Engine, SqlValue } from '$lib/engine/engine';
import { identifier } from '$lib/engine/quote';
import { getLocale } from '$lib/i18n/locale';
import type { Table } from 'apache-arrow';
import { parseFilter, type Bound, type GridFilter } from './filter';
import type { GridColumn, GridOrder, GridRows, GridSource } from './source';
import { reader } from './value';

type Asking = Pick<Engine, 'query'>;

interface Statement {
	sql: string;
	params: SqlValue[];
}

/** Types that both engines hand over as they are; other numbers go as DOUBLE. */
const AS_IS = /^(U?(TINY|SMALL)INT|U?INTEGER|BIGINT|FLOAT|DOUBLE)$/;
const NUMBER = /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL.*)$/;

/**
 * A table or view in an engine, read in windows: no more rows leave the engine than are looked at.
 * An order or a filter over a table is kept as the places of its rows (four bytes a row), so that a
 * window deep down costs what one at the top costs; a view is asked with LIMIT and OFFSET.
 * @param relation as it stands after FROM: quoted by the caller, `"published"."figure"`
 * @param labels what the reader sees instead of a column's name
 * @throws EngineError where the relation cannot be asked
 */
export async function querySource(
	engine: Asking,
	relation: string,
	labels: ReadonlyMap<string, string> = new Map()
): Promise<GridSource> {
	const types = await engine.query(
		`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${relation})`
	);
	const columns: (GridColumn & { select: string })[] = rowsOf(types).map(([first, second]) => {
		const [name, type] = [String(first), String(second)];
		const kind = kindOf(type);
		const quoted = identifier(name);
		const select =
			kind === 'boolean' || AS_IS.test(type)
				? quoted
				: `CAST(${quoted} AS ${kind === 'number' ? 'DOUBLE' : 'VARCHAR'})`;
		return { name, label: labels.get(name) ?? name, type: kind, select };
	});
	const list = columns.map(({ select }, index) => `${select} AS c${index}`).join(', ');
	const placed = columns.every(({ name }) => name !== 'rowid') && (await hasPlaces());

	function hasPlaces(): Promise<boolean> {
		return engine.query(`SELECT rowid FROM ${relation} LIMIT 0`).then(
			() => true,
			() => false
		);
	}

	function where(typed: ReadonlyMap<number, string>): Statement {
		const parts = [...typed].flatMap(([index, text]): Statement[] => {
			const column = columns[index];
			const filter = column && parseFilter(text, column.type, getLocale() === 'id');
			if (!filter || filter === 'unreadable') return [];
			return [condition(filter, column.select)];
		});
		if (parts.length === 0) return { sql: '', params: [] };
		return {
			sql: ` WHERE ${parts.map(({ sql }) => sql).join(' AND ')}`,
			params: parts.flatMap(({ params }) => params)
		};
	}

	function orderBy(order: GridOrder | null, last: string): string {
		const column = order && columns[order.column];
		if (!column) return '';
		const value = column.type === 'text' ? `lower(${column.select})` : column.select;
		return ` ORDER BY ${value} ${order.descending ? 'DESC' : 'ASC'} NULLS LAST, ${last}`;
	}

	async function count({ sql, params }: Statement): Promise<number> {
		const answer = await engine.query(
			`SELECT CAST(count(*) AS DOUBLE) AS n FROM ${relation}${sql}`,
			params
		);
		return Number(answer.getChildAt(0)?.get(0) ?? 0);
	}

	/** All rows of a table in its own order: a stretch of places. */
	async function openWhole(): Promise<GridRows> {
		const sql = `SELECT ${list} FROM ${relation} WHERE rowid >= ? AND rowid < ? ORDER BY rowid`;
		const total = await count({ sql: '', params: [] });
		return { total, read: async (from, to) => rowsOf(await engine.query(sql, [from, to])) };
	}

	/** Some rows of a table, or in another order: their places first, then the rows of a window. */
	async function openPlaced(order: GridOrder | null, filter: Statement): Promise<GridRows> {
		const answer = await engine.query(
			`SELECT CAST(rowid AS INTEGER) AS place FROM ${relation}${filter.sql}${orderBy(order, 'rowid')}`,
			filter.params
		);
		const places = Int32Array.from(
			(answer.getChildAt(0)?.toArray() as Int32Array | undefined) ?? []
		);
		async function read(from: number, to: number) {
			const wanted = [...places.subarray(from, to)];
			if (wanted.length === 0) return [];
			const rows = rowsOf(
				await engine.query(
					`SELECT ${list}, CAST(rowid AS INTEGER) AS place FROM ${relation} WHERE rowid IN (${wanted.join(', ')})`
				)
			);
			const byPlace = new Map(rows.map((row) => [row.at(-1), row.slice(0, -1)]));
			return wanted.map((place) => byPlace.get(place) ?? []);
		}
		return { total: places.length, read };
	}

	async function openView(order: GridOrder | null, filter: Statement): Promise<GridRows> {
		const others = columns.map(({ select }) => select).join(', ');
		const sql = `SELECT ${list} FROM ${relation}${filter.sql}${orderBy(order, others)} LIMIT ? OFFSET ?`;
		return {
			total: await count(filter),
			read: async (from, to) => rowsOf(await engine.query(sql, [...filter.params, to - from, from]))
		};
	}

	return {
		columns,
		open(order, typed) {
			const filter = where(typed);
			if (!placed) return openView(order, filter);
			return order || filter.sql !== '' ? openPlaced(order, filter) : openWhole();
		}
	};
}

function kindOf(type: string): GridColumn['type'] {
	if (NUMBER.test(type)) return 'number';
	if (type === 'BOOLEAN') return 'boolean';
	if (/^(DATE|TIMESTAMP.*)$/.test(type)) return 'date';
	return /^(VARCHAR|ENUM\(.*|UUID)$/s.test(type) ? 'text' : 'other';
}

function rowsOf(table: Table): unknown[][] {
	const readers = table.schema.fields.flatMap((_, index) => {
		const vector = table.getChildAt(index);
		return vector ? [reader(vector)] : [];
	});
	return Array.from({ length: table.numRows }, (_, row) => readers.map((read) => read(row)));
}

function condition(filter: GridFilter, value: string): Statement {
	switch (filter.kind) {
		case 'contains':
			return { sql: `contains(lower(${value}), ?)`, params: [filter.text.toLowerCase()] };
		case 'equals':
			return { sql: `lower(${value}) = ?`, params: [filter.text.toLowerCase()] };
		case 'truth':
			return { sql: `${value} = ?`, params: [filter.value] };
		case 'empty':
			return { sql: `${value} IS ${filter.empty ? '' : 'NOT '}NULL`, params: [] };
		case 'numbers':
		case 'dates':
			return between(value, filter.least, filter.most);
	}
}

function between(
	value: string,
	least: Bound<number | string>,
	most: Bound<number | string>
): Statement {
	const parts: string[] = [];
	const params: SqlValue[] = [];
	for (const [bound, sign] of [[least, '>'] as const, [most, '<'] as const]) {
		if (!bound) continue;
		parts.push(`${value} ${sign}${bound.open ? '' : '='} ?`);
		params.push(bound.value);
	}
	return { sql: parts.join(' AND '), params };
}
