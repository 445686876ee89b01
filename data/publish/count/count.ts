import type { DuckDBConnection } from '@duckdb/node-api';
import { isListPlace, placeLevel, provinceOf, regencyCode } from '$lib/model';
import { cellStatements } from '$lib/protect/cells/plan';
import type { Place } from '$lib/protect/cells/codes';
import { countStatements } from '$lib/protect/count/plan';
import { WITHHELD } from '$lib/protect/publish';
import { rowsOf } from '$lib/protect/sql';
import { toldStatements, type Reach } from '$lib/protect/told';
import type { Window } from '$lib/protect/window';
import { columnOf, runStatements, type OnStep } from '../work/workspace';

/** How many rows of lists are counted at once, so that memory does not grow with the lists. */
const ROWS_AT_ONCE = 4_000_000;

/** What to count, beside the clean lists themselves. */
export interface Counting {
	window: Window;
	places: readonly Place[];
	regions: readonly string[];
	cooperatives: readonly string[];
	reaches: readonly Reach[];
	families: boolean;
}

/** Whether the lists have family card numbers. */
export async function familiesKnown(connection: DuckDBConnection): Promise<boolean> {
	const [known] = await columnOf<boolean>(connection, 'SELECT count(fid) > 0 FROM receipt');
	return known ?? false;
}

async function partsFor(connection: DuckDBConnection): Promise<number> {
	const [rows] = await columnOf<number>(
		connection,
		`SELECT ((SELECT count(*) FROM receipt) + (SELECT count(*) FROM membership)
			+ (SELECT count(*) FROM activity) // 4)::INTEGER`
	);
	return Math.max(1, Math.ceil((rows ?? 0) / ROWS_AT_ONCE));
}

/** Counts the clean lists of a connection into schema `cells`, with what the audit needs to know of places. */
export async function countCells(
	connection: DuckDBConnection,
	{ window, places, regions, cooperatives, reaches, families }: Counting,
	options: { onStep?: OnStep | undefined; signal?: AbortSignal | undefined } = {}
): Promise<void> {
	const parts = await partsFor(connection);
	await runStatements(
		connection,
		[
			...toldStatements(reaches, window),
			...countStatements(window, { parts, families }),
			...cellStatements({ window, places, regions, cooperatives, families }),
			{ name: 'codes', sql: WITHHELD },
			...placeStatements(places)
		],
		options
	);
}

function placeStatements(places: readonly Place[]) {
	const levels = places.map(({ region }) => [region, placeLevel(region), provinceOf(region)]);
	const lists = places.filter(({ region }) => isListPlace(region));
	const members = lists.flatMap(({ region, regencies }) =>
		regencies.map((regency) => [region, regencyCode(regency)])
	);
	const level = rowsOf(['region', 'level', 'province'], levels);
	const member = rowsOf(['list', 'region'], members.length > 0 ? members : [['', '']]);
	return [
		{
			name: 'codes',
			sql: `CREATE OR REPLACE TABLE cells.region_level AS SELECT region, level,
				CASE WHEN level IN ('province', 'regency') THEN province END AS province FROM ${level}`
		},
		{
			name: 'codes',
			sql: `CREATE OR REPLACE TABLE cells.list_member AS FROM ${member} WHERE list <> ''`
		}
	];
}
