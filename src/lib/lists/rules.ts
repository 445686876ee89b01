import type { ListKind } from '$lib/model/lists';
import type { ListRole } from './roles';

/** Why a row of a raw list is refused. Closed: each has its message and its repair hint. */
export const LIST_RULES = [
	'row_malformed',
	'nik_missing',
	'nik_excel',
	'nik_letters',
	'nik_length',
	'nik_region',
	'nik_date',
	'nik_serial',
	'programme_unknown',
	'activity_unknown',
	'region_missing',
	'region_unknown',
	'region_ambiguous',
	'cooperative_missing',
	'decile_range',
	'date_missing',
	'date_invalid',
	'date_future',
	'last_before_first',
	'left_before_joined',
	'amount_invalid'
] as const;
export type ListRule = (typeof LIST_RULES)[number];

/** A rule and the column in which it was broken. */
export interface Fault {
	rule: ListRule;
	role: ListRole | null;
}

const NIK: readonly Fault[] = [
	{ rule: 'row_malformed', role: null },
	{ rule: 'nik_missing', role: 'nik' },
	{ rule: 'nik_excel', role: 'nik' },
	{ rule: 'nik_letters', role: 'nik' },
	{ rule: 'nik_length', role: 'nik' },
	{ rule: 'nik_region', role: 'nik' },
	{ rule: 'nik_date', role: 'nik' },
	{ rule: 'nik_serial', role: 'nik' }
];

/** Whatever can be wrong with a row of each list, first things first. */
export const FAULTS_OF: Readonly<Record<ListKind, readonly Fault[]>> = {
	beneficiaries: [
		...NIK,
		{ rule: 'programme_unknown', role: 'programme' },
		{ rule: 'region_missing', role: 'region_code' },
		{ rule: 'region_unknown', role: 'region_code' },
		{ rule: 'region_ambiguous', role: 'region_code' },
		{ rule: 'decile_range', role: 'decile' },
		{ rule: 'date_invalid', role: 'first' },
		{ rule: 'date_invalid', role: 'last' },
		{ rule: 'date_future', role: 'first' },
		{ rule: 'date_future', role: 'last' },
		{ rule: 'last_before_first', role: 'last' }
	],
	members: [
		...NIK,
		{ rule: 'programme_unknown', role: 'programme' },
		{ rule: 'cooperative_missing', role: 'cooperative_code' },
		{ rule: 'date_invalid', role: 'joined' },
		{ rule: 'date_invalid', role: 'left' },
		{ rule: 'date_invalid', role: 'last_transaction' },
		{ rule: 'date_future', role: 'joined' },
		{ rule: 'date_future', role: 'left' },
		{ rule: 'date_future', role: 'last_transaction' },
		{ rule: 'left_before_joined', role: 'left' }
	],
	activities: [
		...NIK,
		{ rule: 'activity_unknown', role: 'kind' },
		{ rule: 'date_missing', role: 'date' },
		{ rule: 'date_invalid', role: 'date' },
		{ rule: 'date_future', role: 'date' },
		{ rule: 'amount_invalid', role: 'amount' }
	]
};

/**
 * The number by which SQL knows a fault of a list: its place in {@link FAULTS_OF}, from 1.
 * @throws where the list has no such fault: the program itself is wrong
 */
export function faultNumber(list: ListKind, rule: ListRule, role?: ListRole): number {
	const at = FAULTS_OF[list].findIndex(
		(fault) => fault.rule === rule && (role === undefined || fault.role === role)
	);
	if (at < 0) throw new Error(`${list} has no fault ${rule} ${role ?? ''}`);
	return at + 1;
}
