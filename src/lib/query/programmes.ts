import type { Programme } from '$lib/model/catalogue';
import type { Locale } from '$lib/model/locale';
import { readRows } from './cells';
import { localized } from './localized';
import type { Question } from './question';

export interface ProgrammeRow extends Programme {
	/** Path of its page, without the language; empty where it has none. */
	page: string;
}

/** Every programme, in the order of the catalogue. */
export function programmes(locale: Locale): Question<ProgrammeRow> {
	return {
		name: 'programmes',
		sql: `SELECT id::VARCHAR AS id, ${localized('name', locale)}, ${localized('description', locale)},
	owner, page
FROM published.programme ORDER BY rowid`,
		params: [],
		read: (table) =>
			readRows(table, (cells) => ({
				id: cells.text('id'),
				name: cells.text('name'),
				description: cells.text('description'),
				owner: cells.text('owner'),
				page: cells.text('page')
			}))
	};
}
