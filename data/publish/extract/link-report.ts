import type { DuckDBConnection } from '@duckdb/node-api';
import { regencyCode, type ListKind } from '$lib/model';

/** Of the people on one list, how many are on another. Exact, and therefore private. */
export interface Match {
	list: ListKind;
	of: ListKind;
	/** `32.01`, or `00` for all together. */
	region: string;
	people: number;
	matched: number;
	/** Share of the people that are matched, 0 to 1. */
	rate: number;
}

const TABLES: Readonly<Record<ListKind, string>> = {
	beneficiaries: 'receipt',
	members: 'membership',
	activities: 'activity'
};

const PAIRS: readonly [ListKind, ListKind][] = [
	['beneficiaries', 'members'],
	['members', 'beneficiaries'],
	['activities', 'beneficiaries'],
	['activities', 'members']
];

/** How many people of each list given are on the others, for all together and by regency. */
export async function matchesOf(
	connection: DuckDBConnection,
	given: ReadonlySet<ListKind>
): Promise<Match[]> {
	const matches: Match[] = [];
	for (const [list, of] of PAIRS.filter((pair) => pair.every((one) => given.has(one)))) {
		const reader = await connection.runAndReadAll(
			`SELECT coalesce(region, 0)::INTEGER AS region, grouping(region)::INTEGER AS whole,
				count(*)::INTEGER AS people, count(*) FILTER (other.pid IS NOT NULL)::INTEGER AS matched
			FROM (SELECT pid, max(region) AS region FROM ${TABLES[list]} GROUP BY pid) AS own
				LEFT JOIN (SELECT DISTINCT pid FROM ${TABLES[of]}) AS other USING (pid)
			GROUP BY GROUPING SETS ((region), ()) ORDER BY whole DESC, region`
		);
		for (const [region, whole, people, matched] of reader.getRows() as number[][])
			matches.push({
				list,
				of,
				region: whole === 1 ? '00' : regencyCode(region ?? 0),
				people: people ?? 0,
				matched: matched ?? 0,
				rate: people ? (matched ?? 0) / people : 0
			});
	}
	return matches;
}
