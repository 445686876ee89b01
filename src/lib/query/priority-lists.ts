import { isCertainty } from '$lib/model/certainty';
import type { PriorityList } from '$lib/model/catalogue';
import type { Locale } from '$lib/model/locale';
import { readRows } from './cells';
import { known } from './figures';
import { localized } from './localized';
import type { Question } from './question';

/** The priority lists with their members; a list whose members are not public has none. */
export function priorityLists(locale: Locale): Question<PriorityList> {
	return {
		name: 'priority_lists',
		sql: `SELECT l.id::VARCHAR AS id, ${localized('name', locale, 'l.')}, l.members_public, l.size,
	l.certainty::VARCHAR AS certainty, l.source_id::VARCHAR AS source_id,
	${localized('note', locale, 'l.')}, m.region_code::VARCHAR AS member
FROM published.priority_list l
LEFT JOIN published.priority_list_member m ON m.list_id = l.id
ORDER BY l.rowid, member`,
		params: [],
		read(table) {
			const lists = new Map<string, PriorityList>();
			readRows(table, (cells) => {
				const id = cells.text('id');
				const list = lists.get(id) ?? {
					id,
					name: cells.text('name'),
					membersPublic: cells.yes('members_public'),
					size: cells.count('size'),
					certainty: known(cells.text('certainty'), isCertainty),
					sourceId: cells.text('source_id'),
					note: cells.text('note'),
					members: []
				};
				lists.set(id, list);
				const member = cells.text('member');
				if (member !== '') list.members.push(member);
			});
			return [...lists.values()];
		}
	};
}
