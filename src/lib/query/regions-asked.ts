import type { SqlValue } from '$lib/engine/engine';
import type { RegionCode, RegionLevel } from '$lib/model/region';

/** Which regions a question is about. */
export interface RegionsAsked {
	level: RegionLevel;
	/** Only those of this province. */
	province?: RegionCode | null;
	/** Only members of this priority list. */
	list?: string | null;
}

/**
 * A common table `asked` of the regions, with name and tile.
 * @returns the SQL and the values of its five `?`
 */
export function askedRegions(asked: RegionsAsked): { sql: string; params: SqlValue[] } {
	const { level, province = null, list = null } = asked;
	return {
		sql: `asked AS (
	SELECT r.code::VARCHAR AS code, r.name, r.abbreviation,
		r.province_code::VARCHAR AS province_code, t.x, t.y
	FROM published.region r
	LEFT JOIN published.tile t ON t.region_code = r.code
	WHERE r.level::VARCHAR = ?::VARCHAR
		AND (?::VARCHAR IS NULL OR r.province_code::VARCHAR = ?::VARCHAR)
		AND (?::VARCHAR IS NULL OR r.code IN (
			SELECT region_code FROM published.priority_list_member
			WHERE list_id::VARCHAR = ?::VARCHAR))
)`,
		params: [level, province, province, list, list]
	};
}
