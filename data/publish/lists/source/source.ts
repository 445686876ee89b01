import type { ListRole } from '$lib/lists';
import type { RowNumbers } from '../text/row-numbers';

/** Where the columns for roles stand in a table, from 0. */
export type RoleColumns = ReadonlyMap<ListRole, number>;

/**
 * The rows of one list, read as often as asked, always in the same order. A relation has a VARCHAR
 * column for each role, named as the role, and `malformed`.
 */
export interface ListSource {
	/** Rows that are not blank. */
	rows: number;
	/** Bytes of its file. */
	bytes: number;
	/** Runs for all rows at once, or for part after part. */
	each: (run: (relation: string, share: number) => Promise<void>) => Promise<void>;
	numbers: () => RowNumbers;
}
