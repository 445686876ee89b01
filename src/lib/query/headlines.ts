import type { Figure } from '$lib/model/figure';
import type { Period } from '$lib/model/period';
import type { RegionCode } from '$lib/model/region';
import type { FigureState } from '$lib/model/state';
import { readRows } from './cells';
import { chosenFigures, figureColumns, readFigure } from './figures';
import type { Question } from './question';

/** Names one figure. Without a period: the latest; without a state: what was observed. */
export interface FigureKey {
	indicator: string;
	region: RegionCode;
	period?: Period;
	state?: Extract<FigureState, 'target' | 'projection' | 'not_comparable'>;
}

export interface HeadlineRow extends Figure {
	/** Place of its key in the list asked for. */
	key: number;
	regionName: string;
	publisher: string;
	sourceTitle: string;
	sourceDate: string;
}

/** The figures of the keys, in their order. A key without a figure has no row. */
export function headlines(keys: readonly FigureKey[]): Question<HeadlineRow> {
	const rows = keys.map(
		(_, key) => `(${key}, ?::VARCHAR, ?::VARCHAR, ?::DATE, ?::DATE, ?::VARCHAR)`
	);
	// A list of nothing still has to be a table.
	const values = rows.length > 0 ? rows.join(', ') : `(0, NULL, NULL, NULL, NULL, NULL)`;
	return {
		name: 'headlines',
		sql: `WITH asked(key, indicator, region_code, period_start, period_end, state) AS (
	VALUES ${values}
),
${chosenFigures('true')},
latest AS (
	SELECT a.key, c.* FROM asked a JOIN chosen c
		ON c.indicator = a.indicator AND c.region_code = a.region_code
		AND (a.period_start IS NULL OR c.period_start = a.period_start)
		AND (a.period_end IS NULL OR c.period_end = a.period_end)
		AND CASE WHEN a.state IS NULL
			THEN c.state NOT IN ('target', 'projection', 'not_comparable') ELSE c.state = a.state END
	QUALIFY row_number() OVER (
		PARTITION BY a.key ORDER BY c.period_end DESC, c.period_start DESC) = 1
)
SELECT l.key::INTEGER AS key, ${figureColumns('l')}, r.name, s.publisher, s.title, s.date
FROM latest l
JOIN published.region r ON r.code::VARCHAR = l.region_code
JOIN published.source s ON s.id::VARCHAR = l.source_id
ORDER BY l.key`,
		params: keys.flatMap(({ indicator, region, period, state }) => [
			indicator,
			region,
			period?.start ?? null,
			period?.end ?? null,
			state ?? null
		]),
		read: (table) =>
			readRows(table, (cells) => ({
				...readFigure(cells),
				key: cells.count('key'),
				regionName: cells.text('name'),
				publisher: cells.text('publisher'),
				sourceTitle: cells.text('title'),
				sourceDate: cells.text('date')
			}))
	};
}
