import type { ListKind } from '$lib/model/lists';
import { lastDayOf } from '$lib/model/month';
import { type ListRole, ROLES_OF } from '../roles';
import { faultNumber } from '../rules';
import { dateInvalidSql, dateSql, monthNumberSql } from './dates';
import { digitsSql } from './digits';
import { personSql, recordKeySql } from './hmac';
import { literal } from '$lib/engine/quote';
import { type Issuer, NIK_BIRTH, NIK_SEX, nikFaults, nikLayers } from './nik';
import { emptySql, formSql } from './text';
import { BAD_DECILE, amountSql, amountTextSql, decileSql, sexSql, yesSql } from './values';

/** What a projection has to know of its file and of the run. */
export interface StageQuestion {
	list: ListKind;
	/** Relation with one VARCHAR column for each present role, named as the role, and `malformed`. */
	from: string;
	/** Roles that have a column. */
	present: readonly ListRole[];
	/** Texts that hold for every row. */
	constants: Readonly<Partial<Record<ListRole, string>>>;
	/** Codes of regencies in NIKs, today's and former ones. */
	issuers: readonly Issuer[];
	/** Last month of the lists, as a month number; what is later is refused as future. */
	until: number;
}

/** The relation with each role's text as `<role>_text`, empty where nothing states it. */
export function textsSql({ list, from, present, constants }: StageQuestion): string {
	const texts = ROLES_OF[list].map((role) => {
		const constant = constants[role];
		if (constant !== undefined) return `${literal(constant)} AS ${role}_text`;
		return `${present.includes(role) ? `coalesce("${role}", '')` : "''"} AS ${role}_text`;
	});
	return `SELECT malformed, ${texts.join(', ')} FROM ${from}`;
}

/** Texts that say where a row is, what it is of, and which cooperative it means. */
export function keyTexts(list: ListKind): {
	place: string[];
	word: string[];
	cooperative: string[];
} {
	return {
		place: ['region_code_text', 'region_name_text', 'province_text'],
		word: [list === 'activities' ? 'kind_text' : 'programme_text'],
		cooperative: list === 'beneficiaries' ? [] : ['cooperative_code_text', 'cooperative_name_text']
	};
}

/**
 * The hash by which texts of a row are looked up later, so that they stand in no table. Of one
 * session only: DuckDB may hash otherwise in another version.
 */
export function keySql(texts: readonly string[]): string {
	return `hash(${texts.join(', ')})`;
}

function layered(from: string, layers: readonly (readonly string[])[]): string {
	return layers.reduce((inner, columns) => `SELECT *, ${columns.join(', ')} FROM (${inner})`, from);
}

function untilDate(until: number): string {
	return `DATE '${lastDayOf(until)}'`;
}

/** Branches that refuse a date which is none, or lies after the lists end. */
function dateFaults(list: ListKind, roles: readonly ListRole[], until: number): string {
	const branches = (rule: 'date_invalid' | 'date_future', test: (role: string) => string) =>
		roles.map((role) => `WHEN ${test(role)} THEN ${faultNumber(list, rule, role)}`);
	return [
		...branches('date_invalid', (role) => dateInvalidSql(`${role}_date`, `${role}_text`)),
		...branches('date_future', (role) => `${role}_date > ${untilDate(until)}`)
	].join('\n');
}

function person(question: StageQuestion): { first: string[]; birth: string[]; out: string[] } {
	const lastYear = Math.floor(question.until / 12);
	const known = `birth_date BETWEEN DATE '1900-01-01' AND ${untilDate(question.until)}`;
	return {
		first: [`${digitsSql('nik_text')} AS nik`],
		birth: [
			`${dateSql('birth_text', lastYear, 'first')} AS birth_date`,
			`${sexSql('sex_text')} AS stated_sex`
		],
		out: [
			`coalesce(stated_sex, ${NIK_SEX})::UTINYINT AS sex`,
			`CASE WHEN ${known} THEN ${monthNumberSql('birth_date')} ELSE ${NIK_BIRTH} END AS birth`,
			'issuer',
			'fault::UTINYINT AS fault',
			// 1: sixteen digits; 2: of which the last is 0.
			'(CASE WHEN nik_number IS NULL THEN 0 WHEN nik_number % 10 = 0 THEN 2 ELSE 1 END)::UTINYINT AS nik_state',
			`(CASE WHEN stated_sex IS NULL THEN NOT ${emptySql('sex_text')} ELSE false END) AS sex_unread`,
			`(CASE WHEN ${known} THEN false ELSE NOT ${emptySql('birth_text')} END) AS birth_unread`
		]
	};
}

const IF_VALID = (sql: string, name: string) =>
	`CASE WHEN fault IS NULL THEN ${sql} END AS ${name}`;

const PID = [IF_VALID(personSql('nik'), 'pid'), IF_VALID(recordKeySql('nik'), 'rkey')];

/**
 * One row of the result for each row of a list, in the same order: disguised, judged, and without
 * any text of a cell. `fault` is NULL where the row has none so far; places, programmes and
 * cooperatives are looked up afterwards by `place`, `word` and `cooperative`.
 * Binds the pads of both keys (PAD_PARAMETERS).
 */
export function stageSql(question: StageQuestion): string {
	switch (question.list) {
		case 'beneficiaries':
			return beneficiaries(question);
		case 'members':
			return members(question);
		case 'activities':
			return activities(question);
	}
}

