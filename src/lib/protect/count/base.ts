import { MEASURES, type Measure } from '$lib/model';
import { KEY_SPACE } from '../rounding';
import type { Statement } from '../sql';

/** Number of a measure in the base counts: its place in MEASURES. */
export function measureNumber(id: string): number {
	const number = MEASURES.findIndex((measure) => measure.id === id);
	if (number < 0) throw new Error(`no measure ${id}`);
	return number;
}

/** By month and by year: the two base tables, with the rupiah beside each. */
const BASES = [
	{ base: 'month_base', amounts: 'month_amount', period: 'month' },
	{ base: 'year_base', amounts: 'year_amount', period: 'year' }
] as const;

const KEYS = `period SMALLINT, region USMALLINT, measure UTINYINT, decile UTINYINT, sex UTINYINT,
	age UTINYINT`;

/**
 * Empty tables `month_base` and `year_base`: the counts from which every cell is a sum. A row says
 * `(dimensions, n, ck)`; rows of other parts, other files or other machines are simply appended.
 * Rupiah stand apart, in `month_amount` and `year_amount`: few rows have them. Numbers are no wider
 * than they need be, since these tables are the largest that counting keeps.
 */
export function emptyBases(): Statement[] {
	return BASES.flatMap(({ base, amounts }) => [
		{
			name: base,
			sql: `CREATE OR REPLACE TEMP TABLE ${base}
				(${KEYS}, n INTEGER, ck SMALLINT, ck_other SMALLINT, shared INTEGER)`
		},
		{
			name: base,
			sql: `CREATE OR REPLACE TEMP TABLE ${amounts} (${KEYS}, rupiah BIGINT, top BIGINT, paid INTEGER)`
		}
	]);
}

/** Which measures a mask names: each mask is taken apart once, however many rows carry it. */
export function maskMembers(profile: string, measures: readonly Measure[]): string {
	const members = measures.map(({ id }, index) => `(${index}, ${measureNumber(id)})`).join(', ');
	return `SELECT mask, number::UTINYINT AS measure
		FROM (SELECT DISTINCT mask FROM ${profile}), (VALUES ${members}) AS member(bit, number)
		WHERE (mask >> bit) & 1 = 1`;
}

/** Adds what the two profiles counted to the base tables. */
export function baseStatements(
	profiles: { months: string; years: string },
	measures: readonly Measure[]
): Statement[] {
	return BASES.map(({ base, period }) => {
		const profile = period === 'month' ? profiles.months : profiles.years;
		return {
			name: base,
			sql: `INSERT INTO ${base}
				SELECT period, region, measure, decile, sex, age, sum(n)::INTEGER,
					(sum(ck) % ${KEY_SPACE})::SMALLINT, (sum(ck_other) % ${KEY_SPACE})::SMALLINT,
					sum(shared)::INTEGER
				FROM ${profile} JOIN (${maskMembers(profile, measures)}) USING (mask)
				GROUP BY ALL`
		};
	});
}
