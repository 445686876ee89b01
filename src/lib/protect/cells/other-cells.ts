import { cooperativeMonths } from '../count/cooperatives';
import { KEY_SPACE } from '../rounding';
import type { Statement } from '../sql';
import type { Window } from '../window';
import { FIRST_MOVE, MARGIN_NUMBER } from './codes';

/** Different families of rows that are one person each. */
const FAMILIES = 'count(DISTINCT coalesce(fid, pid))';
/** The same where it is known who shares a family with others on the lists: all others are one each. */
const FAMILIES_OF_SHARED = 'count(*) FILTER (NOT shared) + count(DISTINCT fid) FILTER (shared)';

/** How many different people and families stand behind rows that are one person each. */
function counted(familiesKnown: boolean, sql: string): string {
	const families = familiesKnown ? sql : 'NULL';
	return `count(*)::BIGINT AS n, (sum(rkey) % ${KEY_SPACE})::USMALLINT AS ck,
			(sum(pid & 4095) % ${KEY_SPACE})::USMALLINT AS ck_other, (${families})::BIGINT AS families`;
}

/** K5: who moved up a step of the ladder in a year, by how long they waited. */
export function moveCells(familiesKnown: boolean): Statement {
	return {
		name: 'k5',
		sql: `CREATE OR REPLACE TABLE cells.k5 AS
			SELECT place_name.region, year, measure_name.value AS measure, waiting_name.value AS waiting,
				${counted(familiesKnown, FAMILIES)}
			FROM move_base JOIN place ON place.regency = move_base.region
				JOIN place_name ON place_name.number = place.number
				JOIN measure_name ON measure_name.number = move + ${FIRST_MOVE},
				(VALUES (true), (false)) AS margin(whole)
				JOIN waiting_name
					ON waiting_name.number = CASE WHEN whole THEN ${MARGIN_NUMBER} ELSE waiting END
			GROUP BY ALL`
	};
}

/** K6: members and active members of each cooperative. Needs type `cooperative_code`. */
export function cooperativeCells(window: Window, familiesKnown: boolean): Statement {
	return {
		name: 'k6',
		sql: `CREATE OR REPLACE TABLE cells.k6 AS
			SELECT code::cooperative_code AS cooperative,
				make_date(month // 12, month % 12 + 1, 1) AS month,
				measure::cooperative_measure AS measure,
				${counted(familiesKnown, FAMILIES_OF_SHARED)}
			FROM (${cooperativeMonths(window)})
			GROUP BY ALL`
	};
}
