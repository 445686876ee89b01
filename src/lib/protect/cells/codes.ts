import { AGE_BANDS, DECILES, MARGIN, MEASURES, SEXES, UNKNOWN, WAITING_BANDS } from '$lib/model';
import { MOVES } from '../count/moves';
import { literal } from '$lib/engine/quote';
import { enumType, rowsOf, type Statement } from '../sql';

/** Number of a margin in the tables that count; every other value has its own number, 0 is unknown. */
export const MARGIN_NUMBER = 255;

/** Number under which the first move stands among measures. */
export const FIRST_MOVE = MEASURES.length;

/** Every id a cell may have as its measure; the position is its number. */
const MEASURE_IDS: readonly string[] = [...MEASURES, ...MOVES].map(({ id }) => id);

/** What a cell of a cooperative may count. */
const COOPERATIVE_MEASURES = ['members', 'active'] as const;

/** The closed types of the columns, in the order in which they sort. */
export const CODE_TYPES: Readonly<Record<string, readonly string[]>> = {
	decile_code: DECILES,
	sex_code: SEXES,
	age_band: AGE_BANDS,
	waiting_band: WAITING_BANDS,
	measure_id: MEASURE_IDS,
	cooperative_measure: COOPERATIVE_MEASURES,
	list_kind: ['beneficiaries', 'members', 'activities'],
	reporting_state: ['received', 'late', 'not_received']
};

/** A place that figures are for, with the regencies that it is made of. */
export interface Place {
	/** `00`, `32`, `32.01` or `list:ID`. */
	region: string;
	/** Regencies as numbers: 32.01 is 3201. */
	regencies: readonly number[];
}

function numberOf(value: string, index: number): number {
	if (value === MARGIN) return MARGIN_NUMBER;
	return value === UNKNOWN ? 0 : index;
}

/** Table of the numbers of a closed type and its values. */
function named(table: string, type: string, numbers: readonly number[]): Statement {
	const values = CODE_TYPES[type] ?? [];
	const rows = values.map((value, index) => [numbers[index] ?? 0, value]);
	return {
		name: 'codes',
		sql: `CREATE OR REPLACE TEMP TABLE ${table} AS SELECT number::INTEGER AS number,
			value::${type} AS value FROM ${rowsOf(['number', 'value'], rows)}`
	};
}

/** Types that every file of an extract shares: one set for each database they stand in. */
export function typeStatements(regions: readonly string[]): Statement[] {
	const types = { region_code: regions, ...CODE_TYPES };
	return Object.entries(types).map(([name, values]) => ({
		name: 'codes',
		sql: enumType(name, values)
	}));
}

/** Tables that turn the numbers of counting into the codes of cells. */
export function codeStatements(places: readonly Place[]): Statement[] {
	const dimension = (table: string, type: string) =>
		named(table, type, (CODE_TYPES[type] ?? []).map(numberOf));
	const membership = places.flatMap(({ regencies }, index) =>
		regencies.map((regency) => `(${regency}, ${index})`)
	);
	const names = places.map(({ region }, index) => `(${index}, ${literal(region)})`);
	return [
		dimension('decile_name', 'decile_code'),
		dimension('sex_name', 'sex_code'),
		dimension('age_name', 'age_band'),
		dimension('waiting_name', 'waiting_band'),
		named(
			'measure_name',
			'measure_id',
			MEASURE_IDS.map((_, index) => index)
		),
		{
			name: 'codes',
			sql: `CREATE OR REPLACE TEMP TABLE place AS SELECT regency::USMALLINT AS regency,
				number::USMALLINT AS number FROM (VALUES ${membership.join(', ')}) AS place(regency, number)`
		},
		{
			name: 'codes',
			sql: `CREATE OR REPLACE TEMP TABLE place_name AS SELECT number::USMALLINT AS number,
				region::region_code AS region FROM (VALUES ${names.join(', ')}) AS name(number, region)`
		}
	];
}
