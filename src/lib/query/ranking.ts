import type { Figure } from '$lib/model/figure';
import type { Period } from '$lib/model/period';
import { readRows } from './cells';
import { chosenFigures, figureColumns, implausible, readFigure } from './figures';
import type { Question } from './question';
import { REGION_CELL, readRegionCell, type RegionCell } from './region-cell';
import { askedRegions, type RegionsAsked } from './regions-asked';

export interface RankingRow extends Figure, RegionCell {
	/** 1 for the first; ties share one. Null for missing and for implausible values. */
	rank: number | null;
}

/**
 * Regions ranked by an indicator in a period; largest first unless `order` says otherwise.
 * Implausible values come after the ranked ones and without a rank, then regions without a figure:
 * they are rows too, with the state that the source gives, or `missing` and no source.
 */
export function ranking(
	asked: RegionsAsked & { indicator: string; period: Period; order?: 'desc' | 'asc' }
): Question<RankingRow> {
	const regions = askedRegions(asked);
	const direction = asked.order === 'asc' ? 'ASC' : 'DESC';
	const where = `indicator::VARCHAR = ?::VARCHAR AND period_start = ?::DATE AND period_end = ?::DATE
		AND state::VARCHAR NOT IN ('target', 'projection', 'not_comparable')`;
	return {
		name: 'ranking',
		sql: `WITH ${regions.sql},
${chosenFigures(where)},
filled AS (
	SELECT
		i.id::VARCHAR AS indicator, a.code AS region_code,
		?::DATE AS period_start, ?::DATE AS period_end, c.value,
		i.unit::VARCHAR AS unit, coalesce(c.state, 'missing') AS state,
		coalesce(c.source_id, '') AS source_id, coalesce(c.certainty, 'high') AS certainty, c.flag,
		c.value IS NOT NULL AND NOT ${implausible('c.flag')} AS ranked, ${REGION_CELL}
	FROM asked a
	CROSS JOIN (SELECT id, unit FROM published.indicator WHERE id::VARCHAR = ?::VARCHAR) i
	LEFT JOIN chosen c ON c.region_code = a.code
)
SELECT ${figureColumns('f')}, f.name, f.abbreviation, f.province_code, f.x, f.y,
	CASE WHEN f.ranked
		THEN rank() OVER (PARTITION BY f.ranked ORDER BY f.value ${direction}) END::INTEGER AS rank
FROM filled f
ORDER BY NOT f.ranked, f.value IS NULL, f.value ${direction}, f.region_code`,
		params: [
			...regions.params,
			asked.indicator,
			asked.period.start,
			asked.period.end,
			asked.period.start,
			asked.period.end,
			asked.indicator
		],
		read: (table) =>
			readRows(table, (cells) => ({
				...readFigure(cells),
				...readRegionCell(cells),
				rank: cells.number('rank')
			}))
	};
}
