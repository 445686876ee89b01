import {
	DATE_LOCAL,
	FORMS,
	NIK_SPACED,
	REGION_FORMER,
	dateCell,
	faultOf,
	nikCell,
	regionCell,
	wordCell
} from './dirt';
import { draw, key, weighted, whole } from './draw';
import type { Period } from './period';
import {
	BUSINESS_FACTOR,
	KAMPUNG_FOUNDED,
	KAMPUNG_SHARE,
	KJMIS_COOPERATIVES,
	KJMIS_FOUNDED,
	KJMIS_SHARE,
	KMP_BEFORE_LAUNCH,
	KMP_FOUNDED,
	KMP_LAUNCHED
} from './shape';

export const MEMBER_COLUMNS = [
	'nik',
	'koperasi',
	'program',
	'kode_wilayah',
	'tanggal_bergabung',
	'tanggal_keluar',
	'transaksi_terakhir'
] as const;

const UNKNOWN_WORDS = ['BUMDES', 'KSP', 'GAPOKTAN'];
const GROWN = 'age BETWEEN 18 AND 70 AND NOT second';
/** Half of KJMIS and kampung members joined in the first so many days. */
const FIRST_WAVE = 500;

/** SQL of a code like `KMP-35.09-0012`, few cooperatives having many members. */
function cooperative(prefix: string, count: string, name: string): string {
	const number = `(1 + floor(pow(${draw('k', name)}, 1.6) * ${count}))::INTEGER`;
	return `'${prefix}-' || code || '-' || right('000' || ${number}, 4)`;
}

function joinedAfter(founded: string, name: string, end: string): string {
	const days = `(DATE '${end}' - DATE '${founded}')`;
	return `DATE '${founded}' + CASE WHEN ${draw('k', `${name} wave`)} < 0.5
		THEN ${whole('k', name, 0, `least(${FIRST_WAVE}, ${days})`)}
		ELSE ${whole('k', name, 0, days)} END`;
}

/** From the founding meetings on, most after the launch. */
function joinedKmp(end: string): string {
	const before = `least(DATE '${KMP_LAUNCHED}' - 1, DATE '${end}')`;
	return `CASE WHEN DATE '${end}' <= DATE '${KMP_LAUNCHED}' OR ${draw('k', 'kmp early')} < ${KMP_BEFORE_LAUNCH}
		THEN DATE '${KMP_FOUNDED}' + ${whole('k', 'kmp day', 0, `(${before} - DATE '${KMP_FOUNDED}')`)}
		ELSE DATE '${KMP_LAUNCHED}' + ${whole('k', 'kmp day', 0, `(DATE '${end}' - DATE '${KMP_LAUNCHED}')`)} END`;
}

/**
 * SQL that makes the table `joining`: who joined which cooperative on which day, before any list is
 * made. `use` is `active`, `lapsed` or `none`: an account is not activity.
 * @param end last day of the period, ISO
 */
export function joiningSql(period: Period, end: string): string {
	const share = (name: string, outside: number | string, assisted: number | string) =>
		`${draw('k', name)} < CASE WHEN outside THEN ${outside} ELSE ${assisted} END`;
	const factor = `CASE WHEN business THEN ${BUSINESS_FACTOR.with} ELSE ${BUSINESS_FACTOR.without} END`;
	const parts = [
		`SELECT i, 3 AS slot, 'KJMIS' AS programme, ${cooperative('KJMIS', String(KJMIS_COOPERATIVES), 'kjmis number')} AS cooperative,
	${joinedAfter(KJMIS_FOUNDED, 'kjmis day', end)} AS joined,
	${weighted('k', 'kjmis use', [
		["'active'", 0.62],
		["'lapsed'", 0.2],
		["'none'", 1]
	])} AS use
FROM person WHERE kjmis AND ${GROWN} AND ${share('kjmis', KJMIS_SHARE.public, KJMIS_SHARE.assisted)}
	AND DATE '${end}' >= DATE '${KJMIS_FOUNDED}'`,
		`SELECT i, 4, 'KOPERASI_KAMPUNG', 'KAMPUNG-31-' || right('0' || kampung[1 + (${key('k', 'kampung number')} % len(kampung))::INTEGER], 2),
	${joinedAfter(KAMPUNG_FOUNDED, 'kampung day', end)},
	${weighted('k', 'kampung use', [
		["'active'", 0.55],
		["'lapsed'", 0.2],
		["'none'", 1]
	])}
FROM person WHERE len(kampung) > 0 AND ${GROWN} AND ${share('kampung', KAMPUNG_SHARE.public, KAMPUNG_SHARE.assisted)}
	AND DATE '${end}' >= DATE '${KAMPUNG_FOUNDED}'`
	];
	const others = `CREATE OR REPLACE TEMP TABLE joined_before AS ${parts.join('\nUNION ALL\n')}`;
	const kmp = `SELECT i, 1 AS slot, 'KMP' AS programme, ${cooperative('KMP', 'kmp_cooperatives', 'kmp number')} AS cooperative,
	${joinedKmp(end)} AS joined,
	${weighted('k', 'kmp use', [
		["'active'", 0.42],
		["'lapsed'", 0.18],
		["'none'", 1]
	])} AS use
FROM person WHERE DATE '${end}' >= DATE '${KMP_FOUNDED}' AND ${GROWN}
	AND CASE WHEN outside THEN i NOT IN (SELECT i FROM joined_before)
		ELSE ${draw('k', 'kmp')} < kmp_share * 1.1 * ${factor} END`;
	return `${others};
CREATE OR REPLACE TEMP TABLE joining AS
WITH kmp AS (${kmp}), twice AS (
	-- In the next cooperative as well: valid, and a membership of its own.
	SELECT i, 2 AS slot, programme, left(cooperative, 10)
			|| right('000' || (right(cooperative, 4)::INTEGER % kmp_cooperatives + 1), 4) AS cooperative,
		joined + ${whole('k', 'twice day', 5, 40)} AS joined, 'none' AS use
	FROM kmp JOIN person USING (i) WHERE ${draw('k', 'twice')} < ${FORMS.twoCooperatives}
), every AS (
	SELECT * FROM joined_before UNION ALL SELECT * FROM kmp UNION ALL SELECT * FROM twice
), left_on AS (
	SELECT e.*, p.k, xor(p.k, e.slot::UBIGINT) AS slot_key,
		CASE WHEN ${draw('slot_key', 'leaves')} < CASE WHEN e.slot < 3 THEN 0.025 ELSE 0.06 END
			THEN e.joined + ${whole('slot_key', 'stays', 30, 900)} END AS day
	FROM every e JOIN person p USING (i)
)
SELECT * EXCLUDE (day, k, slot_key), ${key('slot_key', 'membership')} AS member_key,
	-- Never the last day of a month, on which a stock is taken.
	CASE WHEN day = last_day(day) THEN (day - 1) ELSE day END AS left_on,
	-- When a lapsed member was last seen: too long ago to count as active.
	${whole('slot_key', 'lapses', period.first, Math.max(period.first, period.last - 4))} AS lapse_month
FROM left_on WHERE joined <= DATE '${end}'`;
}

