import { schemaName } from '$lib/engine/schema-name';
import { LISTS, type ListKind } from '$lib/model/lists';
import { readRows } from './cells';
import { known, oneOf } from './figures';
import type { Question } from './question';

/** A list that had not come from a regency for a month. */
export interface UnreportedRow {
	/** Kemendagri code of the regency. */
	region: string;
	list: ListKind;
	/** First day of the month. */
	month: string;
}

/**
 * Lists that had not come, of which regencies, in which months: late, never, or without any report. As
 * much as has come is not told, so that the answer is small where most has.
 * @param extract id under which the extract's first file is attached
 */
export function unreported(extract: string): Question<UnreportedRow> {
	const told = `(SELECT region::VARCHAR AS region, list::VARCHAR AS list, month, state::VARCHAR AS state
	FROM ${schemaName(extract)}.reporting WHERE region::VARCHAR LIKE '__.__')`;
	return {
		name: 'computed_unreported',
		sql: `SELECT region, list, month::VARCHAR AS month
FROM (SELECT DISTINCT region FROM ${told})
CROSS JOIN (SELECT DISTINCT month FROM ${told})
CROSS JOIN (VALUES ${LISTS.map((list) => `('${list}')`).join(', ')}) AS lists(list)
ANTI JOIN (SELECT region, list, month FROM ${told} WHERE state = 'received') AS received
	USING (region, list, month)
ORDER BY region, list, month`,
		params: [],
		read: (table) =>
			readRows(table, (cells) => ({
				region: cells.text('region'),
				list: known(cells.text('list'), oneOf(LISTS)),
				month: cells.text('month')
			}))
	};
}
