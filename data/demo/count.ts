import type { DuckDBConnection } from '@duckdb/node-api';
import { LISTS, lastDayOf } from '$lib/model';
import { RULES } from './dirt';
import { listsOf } from './lists';
import { TWICE_SQL, overlapSql } from './overlap';
import { type Period } from './period';
import { type Truth, addCount } from './truth';

async function rowsOf(connection: DuckDBConnection, sql: string) {
	return (await connection.runAndReadAll(sql)).getRowObjects();
}

/** Adds what the tables of a part hold to what was put in. */
export async function addPart(
	connection: DuckDBConnection,
	truth: Truth,
	period: Period
): Promise<void> {
	for (const { list, counts } of listsOf(period))
		for (const row of await rowsOf(connection, counts))
			addCount(truth.lists[list], {
				fault: RULES.find((rule) => rule === row.fault) ?? null,
				rows: Number(row.rows),
				forms: {
					nik_spaced: Number(row.nik_spaced),
					date_local: Number(row.date_local),
					region_former: Number(row.region_former)
				}
			});
	const [twice] = await rowsOf(connection, TWICE_SQL);
	truth.two_cooperatives += Number(twice?.people ?? 0);
	for (const row of await rowsOf(connection, overlapSql(period, lastDayOf(period.last))))
		truth.overlap.push({
			region: String(row.region),
			pkh: Number(row.pkh),
			kmp: Number(row.kmp),
			both: Number(row.both)
		});
}

/** After the last part: a region may be cut by the border of two, and its people are added up. Rules in a fixed order. */
export function settle(truth: Truth): void {
	const byRegion = new Map(
		truth.codes.map((region) => [region, { region, pkh: 0, kmp: 0, both: 0 }])
	);
	for (const { region, pkh, kmp, both } of truth.overlap) {
		const sum = byRegion.get(region);
		if (!sum) continue;
		sum.pkh += pkh;
		sum.kmp += kmp;
		sum.both += both;
	}
	truth.overlap = [...byRegion.values()];
	for (const list of LISTS) {
		const { faults } = truth.lists[list];
		truth.lists[list].faults = Object.fromEntries(
			RULES.filter((rule) => faults[rule] !== undefined).map((rule) => [rule, faults[rule]])
		);
	}
}
