import type { DuckDBConnection } from '@duckdb/node-api';
import { EVERY_VALUE, type Knowledge } from '$lib/protect/attack';
import { countedSql, type RuleFigures, valuesSql } from '$lib/protect/audit';
import type { Parts } from './blocks';
import { rowsOfSql } from './read';

/** Which measures each cube counts. */
async function counted(connection: DuckDBConnection): Promise<Knowledge['counted']> {
	const rows = await rowsOfSql(connection, countedSql());
	const known = new Set(rows.map((row) => `${row.cube}|${row.measure}`));
	return (cube, measure) => known.has(`${cube}|${measure}`);
}

/** With the true counts at hand. A value that nobody has is no secret: the attacker knows it is empty. */
export async function knowledgeOfCells(
	connection: DuckDBConnection,
	rule: RuleFigures
): Promise<Knowledge> {
	const rows = await rowsOfSql(connection, valuesSql());
	const values = (dimension: string) =>
		rows
			.filter((row) => row.dimension === dimension)
			.map((row) => String(row.value))
			.sort();
	return {
		exact: true,
		threshold: rule.threshold,
		roof: rule.roof,
		families: false,
		withheld: false,
		deciles: values('decile'),
		sexes: values('sex'),
		ages: values('age'),
		waiting: values('waiting'),
		counted: await counted(connection)
	};
}

/** With the artefacts alone. */
export async function knowledgeOfArtefacts(
	connection: DuckDBConnection,
	rule: RuleFigures,
	{ families, withheld }: { families: boolean; withheld: boolean }
): Promise<Knowledge> {
	return {
		exact: false,
		threshold: rule.threshold,
		roof: rule.roof,
		families,
		withheld,
		...EVERY_VALUE,
		counted: await counted(connection)
	};
}

/** The parts of each place, from table `audit_part`. */
export async function partsOf(connection: DuckDBConnection): Promise<Parts> {
	const parts = new Map<string, string[]>();
	for (const { parent, part } of await rowsOfSql(connection, 'FROM audit_part ORDER BY ALL')) {
		const known = parts.get(String(parent)) ?? [];
		known.push(String(part));
		parts.set(String(parent), known);
	}
	return parts;
}
