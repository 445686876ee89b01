import { DATE_LOCAL, NIK_SPACED, dateCell, faultOf, nikCell, wordCell } from './dirt';
import { draw, key, normal, oneOf, rupiah, whole } from './draw';
import { dayIn } from './people';
import type { Period } from './period';
import { monthRows } from './season';
import { AMOUNTS, MARKET_ACCESS, TRAINED } from './shape';

export const ACTIVITY_COLUMNS = ['nik', 'kegiatan', 'tanggal', 'nominal', 'koperasi'] as const;

const UNKNOWN_WORDS = ['arisan', 'senam', 'posyandu'];
/** Share of months in which an active member buys, before the season; and puts money aside. */
const BUYS = 0.6;
const SAVES = 0.55;
/** Share of members who paid the first savings (simpanan pokok) on joining, by use. */
const FIRST_SAVINGS = { active: 0.9, other: 0.5 } as const;

const [purchase, purchaseSpread] = AMOUNTS.purchase;
const [shu, shuSpread] = AMOUNTS.shu;

/** SQL of the months in which a member uses the cooperative: after joining, before lapsing or leaving. */
const IN_USE = `month > date_part('year', joined) * 12 + date_part('month', joined) - 1
	AND (left_on IS NULL OR month < date_part('year', left_on) * 12 + date_part('month', left_on) - 1)
	AND (use = 'active' OR (use = 'lapsed' AND month <= lapse_month))`;

/** How much a member spends, against the median: the same in purchases and in the share of the surplus. */
const SPENDS = `exp(0.45 * ${normal('member_key', 'spends')})`;

/** SQL that makes the tables `calendar` (months of the period) and, for each part, `purchase`. */
export function calendarSql(period: Period): string {
	return `CREATE OR REPLACE TEMP TABLE calendar AS ${monthRows(period)}`;
}

/** SQL that makes the table `purchase`: KJMIS members at their e-Warung, at most once a month. */
export function purchaseSql(): string {
	const chance = key('xor(member_key, month::UBIGINT)', 'purchase');
	return `CREATE OR REPLACE TEMP TABLE purchase AS
SELECT i, slot, cooperative, ${dayIn('month', 'event_key', 'day')} AS date,
	${rupiah('event_key', 'amount', `${purchase} * season * ${SPENDS}`, purchaseSpread)} AS amount
FROM (SELECT *, ${chance} AS event_key FROM joining, calendar WHERE slot = 3 AND ${IN_USE})
WHERE ${draw('event_key', 'buys')} < ${BUYS} * season`;
}

function stepRow(activity: keyof typeof AMOUNTS, month: string, condition: string): string {
	const [median, spread] = AMOUNTS[activity];
	return `SELECT i, '${activity}' AS activity, ${dayIn(month, 'k', `${month} day`)} AS date,
	${rupiah('k', activity, median, spread)} AS amount, NULL AS cooperative
FROM person WHERE ${month} IS NOT NULL AND ${condition}`;
}

function stepRows(): string[] {
	const grouped = `${draw('k', 'kube or prokus')} < 0.6`;
	const mekaar = `woman AND ${draw('k', 'umi or mekaar')} < 0.8`;
	return [
		stepRow('kube', 'group_month', grouped),
		stepRow('prokus', 'group_month', `NOT (${grouped})`),
		stepRow('mekaar', 'micro_month', mekaar),
		stepRow('umi', 'micro_month', `NOT (${mekaar})`),
		stepRow('kur', 'kur_month', 'true'),
		`SELECT i, 'graduation', ${dayIn('graduation_month', 'k', 'graduation day')}, NULL, NULL
FROM person WHERE graduation_month IS NOT NULL`
	];
}

function helpRows(period: Period): string[] {
	const step = 'coalesce(kur_month, micro_month, group_month)';
	return [
		`SELECT i, 'mentoring', ${dayIn('month', 'xor(k, month::UBIGINT)', 'mentoring day')}, NULL, NULL
FROM (SELECT i, k, unnest(range(0, ${whole('k', 'mentoring times', 1, 4)})) * ${whole('k', 'mentoring gap', 1, 4)}
		+ ${whole('k', 'mentoring first', period.first, period.last)} AS month
	FROM person WHERE pkh AND NOT second AND ${draw('k', 'mentored')} < mentored)
WHERE month <= ${period.last}`,
		`SELECT i, 'training', j.joined + ${whole('member_key', 'training', 5, 75)}, NULL, j.cooperative
FROM joining j JOIN person p USING (i)
WHERE j.slot = 1 AND ${draw('member_key', 'trained')} < CASE WHEN p.pkh AND p.decile <= 2
	THEN ${TRAINED.firstDeciles} ELSE ${TRAINED.otherMembers} END`,
		`SELECT i, 'training', ${dayIn(whole('k', 'training month', period.first, period.last), 'k', 'training day')}, NULL, NULL
FROM person WHERE able AND ${draw('k', 'trained')} < ${TRAINED.withoutMembership}
	AND i NOT IN (SELECT i FROM joining WHERE slot = 1)`,
		`SELECT i, 'market_access', ${dayIn(`(${step} + ${whole('k', 'market wait', 1, 6)})`, 'k', 'market day')}, NULL, NULL
FROM person WHERE ${step} IS NOT NULL AND ${draw('k', 'market')} < ${MARKET_ACCESS.ladder}`,
		`SELECT i, 'market_access', joined + ${whole('member_key', 'market', 20, 120)}, NULL, cooperative
FROM joining j JOIN person p USING (i) WHERE j.slot = 1 AND p.business AND ${step} IS NULL
	AND ${draw('member_key', 'market')} < ${MARKET_ACCESS.member}`
	];
}

