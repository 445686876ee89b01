import { schemaName } from '$lib/engine/schema-name';
import { LISTS, type ListKind, REPORTING, type Reporting } from '$lib/model/lists';
import { readRows } from '../cells';
import { known, oneOf } from '../figures';
import type { Question } from '../question';

export interface ReportRow {
	/** Kemendagri code of the regency. */
	region: string;
	list: ListKind;
	/** First day of the month. */
	month: string;
	state: Reporting;
}

/**
 * What had been received of each list of each regency in each month, in the order of time.
 * @param extract id under which the extract is attached
 */
export function reporting(extract: string): Question<ReportRow> {
	return {
		name: 'computed_reporting',
		sql: `SELECT region::VARCHAR AS region, list::VARCHAR AS list, month::VARCHAR AS month,
	state::VARCHAR AS state
FROM ${schemaName(extract)}.reporting
WHERE region::VARCHAR LIKE '__.__'
ORDER BY region::VARCHAR, list::VARCHAR, month`,
		params: [],
		read: (table) =>
			readRows(table, (cells) => ({
				region: cells.text('region'),
				list: known(cells.text('list'), oneOf(LISTS)),
				month: cells.text('month'),
				state: known(cells.text('state'), oneOf(REPORTING))
			}))
	};
}
