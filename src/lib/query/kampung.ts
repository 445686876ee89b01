import { readRows } from './cells';
import type { Question } from './question';

export interface KampungRow {
	cooperativeNumber: number;
	cooperative: string;
	kampung: string;
	sourceId: string;
}

/** Jakarta's priority kampung and the cooperative that serves each, by cooperative. */
export function kampung(): Question<KampungRow> {
	return {
		name: 'kampung',
		sql: `SELECT cooperative_number, cooperative, kampung, source_id::VARCHAR AS source_id
FROM published.kampung ORDER BY cooperative_number, rowid`,
		params: [],
		read: (table) =>
			readRows(table, (cells) => ({
				cooperativeNumber: cells.count('cooperative_number'),
				cooperative: cells.text('cooperative'),
				kampung: cells.text('kampung'),
				sourceId: cells.text('source_id')
			}))
	};
}
