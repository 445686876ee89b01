import type { DuckDBConnection } from '@duckdb/node-api';
import { MEASURES, regencyCode } from '$lib/model';
import type { Place } from '$lib/protect/cells/codes';
import { literal } from '$lib/engine/quote';
import { columnOf } from '../work/workspace';
import { countCells, type Counting } from './count';

/** Fewest people of the regency in which the canary lives: enough for cells of every size. */
const FEWEST = 300;

/** Three recounts of one regency: schemas with tables k1 … k6, beside the `cells` of the whole. */
export const CANARY_SCHEMAS = {
	/** All its people, in another order. */
	with: 'canary_with',
	/** The same without one of them. */
	without: 'canary_without',
	/** The cells of that one person, and those that their family enters or leaves: what has to change. */
	alone: 'canary_alone'
} as const;

/** The person's family with them and without them. Not kept. */
const FAMILY_SCHEMAS = { whole: 'canary_family', rest: 'canary_family_rest' } as const;
const FAMILY_MEASURES = MEASURES.filter(({ unit }) => unit === 'families').map(({ id }) => id);

export interface Canary {
	/** `32.01`. */
	region: string;
}

const LISTS = ['receipt', 'membership', 'activity'] as const;
const CUBES = ['k1', 'k2', 'k3', 'k4', 'k5', 'k6'] as const;

/** The regency nearest above {@link FEWEST} people, or the largest; no count of it leaves the machine. */
async function chooseRegency(connection: DuckDBConnection): Promise<number | null> {
	const [region] = await columnOf<number>(
		connection,
		`SELECT region::INTEGER FROM (SELECT region, count(DISTINCT pid) AS people FROM receipt GROUP BY region)
			ORDER BY people < ${FEWEST}, CASE WHEN people < ${FEWEST} THEN -people ELSE people END, region`
	);
	return region ?? null;
}

/** Everyone whose home could be the regency: their rows, and those of their families. */
function peopleOf(regency: number): string {
	return `SELECT pid FROM receipt WHERE region = ${regency}
		UNION SELECT pid FROM receipt WHERE fid IN
			(SELECT fid FROM receipt WHERE region = ${regency} AND fid IS NOT NULL)
		UNION SELECT pid FROM membership WHERE region = ${regency}
		UNION SELECT pid FROM activity WHERE region = ${regency}`;
}

/**
 * Recounts one regency with, without and with nothing but one person, into the schemas of
 * {@link CANARY_SCHEMAS}, from the same lists by the same statements, in another order of rows.
 * @returns null where no regency has anybody on a list of beneficiaries
 */
export async function recountWithout(
	connection: DuckDBConnection,
	counting: Counting,
	signal?: AbortSignal
): Promise<Canary | null> {
	const regency = await chooseRegency(connection);
	if (regency === null) return null;
	const region = regencyCode(regency);
	const places: Place[] = [{ region, regencies: [regency] }];
	await connection.run(`CREATE OR REPLACE TEMP TABLE canary_people AS ${peopleOf(regency)}`);
	// Who has most to show: a beneficiary who is a member and took part, where there is one.
	const [person] = await columnOf<bigint>(
		connection,
		`SELECT pid FROM receipt WHERE region = ${regency}
			ORDER BY pid IN (SELECT pid FROM membership) DESC, pid IN (SELECT pid FROM activity) DESC, pid`
	);
	if (person === undefined) return null;
	const here = { ...counting, places, regions: [region] };
	const count = (schema: string, condition: string) =>
		recount(connection, schema, condition, here, signal);
	await count(CANARY_SCHEMAS.with, 'true');
	await count(CANARY_SCHEMAS.without, `pid <> ${person}::UBIGINT`);
	await count(CANARY_SCHEMAS.alone, `pid = ${person}::UBIGINT`);
	await count(FAMILY_SCHEMAS.whole, `pid IN (${familyOf(person)})`);
	await count(FAMILY_SCHEMAS.rest, `pid IN (${familyOf(person)}) AND pid <> ${person}::UBIGINT`);
	await settleFamily(connection);
	await connection.run('DROP TABLE canary_people');
	return { region };
}

function familyOf(person: bigint): string {
	return `SELECT pid FROM memory.main.receipt WHERE pid = ${person}::UBIGINT OR fid IN
		(SELECT fid FROM memory.main.receipt WHERE pid = ${person}::UBIGINT AND fid IS NOT NULL)`;
}

/**
 * A family with another recipient is still a family without the person: it does not leave its cell,
 * or it moves to where the others of it are. Only the cells in which it counts otherwise change.
 */
async function settleFamily(connection: DuckDBConnection): Promise<void> {
	const { whole, rest } = FAMILY_SCHEMAS;
	const families = `measure::VARCHAR IN (${FAMILY_MEASURES.map(literal).join(', ')})`;
	for (const cube of CUBES) {
		const of = (schema: string) => `(FROM memory.${schema}.${cube} WHERE ${families})`;
		const into = `memory.${CANARY_SCHEMAS.alone}.${cube}`;
		await connection.run(`DELETE FROM ${into} WHERE ${families}`);
		await connection.run(`INSERT INTO ${into} FROM
			((${of(whole)} EXCEPT ${of(rest)}) UNION ALL (${of(rest)} EXCEPT ${of(whole)}))`);
	}
	for (const schema of [whole, rest]) await connection.run(`DROP SCHEMA memory.${schema} CASCADE`);
}

/** Counts some people in a database of their own and keeps the cells. */
async function recount(
	connection: DuckDBConnection,
	schema: string,
	condition: string,
	counting: Counting,
	signal: AbortSignal | undefined
): Promise<void> {
	await connection.run(`ATTACH ':memory:' AS recount`);
	try {
		for (const list of LISTS)
			await connection.run(`CREATE TABLE recount.${list} AS FROM memory.main.${list}
				WHERE pid IN (FROM canary_people) AND ${condition} ORDER BY hash(pid) DESC`);
		await connection.run('CREATE TABLE recount.cooperative AS FROM memory.main.cooperative');
		await connection.run('USE recount');
		await countCells(connection, counting, { signal });
		await connection.run('USE memory');
		await connection.run(`CREATE OR REPLACE SCHEMA memory.${schema}`);
		for (const cube of CUBES)
			await connection.run(`CREATE TABLE memory.${schema}.${cube} AS
				FROM recount.cells.${cube} ${cube === 'k6' ? '' : `WHERE region = ${literal(region(counting))}`}`);
	} finally {
		await connection.run('USE memory');
		await connection.run('DETACH recount');
	}
}

function region({ places }: Counting): string {
	return places[0]?.region ?? '';
}
