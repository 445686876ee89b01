import type { ListKind } from '$lib/model';
import type { ListRole, ListRule } from '$lib/lists';

/** What is noted of rows that were not refused, and how many they are. */
export const LIST_NOTES = [
	'region_former',
	'region_restored',
	'region_unread',
	'sex_unread',
	'birth_unread',
	'family_unusable'
] as const;
export type ListNote = (typeof LIST_NOTES)[number];

/** One file, or one sheet where a workbook has several lists. rows = linked + merged + refused. */
export interface LoadedFile {
	list: ListKind;
	/** Name without folders. */
	file: string;
	/** Rows that are not blank. */
	rows: number;
	/** Rows that stand in a clean table, alone or for others. */
	linked: number;
	/** Rows that say what another row has said, or go on where it ended. */
	merged: number;
	refused: number;
	notes: Partial<Record<ListNote, number>>;
	/** Header of the column that was read for each role. */
	columns: Partial<Record<ListRole, string>>;
	/** Headers of identifying columns, which were not read. */
	unread: string[];
	/** Headers of other columns that were not read. */
	other: string[];
}

export interface Loaded {
	/** The number of a file in the table `refused` is its place here. */
	files: LoadedFile[];
	refusedByRule: { list: ListKind; rule: ListRule; rows: number }[];
}
