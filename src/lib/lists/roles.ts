import type { ListKind } from '$lib/model/lists';

/** What a column of a raw list may be for. */
export const LIST_ROLES = [
	'nik',
	'kk',
	'programme',
	'region_code',
	'region_name',
	'province',
	'decile',
	'sex',
	'birth',
	'first',
	'last',
	'month',
	'business',
	'cooperative_code',
	'cooperative_name',
	'joined',
	'left',
	'last_transaction',
	'kind',
	'date',
	'amount'
] as const;
export type ListRole = (typeof LIST_ROLES)[number];

const PERSON: readonly ListRole[] = [
	'nik',
	'region_code',
	'region_name',
	'province',
	'sex',
	'birth'
];

/** The columns that each list is read for. All others stay unread. */
export const ROLES_OF: Readonly<Record<ListKind, readonly ListRole[]>> = {
	beneficiaries: [...PERSON, 'kk', 'programme', 'decile', 'first', 'last', 'month', 'business'],
	members: [
		...PERSON,
		'programme',
		'cooperative_code',
		'cooperative_name',
		'joined',
		'left',
		'last_transaction'
	],
	activities: [...PERSON, 'kind', 'date', 'amount', 'cooperative_code', 'cooperative_name']
};

/** What a list cannot be read without: one column of each group. */
export const NEEDED: Readonly<Record<ListKind, readonly (readonly ListRole[])[]>> = {
	beneficiaries: [['nik'], ['programme'], ['region_code', 'region_name']],
	members: [['nik'], ['programme'], ['cooperative_code', 'cooperative_name']],
	activities: [['nik'], ['kind'], ['date']]
};

/** What a mapping file may state once for a whole list, in place of a column. */
export const CONSTANTS_OF: Readonly<Record<ListKind, readonly ListRole[]>> = {
	beneficiaries: ['programme', 'region_code'],
	members: ['programme', 'region_code', 'cooperative_code'],
	activities: ['kind', 'region_code', 'cooperative_code']
};
