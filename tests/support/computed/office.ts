import type { Question } from '$lib/query/question';
import { counts } from '$lib/query/computed/counts';
import { reporting } from '$lib/query/computed/reporting';

/** Id of a small extract that an office might have made. */
export const OFFICE = 'office';

/**
 * Its tables, made in memory. Two regencies of one province: the members of 32.02 come late in March,
 * those of 32.03 never came.
 */
export const OFFICE_TABLES: readonly string[] = [
	`CREATE SCHEMA ${OFFICE}`,
	`CREATE TABLE ${OFFICE}.k1 AS SELECT * FROM (VALUES
		('32', DATE '2025-03-01', 'pkh', 1235), ('32', DATE '2025-03-01', 'kmp', 120),
		('32.01', DATE '2025-03-01', 'pkh', 800), ('32.01', DATE '2025-03-01', 'kmp', 120),
		('32.01', DATE '2025-02-01', 'kmp_pkh', 15),
		('32.02', DATE '2025-03-01', 'pkh', 435), ('32.02', DATE '2025-02-01', 'kmp', 60)
	) AS cell(region, month, measure, pub)`,
	`CREATE TABLE ${OFFICE}.reporting AS SELECT region, month, list, state FROM (VALUES
		('32', 'members', 'late'), ('32', 'beneficiaries', 'received'),
		('32.01', 'members', 'received'), ('32.01', 'beneficiaries', 'received'),
		('32.02', 'members', 'late'), ('32.02', 'beneficiaries', 'received'),
		('32.03', 'members', 'not_received')
	) AS told(region, list, state), (VALUES (DATE '2025-03-01')) AS months(month)
	UNION ALL VALUES ('32.02', DATE '2025-02-01', 'members', 'received')`
];

/** Every question about an extract made from lists, with values to ask it by. */
export const COMPUTED_QUESTIONS: Readonly<Record<string, Question<unknown>>> = {
	counts: counts(OFFICE, '2025-03-01', [
		{ measure: 'pkh', lists: ['beneficiaries'] },
		{ measure: 'kmp', lists: ['members'] },
		{ measure: 'kmp_pkh', lists: ['members', 'beneficiaries'] }
	]),
	reporting: reporting(OFFICE)
};
