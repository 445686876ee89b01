import type { Programme } from '$lib/model/catalogue';
import type { Locale } from '$lib/model/locale';
import { readRows } from './cells';
import { localized } from './localized';
import type { Question } from './question';
import { PUBLISHER } from './sources';

export interface ProgrammeRow extends Programme {
	/** Path of its page, without the language; empty where it has none. */
	page: string;
}

/** Every programme, in the order of the catalogue. */
export function programmes(locale: Locale): Question<ProgrammeRow> {
	return {
		name: 'programmes',
		sql: `WITH said AS (
	SELECT s.id::VARCHAR AS source_id, ${PUBLISHER[locale]} AS publisher FROM published.source s
)
SELECT id::VARCHAR AS id, ${localized('name', locale)}, ${localized('description', locale)},
	owner, page, begins_on::VARCHAR AS begins_on, source_id, publisher
FROM published.programme p LEFT JOIN said ON source_id = begins_source::VARCHAR
ORDER BY p.rowid`,
		params: [],
		read: (table) =>
			readRows(table, (cells) => ({
				id: cells.text('id'),
				name: cells.text('name'),
				description: cells.text('description'),
				owner: cells.text('owner'),
				page: cells.text('page'),
				begin:
					cells.text('begins_on') === ''
						? null
						: {
								on: cells.text('begins_on'),
								sourceId: cells.text('source_id'),
								publisher: cells.text('publisher')
							}
			}))
	};
}
