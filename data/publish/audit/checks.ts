import type { DuckDBConnection } from '@duckdb/node-api';
import {
	allCellsSql,
	AVERAGED_LAYERS,
	averagedAwaySql,
	averagingSql,
	biasOf,
	biasSql,
	canarySql,
	type CheckResult,
	CUBE_IDS,
	differencingSql,
	multiplesSql,
	otherKeySql,
	releaseSql,
	type Remainder,
	reorderedSql,
	resultOf,
	type RuleFigures,
	samePeopleSql,
	WITHHELD
} from '$lib/protect/audit';
import type { Layer } from '$lib/protect/attack';
import type { CubeId } from '$lib/protect/cubes';
import { rowsOf } from '$lib/protect/sql';
import { figuresOf, rowsOfSql } from './read';

/** At least so large a part of the cells must move under another key. */
const LEAST_CHANGED = 0.3;
/** Of fewer sets, chance alone may leave less than that where two in five are expected. */
const FEWEST_SETS = 200;

/** Adds up the numbers of several answers; `farthest` is the largest. */
function added(all: readonly Record<string, number>[]): Record<string, number> {
	const sum: Record<string, number> = {};
	for (const one of all)
		for (const [name, value] of Object.entries(one))
			sum[name] = name === 'farthest' ? Math.max(sum[name] ?? 0, value) : (sum[name] ?? 0) + value;
	return sum;
}

/** Where the published tables of each cube are, in SQL; null to take what the rule would publish. */
export type PublishedTables = ((id: CubeId) => string) | null;

/** Checks 1, 2, 4 and 6: what is published, against the raw cells. */
export async function checkRelease(
	connection: DuckDBConnection,
	rule: RuleFigures,
	published: PublishedTables,
	recount: { cells: string; schema: string } | null
): Promise<CheckResult[]> {
	const all: Record<string, number>[] = [];
	for (const id of CUBE_IDS)
		all.push(await figuresOf(connection, releaseSql(id, rule, published?.(id) ?? null)));
	const {
		published: cells = 0,
		odd = 0,
		far = 0,
		farthest = 0,
		unlike = 0,
		tiny = 0,
		small = 0
	} = added(all);
	const same = await figuresOf(connection, samePeopleSql());
	const orders: Record<string, number>[] = [];
	// Cooperatives have members elsewhere: the recount of one place has not all of them.
	for (const id of recount === null ? [] : CUBE_IDS.filter((cube) => cube !== 'k6'))
		orders.push(
			await figuresOf(connection, reorderedSql(id, recount?.cells ?? '', recount?.schema ?? ''))
		);
	const order = added(orders);
	const reordered = order.unlike ?? 0;
	return [
		resultOf('multiples', odd === 0, { cells, odd }),
		resultOf('distance', far === 0, { cells, far, farthest }),
		resultOf('same_people', unlike === 0 && same.unlike === 0 && reordered === 0, {
			cells,
			unlike,
			compared: same.compared ?? 0,
			unlike_sets: same.unlike ?? 0,
			recounted: order.compared ?? 0,
			unlike_recounted: reordered
		}),
		resultOf('small_counts', tiny === 0 && small === 0, { cells, tiny, small })
	];
}

/** Check 1 from published cells alone. */
export async function checkMultiples(
	connection: DuckDBConnection,
	rule: RuleFigures
): Promise<CheckResult> {
	const all: Record<string, number>[] = [];
	for (const id of CUBE_IDS) all.push(await figuresOf(connection, multiplesSql(id, rule)));
	const { published: cells = 0, odd = 0 } = added(all);
	return resultOf('multiples', odd === 0, { cells, odd });
}

