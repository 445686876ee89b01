import type { Table } from 'apache-arrow';
import { type AskedQuery, noteAsked } from '$lib/engine/asked';
import type { Engine, QueryOptions, SqlValue } from '$lib/engine/engine';

/** A question ready to be asked: SQL with `?`, the values bound to it, and how its rows are read. */
export interface Question<Row> {
	/** Stable name, for tests, the bench and error messages. */
	name: string;
	sql: string;
	params: readonly SqlValue[];
	read(table: Table): Row[];
}

/** A question as it is told of, without what reads its rows. */
export function asked({ name, sql, params }: Omit<Question<unknown>, 'read'>): AskedQuery {
	return { name, sql, params };
}

/** Asks, and gives typed rows, which are known by the question: a chart of them can show it. */
export async function ask<Row>(
	engine: Engine,
	question: Question<Row>,
	options?: QueryOptions
): Promise<Row[]> {
	const rows = question.read(await engine.query(question.sql, question.params, options));
	noteAsked(rows, asked(question));
	return rows;
}
