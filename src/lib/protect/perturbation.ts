import { KEY_SPACE, ROUNDING } from './rounding';

/**
 * A perturbation table in the form that the Office for National Statistics publishes with its
 * `cell_key_perturbation` package: for each cell value and cell key, what is added.
 */
export interface Perturbation {
	/** Cell keys run from 0 to this, exclusive. It divides {@link KEY_SPACE}. */
	keys: number;
	/** Largest value with rows of its own; above it, `((n − 1) mod 250) + 501`. */
	rows: number;
	/** `pvalue` by row (1 is the first) and key: `values[(pcv - 1) * keys + key]`. */
	values: Int16Array;
	/** Largest change of a count that is published: one below the threshold says nothing. */
	bound: number;
	/** Every perturbed value is a multiple of it. */
	base: number;
}

/** What is wrong with a table, in a word that the command line turns into a sentence. */
export interface PerturbationFault {
	fault: 'columns' | 'number' | 'keys' | 'gap' | 'twice' | 'negative';
	/** Row of the file, the header being 1; null where it is the table as a whole. */
	row: number | null;
}

const ROWS = 750;
const WRAP = 250;

function divisor(a: number, b: number): number {
	return b === 0 ? Math.abs(a) : divisor(b, a % b);
}

/**
 * Reads the rows of such a table.
 * @param header names of the columns, among them `pcv`, `ckey` and `pvalue`, in any order
 */
export function parsePerturbation(
	header: readonly string[],
	rows: readonly (readonly string[])[]
): { ok: true; table: Perturbation } | ({ ok: false } & PerturbationFault) {
	const at = ['pcv', 'ckey', 'pvalue'].map((name) => header.indexOf(name));
	if (at.includes(-1)) return { ok: false, fault: 'columns', row: 1 };
	const numbers = rows.map((row) => at.map((column) => Number(row[column]?.trim() || NaN)));
	const wrong = numbers.findIndex((row) => !row.every(Number.isSafeInteger));
	if (wrong >= 0) return { ok: false, fault: 'number', row: wrong + 2 };
	const triples = numbers as [number, number, number][];
	const keys = Math.max(-1, ...new Set(triples.map(([, key]) => key))) + 1;
	if (keys < 1 || KEY_SPACE % keys !== 0) return { ok: false, fault: 'keys', row: null };
	return fill(triples, keys);
}

function fill(
	triples: readonly [number, number, number][],
	keys: number
): ReturnType<typeof parsePerturbation> {
	const values = new Int16Array(ROWS * keys);
	const seen = new Uint8Array(ROWS * keys);
	let bound = 0;
	let base = 0;
	for (const [index, [value, key, change]] of triples.entries()) {
		const row = index + 2;
		if (value === 0) continue;
		if (value < 0 || value > ROWS || key < 0) return { ok: false, fault: 'number', row };
		const place = (value - 1) * keys + key;
		if (seen[place]) return { ok: false, fault: 'twice', row };
		if (value + change < 0) return { ok: false, fault: 'negative', row };
		seen[place] = 1;
		values[place] = change;
		if (value + change >= ROUNDING.threshold) bound = Math.max(bound, Math.abs(change));
		base = divisor(base, value + change);
	}
	if (seen.includes(0)) return { ok: false, fault: 'gap', row: null };
	return { ok: true, table: { keys, rows: ROWS, values, bound, base: Math.max(base, 1) } };
}

/** Row of the table for a count from 1: its own, or above {@link ROWS} one of the last 250, in turn. */
export function rowOf(n: number): number {
	return n <= ROWS ? n : ((n - 1) % WRAP) + ROWS - WRAP + 1;
}

/** The perturbed count. @param key sum of record keys modulo {@link KEY_SPACE} */
export function perturb(table: Perturbation, n: number, key: number): number {
	if (n === 0) return 0;
	return n + (table.values[(rowOf(n) - 1) * table.keys + (key % table.keys)] ?? 0);
}

/** {@link perturb} in SQL: needs table `perturbation` (place, change), made by {@link perturbationTable}. */
export function perturbedSql(table: Perturbation, n: string, key: string): string {
	const row = `CASE WHEN ${n} <= ${ROWS} THEN ${n} ELSE (${n} - 1) % ${WRAP} + ${ROWS - WRAP + 1} END`;
	return `(${n} + (SELECT change FROM perturbation
		WHERE place = (${row} - 1) * ${table.keys} + ${key} % ${table.keys}))`;
}

/** Makes the table that {@link perturbedSql} looks up. */
export function perturbationTable(table: Perturbation): string {
	// As one text: a list of as many literals would take the parser minutes.
	return `CREATE OR REPLACE TEMP TABLE perturbation AS
		SELECT generate_subscripts(parts, 1) - 1 AS place, unnest(parts)::INTEGER AS change
		FROM (SELECT string_split('${table.values.join(',')}', ',') AS parts)`;
}
