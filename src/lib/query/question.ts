import type { Table } from 'apache-arrow';
import { type AskedQuery, noteAsked } from '$lib/engine/asked';
import type { Engine, QueryOptions, SqlValue } from '$lib/engine/engine';

/** SQL with `?`, and the values bound to it. */
export interface QuestionPart {
	sql: string;
	params: readonly SqlValue[];
}

/** A question ready to be asked, and how its rows are read. */
export interface Question<Row> extends QuestionPart {
	/** Stable name, for tests, the bench and error messages. */
	name: string;
	/**
	 * What is asked in its place: plain statements that are remembered apart, since other questions share
	 * them. What they tell beyond the question is left out when they are read.
	 */
	parts?: readonly QuestionPart[];
	/** Reads the answer, or those of all parts where there are some. */
	read(...tables: readonly Table[]): Row[];
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
	const tables = await Promise.all(
		(question.parts ?? [question]).map(({ sql, params }) => engine.query(sql, params, options))
	);
	const rows = question.read(...tables);
	noteAsked(rows, asked(question));
	return rows;
}
