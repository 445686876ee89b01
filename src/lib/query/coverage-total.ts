import type { Period } from '$lib/model/period';
import { NATION, type RegionCode } from '$lib/model/region';
import { readRows } from './cells';
import { coverageParts, type CoverageAsked } from './coverage-parts';
import type { Question } from './question';

export interface CoverageTotal {
	/** The province asked for, or the nation. */
	region: RegionCode;
	period: Period;
	/** Families and people of the regencies that are included. */
	families: number | null;
	people: number | null;
	/** Families for each hundred poor people: the ratio of the two sums. */
	value: number | null;
	included: number;
	/** Regencies left out because a part is missing or implausible. */
	excluded: number;
}

/**
 * The ratio of all regencies asked for together, by year: a ratio of sums, since a mean of ratios
 * would count a small city as much as a large regency.
 */
export function coverageTotal(asked: CoverageAsked): Question<CoverageTotal> {
	const parts = coverageParts(asked);
	const region = asked.province ?? NATION;
	return {
		name: 'coverage_total',
		sql: `WITH ${parts.sql}
SELECT
	period_start::VARCHAR AS period_start, period_end::VARCHAR AS period_end,
	sum(families) FILTER (plausible) AS families, sum(people) FILTER (plausible) AS people,
	100 * sum(families) FILTER (plausible) / sum(people) FILTER (plausible) AS value,
	count(*) FILTER (plausible)::INTEGER AS included,
	count(*) FILTER (NOT plausible)::INTEGER AS excluded
FROM parts
GROUP BY ALL
ORDER BY period_start, period_end`,
		params: parts.params,
		read: (table) =>
			readRows(table, (cells) => ({
				region,
				period: { start: cells.text('period_start'), end: cells.text('period_end') },
				families: cells.number('families'),
				people: cells.number('people'),
				value: cells.number('value'),
				included: cells.count('included'),
				excluded: cells.count('excluded')
			}))
	};
}
