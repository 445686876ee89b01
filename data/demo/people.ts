import { banded, draw, weighted, whole } from './draw';
import { ladderSql } from './ladder';
import { dayOfGroup, sixteenDigits } from './numbers';
import type { Period } from './period';
import {
	AGES,
	BEGAN_A_MONTH,
	BOTH_SHARE,
	BUSINESS,
	CAME_BACK,
	DECILE_WEIGHTS,
	ENDED_A_MONTH,
	FIRST_UNKNOWN,
	OLDEST,
	SECOND_PERSON,
	WITHOUT_FAMILY_CARD,
	WOMEN
} from './shape';

const DECILES = DECILE_WEIGHTS.map((weight, index) => [`${index + 1}`, weight] as const);

/**
 * SQL that makes the table `person` for the people numbered `from` up to, not with, `to`: who they
 * are, what they receive, and when they reached each step of the ladder (absolute month numbers).
 * Needs the table `place`. `k` and `fk` are the keys of a person's and a family's draws.
 */
export function peopleSql(from: number, to: number, period: Period, seed: bigint): string {
	const months = period.last - period.first + 1;
	const year = Math.floor(period.last / 12);
	// One more, so that the person before the first has a key as well.
	const keyOf = (index: string) => `hash(xor((${index} + 1)::UBIGINT, ${seed}::UBIGINT))`;
	const second = (index: string) => `${draw(keyOf(index), 'second')} < ${SECOND_PERSON}`;
	const began = Math.min(BEGAN_A_MONTH.most, BEGAN_A_MONTH.rate * months);
	const ended = Math.min(ENDED_A_MONTH.most, ENDED_A_MONTH.rate * months);
	const end = whole('k', 'end', period.first, period.last);
	const pauseBy = period.first + Math.floor(months / 3);
	return `CREATE OR REPLACE TEMP TABLE person AS
WITH numbered AS (
	SELECT r.i, r.i - p.start AS j, p.*, ${keyOf('r.i')} AS k,
		r.i > p.start AND ${second('r.i')} AND NOT ${second('r.i - 1')} AS beside
	FROM range(${from}, ${to}) r(i) ASOF JOIN place p ON r.i >= p.start
), families AS (
	SELECT *, CASE WHEN beside THEN ${keyOf('i - 1')} ELSE k END AS fk FROM numbered
), roles AS (
	SELECT *, ${draw('fk', 'public')} < public_share AS outside,
		${draw('fk', 'pkh')} < pkh_share AS with_pkh,
		${draw('fk', 'both')} < ${BOTH_SHARE} AS with_both
	FROM families
), programmes AS (
	SELECT * EXCLUDE (with_pkh, with_both), NOT outside AND with_pkh AS pkh,
		beside AND NOT outside AS second,
		NOT outside AND (NOT with_pkh OR (with_both AND NOT beside)) AS sembako
	FROM roles
), traits AS (
	SELECT *,
		${draw('k', 'sex')} < CASE WHEN outside THEN ${WOMEN.public} WHEN second THEN ${WOMEN.second}
			WHEN pkh THEN ${WOMEN.pkh} ELSE ${WOMEN.sembako} END AS woman,
		CASE WHEN outside THEN ${banded('k', 'age', AGES.public)}
			WHEN second THEN ${banded('k', 'age', AGES.second)}
			WHEN pkh THEN ${banded('k', 'age', AGES.pkh)}
			ELSE ${banded('k', 'age', AGES.sembako)} END AS age,
		j - second::INTEGER AS head,
		${dayOfGroup('k', 'birthday', 'j')} AS birthday,
		${dayOfGroup('fk', 'card day', '(j - (beside AND NOT outside)::INTEGER)')} AS card_day,
		${whole('fk', 'card year', 2006, 2023)} AS card_year
	FROM programmes
), begun AS (
	SELECT * EXCLUDE (card_day, card_year, birthday, beside),
		make_date(${year} - age, birthday // 28 + 1, birthday % 28 + 1) AS birth,
		${sixteenDigits({ region: 'region', number: 'j', day: 'birthday', year: `(${year} - age)`, woman: 'woman' })} AS nik,
		CASE WHEN ${draw('fk', 'card')} >= ${WITHOUT_FAMILY_CARD}
			THEN ${sixteenDigits({ region: 'region', number: 'head', day: 'card_day', year: 'card_year', woman: 'false' })}
			END AS family_card,
		CASE WHEN NOT outside THEN ${weighted('fk', 'decile', DECILES)} END AS decile,
		CASE WHEN age BETWEEN 17 AND 70 THEN ${weighted('k', 'business', [
			['true', BUSINESS.yes],
			['false', BUSINESS.no]
		])} END AS business,
		${draw('k', 'began')} < ${began} AS began_within,
		-- Both are paid from the first month of a quarter on.
		CASE WHEN began_within THEN ${whole('k', 'first', period.first, period.last)} // 3 * 3
			ELSE ${whole('k', 'first', period.first - OLDEST, period.first - 1)} // 3 * 3 END AS first_month,
		began_within OR ${draw('k', 'first known')} >= ${FIRST_UNKNOWN} AS first_known,
		NOT outside AND NOT second AND age BETWEEN 18 AND 64 AS able
	FROM traits
), ${ladderSql(period)}
SELECT * EXCLUDE (began_within, head),
	CASE WHEN graduation_month IS NOT NULL THEN graduation_month
		WHEN ${draw('k', 'ended')} < ${ended} AND ${end} > first_month + 1 THEN ${end} END AS last_month,
	CASE WHEN ${months >= 10} AND pkh AND last_month IS NULL AND first_month < ${period.first}
		AND ${draw('k', 'came back')} < ${CAME_BACK}
		THEN ${whole('k', 'pause', period.first + 1, pauseBy)} END AS pause_month
FROM graduated`;
}

/** SQL of a day within a month, early enough to be before its last. */
export function dayIn(month: string, from: string, name: string): string {
	return `make_date((${month}) // 12, (${month}) % 12 + 1, ${whole(from, name, 1, 27)})`;
}