/** Checks 3 and 5: chance, before the threshold. @param levels SQL of the table of levels */
export async function checkChance(
	connection: DuckDBConnection,
	rule: RuleFigures,
	levels: string
): Promise<CheckResult[]> {
	const rows = await rowsOfSql(connection, biasSql(rule, levels));
	const number = (value: unknown) => (typeof value === 'number' ? value : 0);
	const remainders = rows.map((row): Remainder => ({
		rest: number(row.rest),
		cells: number(row.cells),
		up: number(row.up),
		error: number(row.error),
		square: number(row.square)
	}));
	const { cells, mean, errors, chance, verdict } = biasOf(remainders, rule);
	const { cells: moved = 0, changed = 0 } = await figuresOf(
		connection,
		otherKeySql(CUBE_IDS, rule)
	);
	const share = moved === 0 ? 0 : changed / moved;
	return [
		resultOf('bias', verdict, { cells, mean, errors, chance }),
		resultOf('another_key', moved < FEWEST_SETS ? null : share >= LEAST_CHANGED, {
			cells: moved,
			share
		})
	];
}

/**
 * Check 8, with its answer: where averaging goes too far the finest cells are withheld, then the
 * next finest, and the deviations are computed again.
 * @returns the check and the layers withheld; those are in table `audit_withheld` already
 */
export async function checkAveraging(
	connection: DuckDBConnection,
	rule: RuleFigures,
	answer: boolean
): Promise<{ check: CheckResult; layers: Layer[] }> {
	const layers: Layer[] = [];
	let figures = await figuresOf(connection, averagingSql(rule));
	for (const { cube, layer } of answer ? AVERAGED_LAYERS : []) {
		if ((figures.below ?? 0) === 0) break;
		const more = (await rowsOfSql(connection, averagedAwaySql(rule))).map((row): Layer => ({
			cube,
			layer,
			region: String(row.region),
			period: String(row.period),
			measure: String(row.measure)
		}));
		await withhold(connection, WITHHELD, more);
		layers.push(...more);
		figures = await figuresOf(connection, averagingSql(rule));
	}
	const { cells = 0, least = 0, median = 0, below = 0 } = figures;
	return {
		check: resultOf('averaging', cells === 0 ? null : below === 0, { cells, least, median, below }),
		layers
	};
}

/** Check 9. */
export async function checkDifferencing(
	connection: DuckDBConnection,
	rule: RuleFigures
): Promise<CheckResult> {
	const {
		pairs = 0,
		near = 0,
		fewest = 0,
		exposed = 0
	} = await figuresOf(connection, differencingSql(rule));
	return resultOf('differencing', pairs === 0 ? null : exposed === 0, {
		pairs,
		near,
		fewest,
		exposed
	});
}

/**
 * Check 10: with and without one person, nothing changes outside the cells that contain them, and
 * all of those do.
 * @param before @param after schemas of raw cells, counted with and without the person
 * @param personCells SQL that answers with `cube` and `key` of the cells that contain the person
 */
export async function checkCanary(
	connection: DuckDBConnection,
	before: string,
	after: string,
	personCells: string
): Promise<CheckResult> {
	const {
		changed = 0,
		person = 0,
		outside = 0,
		unmoved = 0
	} = await figuresOf(connection, canarySql(before, after, personCells));
	const verdict = person === 0 ? null : outside === 0 && unmoved === 0;
	return resultOf('canary', verdict, { changed, person, outside, unmoved });
}

/** {@link checkCanary} where the person was also counted alone. @param alone schema of that count */
export function checkCanaryAlone(
	connection: DuckDBConnection,
	before: string,
	after: string,
	alone: string
): Promise<CheckResult> {
	return checkCanary(connection, before, after, allCellsSql(alone));
}

/** Adds layers to a table of what is withheld. @param table SQL of it */
export async function withhold(
	connection: DuckDBConnection,
	table: string,
	layers: readonly Layer[]
): Promise<void> {
	for (let at = 0; at < layers.length; at += 1000) {
		const columns = ['cube', 'layer', 'region', 'period', 'measure'];
		const rows = layers
			.slice(at, at + 1000)
			.map(({ cube, layer, region, period, measure }) => [cube, layer, region, period, measure]);
		await connection.run(
			`INSERT INTO ${table} (${columns.join(', ')}) SELECT * FROM ${rowsOf(columns, rows)}`
		);
	}
}
