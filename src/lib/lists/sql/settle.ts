import type { ListKind } from '$lib/model/lists';
import { faultNumber } from '../rules';
import { COOPERATIVE_KEY, FAULTY, PLACE, STAGE, WORD, validTable } from './names';

/** What was seen of a whole file before its rows are settled. */
export interface SettleQuestion {
	list: ListKind;
	/** Number of the file. */
	file: number;
	/** More than half of its 16-digit NIKs end in 0: Excel has cut their last digit. */
	nikZeroes: boolean;
	/** The same of its family cards, which are then not used. */
	kkZeroes: boolean;
}

/** Tables that are made anew for each file, and those of the whole run. */
export function workTables(): { file: string[]; run: string[] } {
	return {
		file: [
			`CREATE OR REPLACE TABLE ${PLACE} ("key" UBIGINT, region USMALLINT, fault UTINYINT, former BOOLEAN, restored BOOLEAN, unread BOOLEAN)`,
			`CREATE OR REPLACE TABLE ${WORD} ("key" UBIGINT, word UTINYINT)`
		],
		run: [
			`CREATE OR REPLACE TABLE ${validTable('beneficiaries')} (file USMALLINT, pid UBIGINT, rkey USMALLINT, fid UBIGINT, frkey USMALLINT, programme UTINYINT, region USMALLINT, decile UTINYINT, sex UTINYINT, birth SMALLINT, "first" SMALLINT, "last" SMALLINT, business BOOLEAN)`,
			`CREATE OR REPLACE TABLE ${validTable('members')} (file USMALLINT, pid UBIGINT, rkey USMALLINT, programme UTINYINT, cooperative UINTEGER, region USMALLINT, region_stated BOOLEAN, sex UTINYINT, birth SMALLINT, joined DATE, left_on DATE, last_transaction DATE)`,
			`CREATE OR REPLACE TABLE ${validTable('activities')} (file USMALLINT, pid UBIGINT, rkey USMALLINT, kind UTINYINT, "date" DATE, amount BIGINT, cooperative UINTEGER, region USMALLINT, region_stated BOOLEAN, sex UTINYINT, birth SMALLINT)`
		]
	};
}

/** The fault of a staged row once the whole file and its places and words are known. */
function faultSql({ list, nikZeroes }: SettleQuestion): string {
	const malformed = faultNumber(list, 'row_malformed');
	const lastOfNik = faultNumber(list, 'nik_serial');
	const word = faultNumber(list, list === 'activities' ? 'activity_unknown' : 'programme_unknown');
	return `CASE
		WHEN s.fault = ${malformed} THEN ${malformed}
		${nikZeroes ? `WHEN nik_state = 2 THEN ${faultNumber(list, 'nik_excel')}` : ''}
		WHEN s.fault <= ${lastOfNik} THEN s.fault
		WHEN w.word IS NULL THEN ${word}
		ELSE coalesce(p.fault, s.fault)
	END`;
}

const LOOKED_UP = `${STAGE} s LEFT JOIN ${PLACE} p ON s.place = p."key" LEFT JOIN ${WORD} w ON s.word = w."key"`;
const NUMBERED = `(SELECT *, rowid AS ordinal FROM ${STAGE})`;

/** What a clean row takes from a staged one. */
function valuesOf({ list, kkZeroes }: SettleQuestion): string {
	const region = 'coalesce(p.region, s.issuer), p.region IS NOT NULL';
	switch (list) {
		case 'beneficiaries': {
			const family = (column: string) =>
				kkZeroes ? `CASE WHEN kk_state = 1 THEN ${column} END` : column;
			return `pid, rkey, ${family('fid')}, ${family('frkey')}, w.word, p.region, decile, sex, birth, "first", "last", business`;
		}
		case 'members':
			return `pid, rkey, w.word, c.cooperative, ${region}, sex, birth, joined, left_on, last_transaction`;
		case 'activities':
			return `pid, rkey, w.word, "date", amount, c.cooperative, ${region}, sex, birth`;
	}
}

/** Statements that part the staged rows of a file into valid and faulty ones. */
export function settleSql(question: SettleQuestion): string[] {
	const { list, file } = question;
	const fault = faultSql(question);
	const cooperatives =
		list === 'beneficiaries' ? '' : ` LEFT JOIN ${COOPERATIVE_KEY} c ON s.cooperative = c."key"`;
	const numbered = LOOKED_UP.replace(STAGE, NUMBERED);
	return [
		`INSERT INTO ${validTable(list)} SELECT ${file}, ${valuesOf(question)} FROM ${LOOKED_UP}${cooperatives} WHERE (${fault}) IS NULL`,
		`CREATE OR REPLACE TABLE ${FAULTY} AS SELECT s.ordinal, (${fault})::UTINYINT AS fault FROM ${numbered} WHERE (${fault}) IS NOT NULL`
	];
}

/** How many NIKs and family cards of the staged file have 16 digits, and how many of those end in 0. */
export function zeroesSql(list: ListKind): string {
	const kk = list === 'beneficiaries';
	return `SELECT
		count_if(nik_state > 0) AS nik, count_if(nik_state = 2) AS nik_zero,
		${kk ? 'count_if(kk_state IN (1, 2))' : '0'} AS kk, ${kk ? 'count_if(kk_state = 2)' : '0'} AS kk_zero
		FROM ${STAGE}`;
}

/** What is noted of the rows of a file that were not refused; one row, one count for each note. */
export function notesSql(question: SettleQuestion): string {
	const kk = question.list === 'beneficiaries';
	const unusable = question.kkZeroes ? 'kk_state IN (2, 3)' : 'kk_state = 3';
	return `SELECT
		count_if(p.former) AS region_former,
		count_if(p.restored) AS region_restored,
		count_if(p.unread) AS region_unread,
		count_if(sex_unread) AS sex_unread,
		count_if(birth_unread) AS birth_unread,
		${kk ? `count_if(${unusable})` : '0'} AS family_unusable
		FROM ${LOOKED_UP} WHERE (${faultSql(question)}) IS NULL`;
}
