import { MEASURES, type Measure } from '$lib/model';
import type { Statement } from '../sql';

/** Number of a measure in the base counts: its place in MEASURES. */
export function measureNumber(id: string): number {
	const number = MEASURES.findIndex((measure) => measure.id === id);
	if (number < 0) throw new Error(`no measure ${id}`);
	return number;
}

/** By month and by year: the two base tables, and what each calls its profile. */
export const BASES = [
	{ base: 'month_base', period: 'month' },
	{ base: 'year_base', period: 'year' }
] as const;

const COLUMNS = `period SMALLINT, region USMALLINT, measure UTINYINT, decile UTINYINT, sex UTINYINT,
	age UTINYINT, n BIGINT, ck BIGINT, ck_other BIGINT, shared BIGINT,
	rupiah HUGEINT, top BIGINT, paid BIGINT`;

/**
 * Empty tables `month_base` and `year_base`: the counts from which every cell is a sum. A row says
 * `(dimensions, n, ck)`; rows of other parts, other files or other machines are simply appended.
 */
export function emptyBases(): Statement[] {
	return BASES.map(({ base }) => ({
		name: base,
		sql: `CREATE OR REPLACE TEMP TABLE ${base} (${COLUMNS})`
	}));
}

/** Which measures a mask names: each mask is taken apart once, however many rows carry it. */
function maskMembers(profile: string, measures: readonly Measure[]): string {
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
				SELECT period, region, measure, decile, sex, age, sum(n)::BIGINT, sum(ck)::BIGINT,
					sum(ck_other)::BIGINT, sum(shared)::BIGINT, 0, 0, 0
				FROM ${profile} JOIN (${maskMembers(profile, measures)}) USING (mask)
				GROUP BY ALL`
		};
	});
}

/** Families behind profiles kept by family: the family of each period, measure and dimensions. */
export function familyRows(profile: string, measures: readonly Measure[]): string {
	return `SELECT fid, period, region, measure, decile, sex, age
		FROM ${profile} JOIN (${maskMembers(profile, measures)}) USING (mask)`;
}
