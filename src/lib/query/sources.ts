import type { Source } from '$lib/model/catalogue';
import type { Locale } from '$lib/model/locale';
import { readRows } from './cells';
import { localized } from './localized';
import type { Question } from './question';

export interface SourceRow extends Source {
	/** How many figures rest on it. */
	figures: number;
}

/** Most publishers are called by one name in both languages. */
export const PUBLISHER: Record<Locale, string> = {
	id: 's.publisher',
	en: "coalesce(nullif(s.publisher_en, ''), s.publisher)"
};

/** All sources with the number of figures that rest on each: most first. */
export function sources(locale: Locale): Question<SourceRow> {
	return {
		name: 'sources',
		sql: `SELECT s.id::VARCHAR AS id, ${PUBLISHER[locale]} AS publisher, s.title, s.date, s."where" AS place,
	${localized('note', locale, 's.')}, count(f.source_id)::INTEGER AS figures
FROM published.source s LEFT JOIN published.figure f ON f.source_id = s.id
GROUP BY ALL
ORDER BY figures DESC, id`,
		params: [],
		read: (table) =>
			readRows(table, (cells) => ({
				id: cells.text('id'),
				publisher: cells.text('publisher'),
				title: cells.text('title'),
				date: cells.text('date'),
				where: cells.text('place'),
				note: cells.text('note'),
				figures: cells.count('figures')
			}))
	};
}
