import type { Question } from '$lib/query/question';
import { cooperatives } from '$lib/query/computed/cooperatives';
import { counts } from '$lib/query/computed/counts';
import { moves } from '$lib/query/computed/moves';
import { reporting } from '$lib/query/computed/reporting';
import { stages } from '$lib/query/computed/stages';
import { unreported } from '$lib/query/unreported';

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
	UNION ALL VALUES ('32.02', DATE '2025-02-01', 'members', 'received')`,
	`CREATE TABLE ${OFFICE}.k5 AS SELECT * FROM (VALUES
		('32', 2025, 'moved_group_micro', '*', 60), ('32', 2025, 'moved_group_micro', '6-11', 45)
	) AS cell(region, year, measure, waiting, pub)`,
	`CREATE TABLE ${OFFICE}.cooperative AS SELECT * FROM (VALUES
		('K-1', 'koperasi_kampung', NULL), ('K-2', 'koperasi_kampung', '32.02')
	) AS one(code, programme, region)`,
	`CREATE TABLE ${OFFICE}.k6 AS SELECT * FROM (VALUES
		('K-1', DATE '2025-03-01', 'members', 120), ('K-1', DATE '2025-03-01', 'active', 55)
	) AS cell(cooperative, month, measure, pub)`,
	`CREATE TABLE ${OFFICE}.stage AS SELECT * FROM (VALUES
		('32.01', 'mapping', DATE '2024-05-02'), ('32.01', 'coordination', DATE '2024-11-20')
	) AS one(region, stage, reached_on)`
];

/** Every question about an extract made from lists, with values to ask it by. */
export const COMPUTED_QUESTIONS: Readonly<Record<string, Question<unknown>>> = {
	counts: counts(OFFICE, '2025-03-01', [
		{ measure: 'pkh', lists: ['beneficiaries'] },
		{ measure: 'kmp', lists: ['members'] },
		{ measure: 'kmp_pkh', lists: ['members', 'beneficiaries'] }
	]),
	reporting: reporting(OFFICE),
	unreported: unreported(OFFICE),
	stages_of_extract: stages(OFFICE),
	cooperatives: cooperatives(OFFICE, {
		programme: 'koperasi_kampung',
		from: '2025-03-01',
		until: '2025-03-01',
		place: '32'
	}),
	moves: moves(OFFICE, {
		places: ['32', '32.01'],
		from: 2025,
		until: 2025,
		measures: ['moved_group_micro']
	})
};
