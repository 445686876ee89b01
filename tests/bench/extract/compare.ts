import { DuckDBInstance } from '@duckdb/node-api';
import { literal } from '$lib/engine/quote';
import type { Agreement, Task } from './tasks';

/** Columns by which the cells of both ways meet; ours name a margin, bare SQL leaves it NULL. */
const KEYS: Readonly<Record<string, { period: string; dimensions: readonly string[] }>> = {
	k1: { period: 'month', dimensions: [] },
	k2: { period: 'month', dimensions: ['decile'] },
	k3: { period: 'month', dimensions: ['sex', 'age'] },
	k4: { period: 'year', dimensions: ['decile', 'sex', 'age'] }
};

const BARE: Readonly<Record<string, string>> = {
	decile: `CASE decile WHEN 0 THEN 'unknown' ELSE decile::VARCHAR END`,
	sex: `CASE sex WHEN 1 THEN 'male' ELSE 'female' END`,
	age: `CASE age WHEN 1 THEN '0-14' WHEN 2 THEN '15-24' WHEN 3 THEN '25-44' WHEN 4 THEN '45-64' ELSE '65+' END`
};

/** Whether both ways count the same people in every cell. @throws nothing: differences are counted */
export async function compareCells({
	raw,
	cells
}: Extract<Task, { kind: 'compare' }>): Promise<Agreement[]> {
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	await connection.run(`ATTACH ${literal(raw)} AS own (READ_ONLY)`);
	await connection.run(`ATTACH ${literal(cells)} AS bare (READ_ONLY)`);
	const found: Agreement[] = [];
	for (const [cube, { period, dimensions }] of Object.entries(KEYS)) {
		const own = dimensions.map((one) => `${one}::VARCHAR AS ${one}, `).join('');
		// A CASE over NULL takes its ELSE, so a margin is told apart first.
		const bare = dimensions
			.map((one) => `CASE WHEN ${one} IS NULL THEN '*' ELSE ${BARE[one] ?? one} END AS ${one}, `)
			.join('');
		const keys = ['place', period, 'measure', ...dimensions].join(', ');
		const reader = await connection.runAndReadAll(
			`SELECT count(*)::INTEGER, count_if(o.n IS DISTINCT FROM b.n)::INTEGER
			FROM (SELECT region::VARCHAR AS place, ${period}, measure::VARCHAR AS measure, ${own}n
					FROM own.cells.${cube}) AS o
				FULL JOIN (SELECT place, ${period}, measure, ${bare}n FROM bare.${cube}) AS b USING (${keys})`
		);
		const [all, different] = reader.getRows()[0] ?? [];
		found.push({ cube, cells: Number(all), different: Number(different) });
	}
	connection.closeSync();
	instance.closeSync();
	return found;
}
