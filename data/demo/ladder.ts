import { type Band, banded, draw, whole } from './draw';
import type { Period } from './period';
import { TAKES, WAITS } from './shape';

/**
 * SQL of four more steps of a chain of common table expressions, from `begun` to `graduated`: the
 * month in which each step of the ladder was reached, where it falls into the period. Nobody who
 * graduated takes a step afterwards.
 */
export function ladderSql(period: Period): string {
	const reached = (condition: string, month: string) =>
		`CASE WHEN ${condition} AND ${month} BETWEEN ${period.first} AND ${period.last} THEN ${month} END`;
	const any = whole('k', 'public step', period.first, period.last);
	const takes = (name: keyof typeof TAKES) => `${draw('k', `takes ${name}`)} < ${TAKES[name]}`;
	const after = (month: string, name: string, waits: readonly Band[]) =>
		`${month} + ${banded('k', `${name} wait`, waits)}`;
	return `groups AS (
	SELECT *, ${reached(
		`able AND ${takes('group')} * CASE WHEN business THEN 1.9 ELSE 0.75 END`,
		after('first_month', 'group', WAITS.group)
	)} AS group_month
	FROM begun
), micro AS (
	SELECT *, coalesce(
		${reached(`group_month IS NOT NULL AND ${takes('micro')}`, after('group_month', 'micro', WAITS.micro))},
		${reached(`able AND group_month IS NULL AND ${takes('microDirect')}`, after('first_month', 'micro', WAITS.group))},
		${reached(`outside AND ${takes('publicMicro')}`, any)}) AS micro_month
	FROM groups
), credit AS (
	SELECT *, coalesce(
		${reached(`micro_month IS NOT NULL AND ${takes('kur')}`, after('micro_month', 'kur', WAITS.kur))},
		${reached(
			`able AND coalesce(group_month, micro_month) IS NULL AND ${takes('kurDirect')}`,
			after('first_month', 'kur', WAITS.group)
		)},
		${reached(`outside AND micro_month IS NULL AND ${takes('publicKur')}`, any)}) AS kur_month
	FROM micro
), graduated AS (
	SELECT *, coalesce(
		${reached(`able AND kur_month IS NOT NULL AND ${takes('graduation')}`, after('kur_month', 'graduation', WAITS.graduation))},
		${reached(
			`able AND coalesce(group_month, micro_month, kur_month) IS NULL AND ${takes('graduationDirect')}`,
			after('first_month', 'graduation', WAITS.group)
		)}) AS graduation_month
	FROM credit
)`;
}
