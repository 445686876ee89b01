import { ASSISTANCE } from '$lib/model';
import type { Statement } from '../sql';
import type { Window } from '../window';
import { baseStatements } from './base';
import { rangeBits } from './bits';
import { profileStatements } from './profile';
import { FAMILY_MEASURES } from './sets';

const RANK = 'coalesce(last, 32767)::BIGINT * 32768 + coalesce(first, 0)';

/** One row per family card number, with the months of each programme as bits, like a person's. */
function family(window: Window): string {
	const months = rangeBits(
		`coalesce(first, ${window.from - 1})`,
		`coalesce(last, ${window.until})`,
		window
	);
	const latest = (value: string, known: string) =>
		`max(CASE WHEN ${known} THEN (${RANK}) * 65536 + ${value}::BIGINT END) % 65536`;
	const programmes = ASSISTANCE.map(
		(programme, code) =>
			`bit_or(CASE WHEN programme = ${code} THEN ${months} ELSE 0 END) AS ${programme}`
	);
	return `CREATE OR REPLACE TEMP TABLE family AS
		SELECT fid AS pid, min(frkey) AS rkey, (${latest('region', 'true')})::USMALLINT AS region,
			coalesce(${latest('decile', 'decile > 0')}, 0)::UTINYINT AS decile,
			0::UTINYINT AS sex, NULL::SMALLINT AS birth, false AS shared,
			${programmes.join(', ')}
		FROM receipt WHERE fid IS NOT NULL GROUP BY fid`;
}

/**
 * Counts families where the lists have family card numbers. A family has no sex and no age, so it
 * stands in no cell of those. All families are counted at once, whatever the parts of the people.
 */
export function familyStatements(window: Window): Statement[] {
	const into = { months: 'family_month_profile', years: 'family_year_profile' };
	return [
		{ name: 'families', sql: family(window) },
		...profileStatements({ from: 'family', into, measures: FAMILY_MEASURES, window }),
		...baseStatements(into, FAMILY_MEASURES),
		...['family', into.months, into.years].map((table) => ({
			name: 'families',
			sql: `DROP TABLE ${table}`
		}))
	];
}
