import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { writtenBounds, writtenValue } from '$lib/export/rounded';
import type { Figure } from '$lib/model';
import { SITE } from '../../../data/site/build';

export type Cell = string | number | boolean | null;

/** Runs a script as it stands in a folder of its own, with the files that it names; all rows of its queries. */
export async function runScript(script: string): Promise<Record<string, Cell>[][]> {
	const folder = mkdtempSync(path.join(tmpdir(), 'sql-'));
	const before = process.cwd();
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	try {
		for (const [, address = ''] of script.matchAll(/^-- (http\S+\.duckdb)$/gm)) {
			const { pathname } = new URL(address);
			copyFileSync(path.join(SITE, pathname), path.join(folder, path.basename(pathname)));
		}
		process.chdir(folder);
		const answers: Record<string, Cell>[][] = [];
		const statements = await connection.extractStatements(script);
		for (let nth = 0; nth < statements.count; nth += 1) {
			const reader = await (await statements.prepare(nth)).runAndReadAll();
			if (reader.columnCount > 1)
				answers.push((reader.getRowObjectsJson() as Record<string, Cell>[]).map(asNumbers));
		}
		return answers;
	} finally {
		process.chdir(before);
		connection.closeSync();
		instance.closeSync();
		rmSync(folder, { recursive: true });
	}
}

const COUNTS = new Set(['pub', 'rupiah', 'members', 'active', 'families', 'people']);

/** Large whole numbers are written as text in JSON. */
function asNumbers(row: Record<string, Cell>): Record<string, Cell> {
	return Object.fromEntries(
		Object.entries(row).map(([name, cell]) => [
			name,
			COUNTS.has(name) && cell !== null ? Number(cell) : cell
		])
	);
}

/**
 * The figures of a chart's CSV that its SQL does not yield: value, bounds, state and completeness of each that has
 * any, by what, where, when and whom it is of.
 */
export function differences(
	figures: readonly Record<string, string>[],
	rows: readonly Record<string, Cell>[]
): string[] {
	const key = (row: Record<string, Cell>) =>
		['indikator', 'kode_wilayah', 'kelompok', 'mulai', 'akhir']
			.map((name) => row[name] ?? '')
			.join(' ');
	const number = (cell: Cell | undefined) =>
		cell === null || cell === undefined || cell === '' ? null : Number(cell);
	/** As a file has it: what was worked out has fewer digits there than the query gives. */
	const written = (row: Record<string, Cell>) => {
		const figure = { value: number(row['nilai']), state: String(row['keadaan']) };
		const [low, high] = [number(row['batas_bawah']), number(row['batas_atas'])];
		const bounds = low === null || high === null ? null : ([low, high] as const);
		return [
			writtenValue(figure as Figure),
			...(writtenBounds({ ...figure, bounds } as unknown as Figure) ?? [low, high])
		].map((one) => (one === null ? '-' : one.toPrecision(12)));
	};
	const told = (row: Record<string, Cell>) =>
		[key(row), ...written(row), row['keadaan'], row['belum_lengkap']].join(' ');
	const found = new Set(rows.map(told));
	return figures
		.filter(({ nilai, batas_atas: high }) => nilai !== '' || high !== '')
		.map(told)
		.filter((one) => !found.has(one));
}
