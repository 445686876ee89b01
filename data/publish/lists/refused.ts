import { BIGINT, BOOLEAN, type DuckDBConnection, UBIGINT } from '@duckdb/node-api';
import { open } from 'node:fs/promises';
import { m } from '$lib/i18n/paraglide/messages';
import { FAULTS_OF, type ListColumns, type ListRole, type ListRule, ruleText } from '$lib/lists';
import { literal } from '$lib/engine/quote';
import { FAULTY } from '$lib/lists/sql';
import type { ListKind, Locale } from '$lib/model';
import { appendColumns } from './append';
import type { ListSource } from './source/source';
import { type Statements, count, statementsOn } from './statements';

const RUNS = 'list_run';

/** The table of refused rows: where they stand and why, never what stands in them. */
export const REFUSED_DDL =
	'CREATE OR REPLACE TABLE refused (file USMALLINT NOT NULL, "row" UBIGINT NOT NULL, "column" VARCHAR, rule VARCHAR NOT NULL)';

/** The header of the column in which a fault lies, or of the one that stands for it. */
function headerFor(role: ListRole | null, { columns }: ListColumns): string {
	if (role === null) return '';
	const instead: Partial<Record<ListRole, ListRole>> = {
		region_code: 'region_name',
		cooperative_code: 'cooperative_name',
		first: 'month',
		last: 'month'
	};
	const other = instead[role];
	return (columns[role] ?? (other ? columns[other] : undefined))?.header ?? '';
}

/** Moves the faulty rows of a file to `refused`, blank ones aside; tells how many by rule. */
export async function keepRefused(
	statements: Statements,
	list: ListKind,
	file: number,
	columns: ListColumns,
	source: ListSource
): Promise<Map<ListRule, number>> {
	const { from, add, blank } = source.numbers();
	await statements.run(
		'refused',
		`CREATE OR REPLACE TABLE ${RUNS} (ordinal UBIGINT, "add" BIGINT, blank BOOLEAN)`
	);
	await appendColumns(
		statements,
		RUNS,
		[UBIGINT, BIGINT, BOOLEAN],
		[from.map(BigInt), add.map(BigInt), blank]
	);
	const faults = FAULTS_OF[list].map(({ rule, role }, at) => {
		const header = literal(headerFor(role, columns));
		return `(${at + 1}, ${literal(rule)}, ${header})`;
	});
	await statements.run(
		'refused',
		`INSERT INTO refused SELECT ${file}, f.ordinal + r."add", v.header, v.rule
			FROM ${FAULTY} f ASOF JOIN ${RUNS} r ON f.ordinal >= r.ordinal
			JOIN (VALUES ${faults.join(', ')}) v(fault, rule, header) ON f.fault = v.fault
			WHERE NOT r.blank`
	);
	await statements.run('refused', `DROP TABLE ${RUNS}`);
	const rows = await statements.rows<{ rule: ListRule; n: bigint }>(
		'refused',
		`SELECT rule, count(*) AS n FROM refused WHERE file = ${file} GROUP BY rule`
	);
	return new Map(rows.map(({ rule, n }) => [rule, count(n)]));
}

function field(text: string): string {
	// A cell that begins so would be run as a formula.
	const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
	return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const PAGE = 50_000;

/**
 * Writes the refused rows as CSV, readable by its owner only: file, row, column, rule, what is wrong
 * and how it is repaired. No cell of a list is in it.
 * @param file where to write; must not exist yet
 * @param names names of the list files, in the order of `Loaded.files`
 */
export async function writeRefused(
	connection: DuckDBConnection,
	file: string,
	names: readonly string[],
	locale: Locale
): Promise<void> {
	const at = { locale };
	const header = [
		m.lists_refused_file({}, at),
		m.lists_refused_row({}, at),
		m.lists_refused_column({}, at),
		m.lists_refused_rule({}, at),
		m.lists_refused_message({}, at),
		m.lists_refused_hint({}, at)
	];
	const statements = statementsOn(connection, undefined);
	const handle = await open(file, 'wx', 0o600);
	try {
		// The mark tells Excel that the letters are UTF-8.
		await handle.write(`\ufeff${header.map(field).join(',')}\r\n`);
		for (let page = 0; ; page += 1) {
			const rows = await statements.rows<{
				file: number;
				row: bigint;
				column: string | null;
				rule: ListRule;
			}>(
				'refused',
				`SELECT file, "row", "column", rule FROM refused ORDER BY file, "row", rule LIMIT ${PAGE} OFFSET ${page * PAGE}`
			);
			const lines = rows.map((row) => {
				const { message, hint } = ruleText(row.rule, locale);
				const cells = [names[row.file] ?? '', String(row.row), row.column ?? '', row.rule];
				return [...cells, message, hint].map(field).join(',');
			});
			if (lines.length > 0) await handle.write(`${lines.join('\r\n')}\r\n`);
			if (rows.length < PAGE) break;
		}
	} finally {
		await handle.close();
	}
}
