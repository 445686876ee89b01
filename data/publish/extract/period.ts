import type { DuckDBConnection } from '@duckdb/node-api';
import { monthText } from '$lib/model';
import { MOST_MONTHS, type Window } from '$lib/protect/window';
import { columnOf } from '../work/workspace';
import { fail } from './problem';

/** How many months an extract covers where nobody says it. */
const USUAL_MONTHS = 24;

/** Months in which the lists say that something happened. */
const MONTHS = `SELECT year(date) * 12 + month(date) - 1 AS month FROM activity
	UNION ALL SELECT year(joined) * 12 + month(joined) - 1 FROM membership
	UNION ALL SELECT year(last_transaction) * 12 + month(last_transaction) - 1 FROM membership
	UNION ALL SELECT first FROM receipt UNION ALL SELECT last FROM receipt`;

/**
 * The months that an extract covers. It ends with the latest month that a list speaks of, not with
 * today, so that the same lists give the same extract tomorrow.
 * @throws ExtractFailure where no list has a month, or the months asked for make no period
 */
export async function periodOf(
	connection: DuckDBConnection,
	asked: { from?: number | undefined; until?: number | undefined },
	lastReported: number | null
): Promise<Window> {
	const [last] = await columnOf<number | null>(
		connection,
		`SELECT max(month)::INTEGER FROM (${MONTHS})`
	);
	const until = asked.until ?? lastReported ?? last ?? fail({ kind: 'no_period' });
	const [first] = await columnOf<number | null>(
		connection,
		`SELECT min(month)::INTEGER FROM (${MONTHS})`
	);
	const from = asked.from ?? Math.max(until - USUAL_MONTHS + 1, Math.min(first ?? until, until));
	if (from > until) fail({ kind: 'period_order', from: monthText(from), until: monthText(until) });
	const months = until - from + 1;
	if (months > MOST_MONTHS) fail({ kind: 'period_long', months, most: MOST_MONTHS });
	return { from, until };
}
