import type { Period } from '$lib/model/period';
import type { RegionLevel } from '$lib/model/region';
import { readRows } from './cells';
import { chosenFigures, implausible } from './figures';
import type { Question } from './question';

export interface PeriodRow {
	period: Period;
	/** Regions with a value, and how many of those are not flagged as implausible. */
	regions: number;
	plausible: number;
}

/** Which periods an indicator has at a level, and for how many regions: earliest first. */
export function periods(indicator: string, level: RegionLevel): Question<PeriodRow> {
	const where = `indicator::VARCHAR = ?::VARCHAR
		AND state::VARCHAR NOT IN ('target', 'projection', 'not_comparable')
		AND region_code IN (SELECT code FROM published.region WHERE level::VARCHAR = ?::VARCHAR)`;
	return {
		name: 'periods',
		sql: `WITH ${chosenFigures(where)}
SELECT period_start::VARCHAR AS period_start, period_end::VARCHAR AS period_end,
	count(value)::INTEGER AS regions,
	(count(value) FILTER (NOT ${implausible('flag')}))::INTEGER AS plausible
FROM chosen
GROUP BY ALL
ORDER BY period_start, period_end`,
		params: [indicator, level],
		read: (table) =>
			readRows(table, (cells) => ({
				period: { start: cells.text('period_start'), end: cells.text('period_end') },
				regions: cells.count('regions'),
				plausible: cells.count('plausible')
			}))
	};
}
