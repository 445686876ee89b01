import type { Statement } from '../sql';
import type { Window } from '../window';
import { amountStatements } from './amounts';
import { baseStatements, emptyBases } from './base';
import { cooperativeStatements, cooperativeTable } from './cooperatives';
import { familyStatements } from './families';
import { moveStatements, moveTable } from './moves';
import { peopleStatements, SHARED_FAMILIES } from './people';
import { familyProfiles, profileStatements } from './profile';
import { PEOPLE_MEASURES } from './sets';

const PROFILES = { months: 'month_profile', years: 'year_profile' };

/** The families that have several people on the lists, by month and by year: in which sets they are. */
export const SHARED_ROWS = { months: 'shared_month', years: 'shared_year' };

/**
 * Everything that is counted before cells are made: `month_base`, `year_base`, `move_base`,
 * `cooperative_person` and the rows of shared families. Needs the clean lists and table `told`.
 * @param parts in how many parts the people are counted; the result is the same
 */
export function countStatements(
	window: Window,
	{ parts, families }: { parts: number; families: boolean }
): Statement[] {
	const one = (number: number): Statement[] => {
		const part = { number, of: parts };
		return [
			...peopleStatements(window, part),
			...profileStatements({ from: 'person', into: PROFILES, measures: PEOPLE_MEASURES, window }),
			...baseStatements(PROFILES, PEOPLE_MEASURES),
			...amountStatements(window, part),
			...moveStatements(window),
			...cooperativeStatements(window, part),
			{
				name: 'families',
				sql: 'CREATE OR REPLACE TEMP VIEW shared_person AS FROM person WHERE shared'
			},
			...profileStatements({
				from: 'shared_person',
				into: SHARED_ROWS,
				measures: PEOPLE_MEASURES,
				window,
				byFamily: true
			}),
			...[PROFILES.months, PROFILES.years].map((table) => ({
				name: 'people',
				sql: `DROP TABLE ${table}`
			}))
		];
	};
	return [
		SHARED_FAMILIES,
		...emptyBases(),
		moveTable(),
		cooperativeTable(),
		...familyProfiles(SHARED_ROWS, window),
		...Array.from({ length: parts }, (_, number) => one(number)).flat(),
		...(families ? familyStatements(window) : [])
	];
}
