import { schemaName } from '$lib/engine/schema-name';
import { type ListKind, REPORTING, type Reporting } from '$lib/model/lists';
import { readRows } from '../cells';
import { known, oneOf } from '../figures';
import type { Question } from '../question';
import { reachWord } from './reach';

/** What is counted of which place, and whether the lists that it needs had come. */
export interface CountRow {
	region: string;
	measure: string;
	/** Published count; null where the extract has no such row. */
	published: number | null;
	/** The worst of what is known of the lists that the measure needs. */
	reach: Reporting;
	/** Of the same measure, place and time some group is published: its lists had come, if not all. */
	partly?: boolean;
}

/** A measure and the lists without which it cannot be counted. */
export interface CountAsked {
	measure: string;
	lists: readonly ListKind[];
}

/**
 * Each measure of one month in every place of an extract, also where nothing is published. A place
 * of which no report is known counts as not received.
 * @param extract id under which the extract is attached
 * @param month first day of the month
 */
export function counts(
	extract: string,
	month: string,
	asked: readonly CountAsked[]
): Question<CountRow> {
	const schema = schemaName(extract);
	const pairs = asked.flatMap(({ measure, lists }) => lists.map((list) => [measure, list]));
	const values = pairs.map(() => '(?::VARCHAR, ?::VARCHAR)').join(', ');
	return {
		name: 'computed_counts',
		sql: `WITH asked(measure, list) AS (VALUES ${values}),
place AS (SELECT DISTINCT region::VARCHAR AS region FROM ${schema}.reporting),
reach AS (
	SELECT place.region, asked.measure,
		max(CASE told.state::VARCHAR WHEN 'received' THEN 0 WHEN 'late' THEN 1 ELSE 2 END) AS worst
	FROM place CROSS JOIN asked
	LEFT JOIN ${schema}.reporting told ON told.region::VARCHAR = place.region
		AND told.list::VARCHAR = asked.list AND told.month = ?::DATE
	GROUP BY place.region, asked.measure
)
SELECT reach.region, reach.measure, cell.pub,
	${reachWord('worst')} AS reach
FROM reach
LEFT JOIN ${schema}.k1 cell ON cell.region::VARCHAR = reach.region
	AND cell.measure::VARCHAR = reach.measure AND cell.month = ?::DATE
ORDER BY reach.region, reach.measure`,
		params: [...pairs.flat(), month, month],
		read: (table) =>
			readRows(table, (cells) => ({
				region: cells.text('region'),
				measure: cells.text('measure'),
				published: cells.number('pub'),
				reach: known(cells.text('reach'), oneOf(REPORTING))
			}))
	};
}