/**
 * SQL that makes the table `membership`: the rows of the members' lists, as each region's last list
 * has them, with their fault. Needs `joining` and `purchase`.
 */
export function membershipSql(): string {
	const active = `p.members_until - ${whole('member_key', 'days since', 0, 60)}`;
	const lapsed = `p.members_until - ${whole('member_key', 'days since', 100, 300)}`;
	return `CREATE OR REPLACE TEMP TABLE membership AS
WITH bought AS (
	SELECT b.i, b.slot, max(b.date) AS date FROM purchase b JOIN person p USING (i)
	WHERE b.date <= p.members_until GROUP BY ALL
), listed AS (
	SELECT p.*, j.* EXCLUDE (i, left_on), CASE WHEN j.left_on <= p.members_until THEN j.left_on END AS left_on,
		CASE WHEN j.slot = 3 THEN b.date
			WHEN j.use = 'active' THEN ${active}
			WHEN j.use = 'lapsed' THEN ${lapsed} END AS seen,
		least(left_on, p.members_until) AS upto
	FROM joining j JOIN person p USING (i) LEFT JOIN bought b ON b.i = j.i AND b.slot = j.slot
	WHERE j.joined <= p.members_until
), keyed AS (
	SELECT * EXCLUDE (seen, upto), ${key('member_key', 'row')} AS row_key,
		CASE WHEN seen >= joined THEN least(seen, upto) WHEN slot <> 3 AND use = 'active' THEN joined END AS last_seen
	FROM listed
)
SELECT *, ${faultOf('members')} AS fault,
	-- Written down a second time on a later day, or the same row twice.
	CASE WHEN fault = 'duplicate' AND joined + 30 < least(left_on, members_until)
		AND ${key('row_key', 'overlap')} % 2 = 0 THEN joined + 30 END AS again
FROM keyed`;
}

/** SQL of the rows of `members.csv` in their order. */
export function memberRows(): string {
	const joined = `CASE WHEN copy = 1 AND again IS NOT NULL THEN again ELSE joined END`;
	return `SELECT ${nikCell()} AS nik, cooperative AS koperasi,
	${wordCell('programme', 'programme_unknown', UNKNOWN_WORDS)} AS program,
	${regionCell()} AS kode_wilayah,
	${dateCell(`(${joined})`)} AS tanggal_bergabung,
	CASE WHEN fault = 'left_before_joined' THEN (joined - 20)::VARCHAR
		WHEN fault LIKE 'date%' THEN NULL ELSE left_on::VARCHAR END AS tanggal_keluar,
	CASE WHEN fault LIKE 'date%' OR fault = 'left_before_joined' THEN NULL
		WHEN copy = 1 AND last_seen < again THEN NULL ELSE last_seen::VARCHAR END AS transaksi_terakhir
FROM (SELECT *, unnest(CASE WHEN fault = 'duplicate' THEN [0, 1] ELSE [0] END) AS copy FROM membership)
ORDER BY i, slot, copy`;
}

/** SQL of what was put in: fault or form, and rows. */
export const MEMBERSHIP_COUNTS = `SELECT coalesce(fault, '') AS fault, count(*) AS rows,
	count(*) FILTER (${NIK_SPACED}) AS nik_spaced, count(*) FILTER (${DATE_LOCAL}) AS date_local,
	count(*) FILTER (${REGION_FORMER}) AS region_former
FROM membership GROUP BY 1`;
