import { type ListKind, REPORTING, type Reporting } from '$lib/model/lists';
import type { Cells } from '../cells';
import { known, oneOf } from '../figures';
import { REACH_RANK } from './reach';

const TOLD = 'list';

/**
 * Cells and reports come from one statement of plain parts, and are put together by what reads it:
 * DuckDB-Wasm plans a statement that joins them all for longer than it takes to run the parts.
 *
 * Of each place, period and list the worst of what is known of its reports, as a part of a `UNION ALL`
 * with the columns `what, region, start, name, pub`; what else the cells have stands between as `more`.
 * @param schema that of the extract's first file
 * @param where which places, in SQL over `region`
 * @param yearly by year and not by month; two days are bound, first and last of the periods' starts
 */
export function toldSql(schema: string, where: string, yearly: boolean, more = ''): string {
	// Not date_trunc: compared with a day, DuckDB 1.4.3 lets the first of January after it through.
	const start = yearly ? 'make_date(year(month)::INTEGER, 1, 1)' : 'month';
	return `SELECT '${TOLD}' AS what, region::VARCHAR AS region, (${start})::VARCHAR AS start,
	list::VARCHAR AS name, ${more}max(${REACH_RANK})::BIGINT AS pub
FROM ${schema}.reporting
WHERE ${where} AND ${start} BETWEEN ?::DATE AND ?::DATE
GROUP BY ALL`;
}

/** What is known of the reports of some places and periods: each has a row for every list. */
export class Told {
	readonly #regions = new Set<string>();
	readonly #starts = new Set<string>();
	readonly #ranks = new Map<string, number>();

	/** Takes a row of {@link toldSql}; false of any other. */
	take(cells: Cells): boolean {
		if (cells.text('what') !== TOLD) return false;
		const [region, start] = [cells.text('region'), cells.text('start')];
		this.#regions.add(region);
		this.#starts.add(start);
		this.#ranks.set(`${region}|${start}|${cells.text('name')}`, cells.count('pub'));
		return true;
	}

	/** Every place with every period, in the order of both. */
	get times(): { region: string; start: string }[] {
		const starts = [...this.#starts].sort();
		return [...this.#regions]
			.sort()
			.flatMap((region) => starts.map((start) => ({ region, start })));
	}

	/** The worst of some lists; one of which nothing is known never came. */
	reach(region: string, start: string, lists: readonly ListKind[]): Reporting {
		const ranks = lists.map((list) => this.#ranks.get(`${region}|${start}|${list}`) ?? 2);
		return known(WORDS[Math.max(...ranks)] ?? '', oneOf(REPORTING));
	}
}

const WORDS = ['received', 'late', 'not_received'] as const;
