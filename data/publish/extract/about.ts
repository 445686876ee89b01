import type { DuckDBConnection } from '@duckdb/node-api';
import { COOPERATIVE_PROGRAMMES, LISTS, monthText, regencyNumber, type ListKind } from '$lib/model';
import type { Place } from '$lib/protect/cells/codes';
import { ROUNDING } from '$lib/protect/rounding';
import { literal } from '$lib/engine/quote';
import { rowsOf } from '$lib/protect/sql';
import { stateOf, stateOfMany, type Reach } from '$lib/protect/told';
import { monthsOf, type Window } from '$lib/protect/window';
import { columnOf } from '../work/workspace';
import type { Stage, StatedReach } from './table';

const TABLES: Readonly<Record<ListKind, string>> = {
	beneficiaries: 'receipt',
	members: 'membership',
	activities: 'activity'
};

/** Fewest people of a regency whose being on a list may be known. */
const FEWEST = ROUNDING.threshold;

/** Regencies that a list has people in. */
async function regenciesOf(connection: DuckDBConnection, list: ListKind): Promise<Set<number>> {
	const sql = `SELECT DISTINCT region::INTEGER FROM ${TABLES[list]} WHERE region IS NOT NULL`;
	return new Set(await columnOf<number>(connection, sql));
}

/**
 * How far each list of each regency reaches: as stated; else to the end of the period where the
 * list has people there, and never received where it has none.
 */
export async function reachesOf(
	connection: DuckDBConnection,
	stated: readonly StatedReach[],
	window: Window
): Promise<Reach[]> {
	const present = new Map<ListKind, Set<number>>();
	for (const list of LISTS) present.set(list, await regenciesOf(connection, list));
	const said = new Map(
		stated.map(({ region, list, through }) => [`${regencyNumber(region)} ${list}`, through])
	);
	const all = new Set([
		...[...present.values()].flatMap((regencies) => [...regencies]),
		...stated.map(({ region }) => regencyNumber(region))
	]);
	return [...all]
		.sort((a, b) => a - b)
		.flatMap((regency) =>
			LISTS.map((list) => {
				const own = said.get(`${regency} ${list}`);
				const found = present.get(list)?.has(regency) ? window.until : null;
				return { regency, list, through: own === undefined ? found : own };
			})
		);
}

/**
 * Regencies that may be named: those that the office states, and those where ten people or more
 * are on a list. One stray person in a far regency does not make it known that they are listed.
 */
async function namedRegencies(
	connection: DuckDBConnection,
	stated: readonly StatedReach[]
): Promise<Set<number>> {
	const people = LISTS.map((list) => `SELECT region, pid FROM ${TABLES[list]}`).join(' UNION ');
	const many = await columnOf<number>(
		connection,
		`SELECT region::INTEGER FROM (${people}) WHERE region IS NOT NULL
			GROUP BY region HAVING count(DISTINCT pid) >= ${FEWEST}`
	);
	return new Set([...many, ...stated.map(({ region }) => regencyNumber(region))]);
}

async function fill(
	connection: DuckDBConnection,
	table: string,
	columns: readonly { name: string; type: string }[],
	rows: readonly (readonly (string | number)[])[]
): Promise<void> {
	const declared = columns.map(({ name, type }) => `${name} ${type}`).join(', ');
	await connection.run(`CREATE OR REPLACE TEMP TABLE ${table} (${declared})`);
	const names = columns.map(({ name }) => name);
	for (let at = 0; at < rows.length; at += 5000) {
		const values = columns.map(({ name, type }) => `${name}::${type}`).join(', ');
		await connection.run(
			`INSERT INTO ${table} SELECT ${values} FROM ${rowsOf(names, rows.slice(at, at + 5000))}`
		);
	}
}

/** Table `reporting`: what had been received of each place, month and list. Needs the code types. */
export async function makeReporting(
	connection: DuckDBConnection,
	options: {
		reaches: readonly Reach[];
		stated: readonly StatedReach[];
		places: readonly Place[];
		window: Window;
	}
): Promise<void> {
	const { reaches, stated, places, window } = options;
	const named = await namedRegencies(connection, stated);
	const byKey = new Map(reaches.map((reach) => [`${reach.regency} ${reach.list}`, reach]));
	const rows = places.flatMap(({ region, regencies }) => {
		const shown = regencies.filter((regency) => named.has(regency));
		if (shown.length === 0) return [];
		return monthsOf(window).flatMap((month) =>
			LISTS.map((list) => {
				const states = shown.map((regency) => {
					const reach = byKey.get(`${regency} ${list}`);
					return reach ? stateOf(reach, month) : 'not_received';
				});
				return [region, `${monthText(month)}-01`, list, stateOfMany(states)];
			})
		);
	});
	const columns = [
		{ name: 'region', type: 'region_code' },
		{ name: 'month', type: 'DATE' },
		{ name: 'list', type: 'list_kind' },
		{ name: 'state', type: 'reporting_state' }
	];
	await fill(connection, 'reporting', columns, rows);
}

/** Table `published_cooperative`: where a cooperative is, as far as ten members or more tell it. */
export async function makeCooperatives(connection: DuckDBConnection): Promise<void> {
	const programmes = COOPERATIVE_PROGRAMMES.map((one, code) => `WHEN ${code} THEN ${literal(one)}`);
	await connection.run(`CREATE OR REPLACE TEMP TABLE published_cooperative AS
		SELECT DISTINCT code, CASE programme ${programmes.join(' ')} END AS programme, place.region
		FROM cooperative
			LEFT JOIN (SELECT cooperative, arg_max(region, (people, region)) AS regency FROM (
					SELECT cooperative, region, count(DISTINCT pid) AS people FROM membership
					WHERE region IS NOT NULL GROUP BY ALL HAVING count(DISTINCT pid) >= ${FEWEST})
				GROUP BY cooperative) AS home ON home.cooperative = cooperative.number
			LEFT JOIN (SELECT number, region FROM place_name) AS place
				ON place.region::VARCHAR = substr(lpad(home.regency::VARCHAR, 4, '0'), 1, 2) || '.' ||
					substr(lpad(home.regency::VARCHAR, 4, '0'), 3, 2)`);
}

/** Table `stage`: when each district reached which stage. No personal data. */
export async function makeStages(
	connection: DuckDBConnection,
	stages: readonly Stage[]
): Promise<void> {
	await fill(
		connection,
		'stage',
		[
			{ name: 'region', type: 'region_code' },
			{ name: 'stage', type: 'VARCHAR' },
			{ name: 'reached_on', type: 'DATE' }
		],
		stages.map(({ region, stage, reachedOn }) => [region, stage, reachedOn])
	);
}
