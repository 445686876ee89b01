import { type Certainty, isCertainty } from '$lib/model/certainty';
import type { RegionCode } from '$lib/model/region';
import { readRows } from './cells';
import { known } from './figures';
import type { Question } from './question';

export interface ListMember {
	region: RegionCode;
	name: string;
	province: string;
	/** The province it belonged to when the list's source was written, where it has changed since. */
	provinceThen: string;
	/** How sure it is that the region stands on the list. */
	certainty: Certainty;
	sourceId: string;
}

/** Members of a priority list, by code. A list whose members are not public has none. */
export function listMembers(list: string): Question<ListMember> {
	return {
		name: 'list_members',
		sql: `SELECT m.region_code::VARCHAR AS region_code, r.name, p.name AS province,
	coalesce(then_.name, '') AS province_then, m.certainty::VARCHAR AS certainty,
	m.source_id::VARCHAR AS source_id
FROM published.priority_list_member m
JOIN published.priority_list l ON l.id = m.list_id
JOIN published.source s ON s.id = l.source_id
JOIN published.region r ON r.code = m.region_code
JOIN published.region p ON p.code = r.province_code
LEFT JOIN published.former_province f
	ON f.code = m.region_code AND f.until >= left(s.date, 4)
LEFT JOIN published.region then_ ON then_.code = f.former_province_code
WHERE m.list_id::VARCHAR = ?::VARCHAR
QUALIFY row_number() OVER (PARTITION BY m.region_code ORDER BY f.until) = 1
ORDER BY m.region_code::VARCHAR`,
		params: [list],
		read: (table) =>
			readRows(table, (cells) => ({
				region: cells.text('region_code'),
				name: cells.text('name'),
				province: cells.text('province'),
				provinceThen: cells.text('province_then'),
				certainty: known(cells.text('certainty'), isCertainty),
				sourceId: cells.text('source_id')
			}))
	};
}
