import { literal } from '$lib/engine/quote';
import type { DuckDBConnection } from '@duckdb/node-api';
import { type FileHandle, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ListKind } from '$lib/model';
import { fileName } from './folder';
import type { ListSql } from './lists';

/** Writes each part of the lists to a file of its own and appends it: a list is never in memory as a whole. */
export async function openWriter(draft: string, scratch: string, lists: readonly ListSql[]) {
	const handles = new Map<ListKind, FileHandle>();
	for (const { list, columns } of lists) {
		const handle = await open(path.join(draft, fileName(list)), 'wx');
		handles.set(list, handle);
		await handle.writeFile(`${columns.join(',')}\n`);
	}
	const part = path.join(scratch, 'part.csv');
	return {
		async write(connection: DuckDBConnection, signal: AbortSignal | undefined) {
			for (const { list, rows } of lists) {
				signal?.throwIfAborted();
				await connection.run(
					`COPY (${rows}) TO ${literal(part)} (FORMAT csv, HEADER false, DELIMITER ',', NULLSTR '')`
				);
				await handles.get(list)?.writeFile(await readFile(part));
				await rm(part);
			}
		},
		async close() {
			for (const handle of handles.values()) await handle.close();
		}
	};
}
