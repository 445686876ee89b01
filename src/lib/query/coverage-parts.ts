import type { SqlValue } from '$lib/engine/engine';
import { chosenFigures, implausible } from './figures';
import { askedRegions } from './regions-asked';

export interface CoverageAsked {
	province?: string | null;
	list?: string | null;
	/** One calendar year, or all that have families counted. */
	year?: number | null;
}

/** A zero that is no figure, and a zero to divide by, give no ratio. */
const USABLE = (part: string) =>
	`${part}.value IS NOT NULL AND coalesce(${part}.flag <> 'placeholder_zero', true)`;

/**
 * A common table `parts`: PKH families and poor people of each regency asked for and each year in
 * which families were counted anywhere, with their ratio for each hundred poor people.
 * The ratio is NULL where a part is missing, is a zero that stands for no figure, or where there are
 * no poor people to divide by; it is `plausible` where neither part is flagged as implausible.
 */
export function coverageParts(asked: CoverageAsked): { sql: string; params: SqlValue[] } {
	const { province = null, list = null, year = null } = asked;
	const regions = askedRegions({ level: 'regency', province, list });
	const where = `indicator::VARCHAR IN ('pkh_families', 'poor_people')
		AND state::VARCHAR NOT IN ('target', 'projection', 'not_comparable')
		AND (?::INTEGER IS NULL OR year(period_start) = ?::INTEGER)`;
	return {
		sql: `${regions.sql},
${chosenFigures(where)},
years AS (
	SELECT DISTINCT period_start, period_end FROM chosen WHERE indicator = 'pkh_families'
),
joined AS (
	SELECT a.*, y.period_start, y.period_end,
		f.value AS families, coalesce(f.state, 'missing') AS families_state, f.flag AS families_flag,
		coalesce(f.source_id, '') AS families_source, coalesce(f.certainty, 'high') AS families_certainty,
		p.value AS people, coalesce(p.state, 'missing') AS people_state, p.flag AS people_flag,
		coalesce(p.source_id, '') AS people_source, coalesce(p.certainty, 'high') AS people_certainty,
		CASE WHEN ${USABLE('f')} AND ${USABLE('p')} AND p.value > 0
			THEN 100 * f.value / p.value END AS value
	FROM asked a CROSS JOIN years y
	LEFT JOIN chosen f ON f.indicator = 'pkh_families' AND f.region_code = a.code
		AND f.period_start = y.period_start AND f.period_end = y.period_end
	LEFT JOIN chosen p ON p.indicator = 'poor_people' AND p.region_code = a.code
		AND p.period_start = y.period_start AND p.period_end = y.period_end
),
parts AS (
	SELECT *, value IS NOT NULL AND NOT ${implausible('families_flag')}
		AND NOT ${implausible('people_flag')} AS plausible
	FROM joined
)`,
		params: [...regions.params, year, year]
	};
}
