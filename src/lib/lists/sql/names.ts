import { LISTS, type ListKind } from '$lib/model/lists';

/** Tables in which rows stand between reading and merging. None holds a value of a raw cell. */
export const STAGE = 'list_stage';
/** Where a row may be: by the hash of what its region cells say. One file's. */
export const PLACE = 'list_place';
/** What the programme or activity of a row is: by the hash of its cell. One file's. */
export const WORD = 'list_word';
/** Cooperatives by the hash of their cells. All files'. */
export const COOPERATIVE_KEY = 'list_cooperative';
/** The publishable codes of cooperatives, in their order. All files'. */
export const COOPERATIVE_CODE = 'list_cooperative_code';
/** The number of the cooperative that an activity means, by its kind and code. */
export const EVENT_COOPERATIVE = 'list_event_cooperative';
/** Refused rows of one file, by their place among the rows that were read. */
export const FAULTY = 'list_faulty';
/** People with more than one row, so that only they are looked at closely. */
export const SEVERAL = 'list_several';

/** Clean tables, by list. */
export const CLEAN: Readonly<Record<ListKind, string>> = {
	beneficiaries: 'receipt',
	members: 'membership',
	activities: 'activity'
};

/** Valid rows of all files of a list, before they are merged. */
export function validTable(list: ListKind): string {
	return `list_valid_${CLEAN[list]}`;
}

/** Every table that is gone when the lists are read. */
export const WORK_TABLES: readonly string[] = [
	STAGE,
	PLACE,
	WORD,
	COOPERATIVE_KEY,
	COOPERATIVE_CODE,
	EVENT_COOPERATIVE,
	FAULTY,
	SEVERAL,
	...LISTS.map(validTable)
];