function keyColumns(list: ListKind): string[] {
	const { place, word, cooperative } = keyTexts(list);
	const all = [`${keySql(place)} AS place`, `${keySql(word)} AS word`];
	if (cooperative.length === 0) return all;
	const none = cooperative.map((text) => emptySql(text)).join(' AND ');
	return [...all, `CASE WHEN NOT (${none}) THEN ${keySql(cooperative)} END AS cooperative`];
}

function beneficiaries(question: StageQuestion): string {
	const { list, issuers, until, present } = question;
	const lastYear = Math.floor(until / 12);
	const monthly = present.includes('month');
	const [from, to] = monthly ? ['month_text', 'month_text'] : ['first_text', 'last_text'];
	const { first, birth, out } = person(question);
	const faults = [
		nikFaults(list),
		`WHEN decile = ${BAD_DECILE} THEN ${faultNumber(list, 'decile_range')}`,
		dateFaults(list, ['first', 'last'], until),
		`WHEN ${monthNumberSql('last_date')} < ${monthNumberSql('first_date')} THEN ${faultNumber(list, 'last_before_first')}`
	];
	const family = 'kk_state BETWEEN 1 AND 2 AND fault IS NULL';
	const texts = monthly
		? `SELECT * REPLACE (${from} AS first_text, ${to} AS last_text) FROM (${textsSql(question)})`
		: textsSql(question);
	const judged = layered(texts, [
		[...first, `${digitsSql('kk_text')} AS kk`],
		...nikLayers(issuers, lastYear),
		[
			...birth,
			`${dateSql('first_text', lastYear, 'first')} AS first_date`,
			`${dateSql('last_text', lastYear, 'last')} AS last_date`,
			`${decileSql('decile_text')} AS decile`,
			// 1: a family card; 2: one whose number ends in 0; 3: one that cannot be used.
			`(CASE WHEN kk_text = '' THEN 0
				WHEN ${formSql('kk', '[0-9]{16}')} AND left(kk, 6) <> '000000' THEN CASE WHEN kk[16] = '0' THEN 2 ELSE 1 END
				WHEN ${emptySql('kk_text')} THEN 0 ELSE 3 END)::UTINYINT AS kk_state`
		],
		[`CASE ${faults.join('\n')} END AS fault`]
	]);
	return `SELECT ${[
		...PID,
		`CASE WHEN ${family} THEN ${personSql('kk')} END AS fid`,
		`CASE WHEN ${family} THEN ${recordKeySql('kk')} END AS frkey`,
		'kk_state',
		'decile',
		...out,
		`${monthNumberSql('first_date')} AS "first"`,
		`${monthNumberSql('last_date')} AS "last"`,
		`${yesSql('business_text')} AS business`,
		...keyColumns(list)
	].join(', ')} FROM (${judged})`;
}

function members(question: StageQuestion): string {
	const { list, issuers, until } = question;
	const lastYear = Math.floor(until / 12);
	const { first, birth, out } = person(question);
	const roles: readonly ListRole[] = ['joined', 'left', 'last_transaction'];
	const faults = [
		nikFaults(list),
		`WHEN cooperative IS NULL THEN ${faultNumber(list, 'cooperative_missing')}`,
		dateFaults(list, roles, until),
		`WHEN left_date < joined_date THEN ${faultNumber(list, 'left_before_joined')}`
	];
	const judged = layered(textsSql(question), [
		[...first, ...keyColumns(list)],
		...nikLayers(issuers, lastYear),
		[
			...birth,
			`${dateSql('joined_text', lastYear, 'first')} AS joined_date`,
			`${dateSql('left_text', lastYear, 'last')} AS left_date`,
			`${dateSql('last_transaction_text', lastYear, 'last')} AS last_transaction_date`
		],
		[`CASE ${faults.join('\n')} END AS fault`]
	]);
	return `SELECT ${[
		...PID,
		...out,
		'joined_date AS joined',
		'left_date AS left_on',
		'last_transaction_date AS last_transaction',
		'place, word, cooperative'
	].join(', ')} FROM (${judged})`;
}

function activities(question: StageQuestion): string {
	const { list, issuers, until } = question;
	const lastYear = Math.floor(until / 12);
	const { first, birth, out } = person(question);
	const faults = [
		nikFaults(list),
		`WHEN ${emptySql('date_text')} THEN ${faultNumber(list, 'date_missing')}`,
		dateFaults(list, ['date'], until),
		`WHEN CASE WHEN amount IS NULL THEN NOT ${emptySql('amount_text')} ELSE false END THEN ${faultNumber(list, 'amount_invalid')}`
	];
	const judged = layered(textsSql(question), [
		[...first, `${amountTextSql('amount_text')} AS amount_plain`, ...keyColumns(list)],
		...nikLayers(issuers, lastYear),
		[
			...birth,
			`${dateSql('date_text', lastYear, 'first')} AS date_date`,
			`${amountSql('amount_plain')} AS amount`
		],
		[`CASE ${faults.join('\n')} END AS fault`]
	]);
	return `SELECT ${[
		...PID,
		...out,
		'date_date AS "date"',
		'amount',
		'place, word, cooperative'
	].join(', ')} FROM (${judged})`;
}
