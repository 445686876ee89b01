import type { KnownTable } from './known';

/** A file of a dataset beside its first: it is fetched when a query names it. */
export interface DatasetPart {
	/** Under which it is attached: `demo_35`. */
	id: string;
	/** Whose figures it holds, in words. */
	label: string;
	tables: readonly { name: string; rows: number }[];
}

/** The columns of the parts' tables, by table: those of one name are alike in every part. */
export type PartColumns = Readonly<Record<string, KnownTable['columns']>>;

/** The parts that a script names. A name within a text counts too: a file too many does no harm. */
export function namedParts<Part extends { id: string }>(
	script: string,
	parts: readonly Part[]
): Part[] {
	const words = new Set(script.toLowerCase().match(/[a-z_]\w*/g));
	return parts.filter(({ id }) => words.has(id.toLowerCase()));
}

/** All tables of parts as they are asked. */
export function tablesOfParts(
	parts: readonly DatasetPart[],
	columns: PartColumns
): (KnownTable & { rows: number })[] {
	return parts.flatMap(({ id, tables }) =>
		tables.map(({ name, rows }) => ({ schema: id, name, rows, columns: columns[name] ?? [] }))
	);
}
