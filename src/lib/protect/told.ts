import { LISTS, type ListKind, type Reporting } from '$lib/model';
import { leadOf, type Window } from './window';
import { rangeBits } from './count/bits';
import type { Statement } from './sql';

/** How far a list of a regency reaches: its last month, or null where it never came. */
export interface Reach {
	/** Regency as a number: 32.01 is 3201. */
	regency: number;
	list: ListKind;
	through: number | null;
}

/**
 * Table `told` (region and, for each list, the months that it tells of, as bits): a figure that
 * needs a list is counted only in months that the list reaches, so that a district which reports
 * late is never shown as one that has nobody.
 */
export function toldStatements(reaches: readonly Reach[], window: Window): Statement[] {
	const rows = reaches
		.filter(({ through }) => through !== null)
		.map(({ regency, list, through }) => `(${regency}, ${LISTS.indexOf(list)}, ${through ?? 0})`);
	const bits = rangeBits(String(leadOf(window)), 'through', window);
	const columns = LISTS.map(
		(list, code) =>
			`bit_or(CASE WHEN list = ${code} THEN ${bits} ELSE 0::BIGINT END) AS told_${list}`
	);
	// A place of its own that no list reaches, so that the table has its types even when it is empty.
	return [
		{
			name: 'told',
			sql: `CREATE OR REPLACE TEMP TABLE told AS
				SELECT region::USMALLINT AS region, ${columns.join(', ')}
				FROM (VALUES ${[...rows, '(0, 0, 0)'].join(', ')}) AS reach(region, list, through)
				GROUP BY region`
		}
	];
}

/** What is known of a list, of a regency, in each month of the window. */
export function stateOf(reach: Reach, month: number): Reporting {
	if (reach.through === null) return 'not_received';
	return month <= reach.through ? 'received' : 'late';
}

/** The state of a larger place: received when every regency is, not received when none is, else late. */
export function stateOfMany(states: readonly Reporting[]): Reporting {
	if (states.every((state) => state === 'received')) return 'received';
	return states.every((state) => state === 'not_received') ? 'not_received' : 'late';
}
