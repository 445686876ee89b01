import { BOOLEAN, UBIGINT, UINTEGER, USMALLINT, UTINYINT, VARCHAR } from '@duckdb/node-api';
import { ListError, faultNumber, wordOf } from '$lib/lists';
import { COOPERATIVE_CODE, COOPERATIVE_KEY, PLACE, WORD, workTables } from '$lib/lists/sql';
import { appendColumns } from './append';
import { cooperativeCodes } from './cooperatives';
import type { DistinctTexts } from './distinct';
import { resolvePlaces } from './place/resolve';
import type { PlannedTable } from './plan';
import type { RunSettings } from './run';
import type { Statements } from './statements';

/**
 * Makes the tables by which a file's rows find their region, programme and activity.
 * @throws ListError where its codes may be of either system
 */
export async function fillLookUps(
	statements: Statements,
	table: PlannedTable,
	{ places, words }: DistinctTexts,
	{ resolver, codes }: RunSettings
): Promise<void> {
	const { list, name, columns } = table;
	for (const sql of workTables().file) await statements.run('tables', sql);
	const texts = [...places];
	const resolved = resolvePlaces(
		texts.map(([, text]) => text),
		resolver,
		codes ?? columns.codes ?? undefined
	);
	if (resolved === 'codes_ambiguous')
		throw new ListError({ kind: 'codes_ambiguous', list, file: name });
	// Only beneficiaries need a region; members and activities fall back on the NIK.
	const fault = ({ rule }: (typeof resolved)[number]) =>
		rule !== null && list === 'beneficiaries' ? faultNumber(list, rule) : null;
	await appendColumns(
		statements,
		PLACE,
		[UBIGINT, USMALLINT, UTINYINT, BOOLEAN, BOOLEAN, BOOLEAN],
		[
			texts.map(([key]) => key),
			resolved.map(({ region }) => region),
			resolved.map(fault),
			resolved.map(({ former }) => former),
			resolved.map(({ restored }) => restored),
			resolved.map(({ rule }) => rule !== null && rule !== 'region_missing')
		]
	);
	const known = [...words].map(([key, text]) => [key, wordOf(text, list)] as const);
	await appendColumns(
		statements,
		WORD,
		[UBIGINT, UTINYINT],
		[known.map(([key]) => key), known.map(([, word]) => word)]
	);
}

/** Makes the table by which rows of all files find the publishable code of their cooperative. */
export async function fillCooperatives(
	statements: Statements,
	all: readonly DistinctTexts[],
	key: Uint8Array
): Promise<void> {
	const texts = new Map(all.flatMap(({ cooperatives }) => [...cooperatives]));
	const codes = cooperativeCodes(texts.values(), key);
	const sorted = [...new Set(codes.values())].sort();
	const numbers = new Map(sorted.map((code, at) => [code, at + 1]));
	const known = [...texts].map(([hash, text]) => ({ hash, code: codes.get(text) ?? '' }));
	await statements.run(
		'tables',
		`CREATE OR REPLACE TABLE ${COOPERATIVE_KEY} ("key" UBIGINT, cooperative UINTEGER)`
	);
	await statements.run(
		'tables',
		`CREATE OR REPLACE TABLE ${COOPERATIVE_CODE} (cooperative UINTEGER, code VARCHAR)`
	);
	const byKey = [known.map(({ hash }) => hash), known.map(({ code }) => numbers.get(code) ?? 0)];
	await appendColumns(statements, COOPERATIVE_KEY, [UBIGINT, UINTEGER], byKey);
	const byCode = [sorted.map((_, at) => at + 1), sorted];
	await appendColumns(statements, COOPERATIVE_CODE, [UINTEGER, VARCHAR], byCode);
}