function cooperativeRows(period: Period): string[] {
	const [first, firstSpread] = AMOUNTS.savings_first;
	const [savings, spread] = AMOUNTS.savings;
	const years = `range(${Math.floor(period.first / 12)}, ${Math.floor(period.last / 12) + 1})`;
	return [
		`SELECT i, 'ewarung_purchase', date, amount, cooperative FROM purchase`,
		`SELECT i, 'savings', joined, ${rupiah('member_key', 'first savings', first, firstSpread)}, cooperative
FROM joining WHERE slot <> 2
	AND ${draw('member_key', 'first savings')} < CASE use WHEN 'active' THEN ${FIRST_SAVINGS.active} ELSE ${FIRST_SAVINGS.other} END`,
		`SELECT i, 'savings', ${dayIn('month', 'event_key', 'day')}, ${rupiah('event_key', 'amount', savings, spread)}, cooperative
FROM (SELECT *, ${key('xor(member_key, month::UBIGINT)', 'savings')} AS event_key FROM joining, calendar WHERE ${IN_USE})
WHERE ${draw('event_key', 'saves')} < ${SAVES}`,
		// The surplus of a year is shared in March of the next, by what each member bought.
		`SELECT i, 'shu', make_date(year::INTEGER, 3, ${whole('xor(member_key, year::UBIGINT)', 'shu day', 8, 27)}),
	${rupiah('xor(member_key, year::UBIGINT)', 'shu', `${shu} * ${SPENDS}`, shuSpread / 2)}, cooperative
FROM (SELECT *, unnest(${years}) AS year FROM joining WHERE slot >= 3 AND use = 'active')
WHERE date_part('year', joined) < year AND (left_on IS NULL OR left_on > make_date(year::INTEGER, 3, 31))`
	];
}

/**
 * SQL that makes the table `event`: the rows of the lists of activities, as each region's last list
 * has them, with their fault. Needs `person`, `joining` and `purchase`.
 * @param start first day of the period, ISO
 */
export function eventSql(period: Period, start: string): string {
	const all = [...stepRows(), ...helpRows(period), ...cooperativeRows(period)];
	return `CREATE OR REPLACE TEMP TABLE event AS
WITH every AS (
${all.join('\nUNION ALL\n')}
), keyed AS (
	SELECT e.*, p.nik, ${key(
		`xor(xor(p.k, hash(e.activity)), xor((e.date - DATE '2000-01-01')::UBIGINT, hash(coalesce(e.cooperative, ''))))`,
		'event'
	)} AS row_key
	FROM every e JOIN person p USING (i)
	WHERE e.date BETWEEN DATE '${start}' AND p.activities_until
)
SELECT *, ${faultOf('activities')} AS fault FROM keyed`;
}

/** SQL of the rows of `activities.csv` in their order. */
export function activityRows(): string {
	return `SELECT ${nikCell()} AS nik, ${wordCell('activity', 'activity_unknown', UNKNOWN_WORDS)} AS kegiatan,
	${dateCell('date')} AS tanggal,
	CASE WHEN fault = 'amount_invalid' THEN ${oneOf('row_key', 'amount', ['-50000', 'dua puluh ribu', 'Rp?'])}
		ELSE amount::VARCHAR END AS nominal,
	cooperative AS koperasi
FROM (SELECT *, unnest(CASE WHEN fault = 'duplicate' THEN [0, 1] ELSE [0] END) AS copy FROM event)
ORDER BY i, date, activity, cooperative, copy`;
}

/** SQL of what was put in: fault or form, and rows. */
export const EVENT_COUNTS = `SELECT coalesce(fault, '') AS fault, count(*) AS rows,
	count(*) FILTER (${NIK_SPACED}) AS nik_spaced, count(*) FILTER (${DATE_LOCAL}) AS date_local,
	0::BIGINT AS region_former
FROM event GROUP BY 1`;
