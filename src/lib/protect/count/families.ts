import type { Statement } from '../sql';
import type { Window } from '../window';
import { baseStatements } from './base';
import { profileStatements } from './profile';
import { FAMILY_MEASURES } from './sets';
import { assistanceColumns, latest, RECEIPT_RANK } from './spells';

/** One row per family card number, with the months of each programme as bits, like a person's. */
function family(window: Window): string {
	return `CREATE OR REPLACE TEMP TABLE family AS
		SELECT fid AS pid, min(frkey) AS rkey, ${latest(RECEIPT_RANK, 'region', 'true')}::USMALLINT AS region,
			coalesce(${latest(RECEIPT_RANK, 'decile', 'decile > 0')}, 0)::UTINYINT AS decile,
			0::UTINYINT AS sex, NULL::SMALLINT AS birth, false AS shared,
			${assistanceColumns(window).join(', ')}
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
