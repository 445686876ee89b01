import { isCertainty } from '$lib/model/certainty';
import type { Figure } from '$lib/model/figure';
import { isFlag } from '$lib/model/flag';
import { isFigureState } from '$lib/model/state';
import { readRows, type Cells } from './cells';
import { coverageParts, type CoverageAsked } from './coverage-parts';
import { implausible, known, readFigure } from './figures';
import type { Question } from './question';
import { readRegionCell, type RegionCell } from './region-cell';

export interface CoverageRow extends Figure, RegionCell {
	/** PKH families: what is divided. */
	families: Figure;
	/** Poor people: what it is divided by. */
	people: Figure;
	/** 1 for most families for each hundred poor people in that year; null where not plausible. */
	rank: number | null;
}

/**
 * PKH families for each hundred poor people, by regency and year: largest first within a year, then
 * implausible ones, then those without a ratio. A family has several members, so that a hundred is no
 * ceiling and no target. A flag of either part is carried over; the source is that of the families.
 */
export function coverage(asked: CoverageAsked): Question<CoverageRow> {
	const parts = coverageParts(asked);
	return {
		name: 'coverage',
		sql: `WITH ${parts.sql}
SELECT
	'pkh_families_per_100_poor' AS indicator, code AS region_code,
	period_start::VARCHAR AS period_start, period_end::VARCHAR AS period_end, value,
	'families_per_100_people' AS unit,
	CASE WHEN value IS NOT NULL THEN 'computed' WHEN families IS NULL THEN families_state
		WHEN people IS NULL THEN people_state ELSE 'missing' END AS state,
	families_source AS source_id,
	CASE WHEN 'low' IN (families_certainty, people_certainty) THEN 'low'
		WHEN 'medium' IN (families_certainty, people_certainty) THEN 'medium'
		ELSE 'high' END AS certainty,
	CASE WHEN ${implausible('families_flag')} THEN families_flag
		WHEN ${implausible('people_flag')} THEN people_flag
		ELSE coalesce(families_flag, people_flag) END AS flag,
	name, abbreviation, province_code, x, y,
	families, families_state, families_flag, families_source, families_certainty,
	people, people_state, people_flag, people_source, people_certainty,
	CASE WHEN plausible THEN rank() OVER (
		PARTITION BY period_start, period_end, plausible ORDER BY value DESC) END::INTEGER AS rank
FROM parts
ORDER BY period_start, period_end, NOT plausible, value IS NULL, value DESC, code`,
		params: parts.params,
		read: (table) =>
			readRows(table, (cells) => {
				const figure = readFigure(cells);
				return {
					...figure,
					...readRegionCell(cells),
					families: part(cells, figure, 'families', 'pkh_families'),
					people: part(cells, figure, 'people', 'poor_people'),
					rank: cells.number('rank')
				};
			})
	};
}

function part(cells: Cells, of: Figure, unit: 'families' | 'people', indicator: string): Figure {
	const flag = cells.text(`${unit}_flag`);
	return {
		indicator,
		region: of.region,
		period: of.period,
		value: cells.number(unit),
		unit,
		state: known(cells.text(`${unit}_state`), isFigureState),
		sourceId: cells.text(`${unit}_source`),
		certainty: known(cells.text(`${unit}_certainty`), isCertainty),
		flag: flag === '' ? null : known(flag, isFlag)
	};
}
