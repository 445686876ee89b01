import type { Table, Vector } from 'apache-arrow';
import { schemaName } from '$lib/engine/schema-name';
import { MARGIN } from '$lib/model/dimension';
import type { QuestionPart } from '../question';
import { type CubeColumn, type CubeName, columnsOf, hasRupiah, isYearly, startSql } from './cube';

/** Values of a cube's columns; a column that is not named stands at its margin. */
export type Group = Readonly<Partial<Record<CubeColumn, string>>>;

/** A published cell. */
export interface SliceCell {
	pub: number;
	/** Null where the cube has none, or the sum is withheld. */
	rupiah: number | null;
}

/** Where cells lie. */
export interface SliceAsked {
	cube: CubeName;
	/** Id under which the file is attached. */
	file: string;
}

/** A span of time: days of months, or of years. */
export interface Span {
	from: string;
	until: string;
}

/** A month as a number that every engine gives alike: 202503. */
export const MONTH_NUMBER = '(year(month) * 100 + month(month))::INTEGER';

/** `2025-03-01` of 202503. */
export function firstDay(month: number): string {
	const text = String(month);
	return `${text.slice(0, 4)}-${text.slice(4)}-01`;
}

/**
 * All cells that a cube has of one place: every period, measure and group. A statement that picks some
 * costs DuckDB-Wasm as much as one that gives all, and this one answers whatever the reader asks next.
 */
export function sliceOfPlace({ cube, file }: SliceAsked, region: string): QuestionPart {
	return {
		sql: `SELECT ${columnsSql(cube)}
FROM ${schemaName(file)}.${cube}
WHERE region::VARCHAR = ?::VARCHAR`,
		params: [region]
	};
}

/** The cells that a cube has of some measures in a span of time: of every place and group in the file. */
export function sliceOfTime(
	{ cube, file }: SliceAsked,
	{ from, until }: Span,
	measures: readonly string[]
): QuestionPart {
	return {
		sql: `SELECT region, ${columnsSql(cube)}
FROM ${schemaName(file)}.${cube}
WHERE ${startSql(cube)} BETWEEN ?::DATE AND ?::DATE
	AND measure::VARCHAR IN (${measures.map(() => '?::VARCHAR').join(', ')})`,
		params: [from, until, ...measures]
	};
}

/** No text is made of what has few values: as they are, they are read much faster. */
function columnsSql(cube: CubeName): string {
	const start = isYearly(cube) ? '(year::INTEGER * 100 + 1)' : MONTH_NUMBER;
	const sum = hasRupiah(cube) ? ['rupiah'] : [];
	return [`${start} AS start`, 'measure', ...columnsOf(cube), 'pub', ...sum].join(', ');
}

const known = new WeakMap<Table, Slice>();

/** Cells, found by measure, place, period and group. */
export class Slice {
	readonly #table: Table;
	readonly #columns: readonly CubeColumn[];
	/** Rows of each measure: only measures that are asked are read further. */
	readonly #rows = new Map<unknown, number[]>();
	readonly #cells = new Map<string, ReadonlyMap<string, SliceCell>>();

	private constructor(table: Table, cube: CubeName) {
		this.#table = table;
		this.#columns = columnsOf(cube);
		const measures = table.getChild('measure');
		for (let row = 0; row < table.numRows; row += 1) {
			const measure: unknown = measures?.get(row);
			const rows = this.#rows.get(measure);
			if (rows) rows.push(row);
			else this.#rows.set(measure, [row]);
		}
	}

	/** Reads an answer once, however often it is asked. */
	static of(table: Table, cube: CubeName): Slice {
		const slice = known.get(table) ?? new Slice(table, cube);
		known.set(table, slice);
		return slice;
	}

	/** The published cell; nothing where it is withheld or was never counted. */
	cell(region: string, start: string, measure: string, group: Group): SliceCell | undefined {
		let cells = this.#cells.get(measure);
		if (!cells) {
			cells = this.#read(measure);
			this.#cells.set(measure, cells);
		}
		const values = this.#columns.map((column) => group[column] ?? MARGIN);
		return cells.get(keyOf(this.#ofPlace ? null : region, start, values));
	}

	get #ofPlace(): boolean {
		return this.#table.getChild('region') === null;
	}

	#read(measure: string): ReadonlyMap<string, SliceCell> {
		const cells = new Map<string, SliceCell>();
		const vector = (name: string): Vector | null => this.#table.getChild(name);
		const [region, start, pub] = [vector('region'), vector('start'), vector('pub')];
		const rupiah = vector('rupiah');
		const columns = this.#columns.map(vector);
		for (const row of this.#rows.get(measure) ?? []) {
			const count: unknown = pub?.get(row) ?? null;
			const sum: unknown = rupiah?.get(row) ?? null;
			if (count === null) continue;
			const key = keyOf(
				region ? String(region.get(row)) : null,
				firstDay(Number(start?.get(row))),
				columns.map((column) => String(column?.get(row)))
			);
			cells.set(key, { pub: Number(count), rupiah: sum === null ? null : Number(sum) });
		}
		return cells;
	}
}

function keyOf(region: string | null, start: string, values: readonly string[]): string {
	return [region ?? '', start, ...values].join('|');
}
