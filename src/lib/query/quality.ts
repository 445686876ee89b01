import { readRows } from './cells';
import type { Question } from './question';

/** How many figures share a state, a certainty or a flag. */
export interface FigureQuality {
	by: 'state' | 'certainty' | 'flag';
	/** As the figures carry it. */
	code: string;
	figures: number;
}

/** What the published figures are, how sure, and which are doubted: the most frequent first. */
export function quality(): Question<FigureQuality> {
	const part = (place: number, by: FigureQuality['by']) =>
		`SELECT ${place} AS place, '${by}' AS kind, ${by}::VARCHAR AS code, CAST(count(*) AS INTEGER) AS figures
FROM published.figure WHERE ${by} IS NOT NULL GROUP BY ${by}`;
	return {
		name: 'quality',
		sql: `SELECT kind, code, figures FROM (
${part(1, 'state')}
UNION ALL ${part(2, 'certainty')}
UNION ALL ${part(3, 'flag')}
) ORDER BY place, figures DESC, code`,
		params: [],
		read: (table) =>
			readRows(table, (cells) => ({
				by: cells.text('kind') as FigureQuality['by'],
				code: cells.text('code'),
				figures: cells.count('figures')
			}))
	};
}
