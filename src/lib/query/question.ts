import type { Table } from 'apache-arrow';
import { noteAsked } from '$lib/engine/asked';
import type { Engine, QueryOptions, SqlValue } from '$lib/engine/engine';

/** A question ready to be asked: SQL with `?`, the values bound to it, and how its rows are read. */
export interface Question<Row> {
	/** Stable name, for tests, the bench and error messages. */
	name: string;
	sql: string;
	params: readonly SqlValue[];
	read(table: Table): Row[];
}

/** Asks, and gives typed rows, which are known by the question: a chart of them can show it. */
export async function ask<Row>(
	engine: Engine,
	question: Question<Row>,
	options?: QueryOptions
): Promise<Row[]> {
	const { name, sql, params } = question;
	const rows = question.read(await engine.query(sql, params, options));
	noteAsked(rows, { name, sql, params });
	return rows;
}
