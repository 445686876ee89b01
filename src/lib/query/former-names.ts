import type { RegionCode } from '$lib/model/region';
import { readRows } from './cells';
import type { Question } from './question';

/** Names that regions had, or are spelled by in other sources, by code. */
export function formerNames(): Question<{ region: RegionCode; name: string }> {
	return {
		name: 'former_names',
		sql: `SELECT code::VARCHAR AS code, former_name FROM published.former_name
ORDER BY code::VARCHAR, former_name`,
		params: [],
		read: (table) =>
			readRows(table, (cells) => ({ region: cells.text('code'), name: cells.text('former_name') }))
	};
}
