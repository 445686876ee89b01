import type { AttachOptions } from '$lib/engine/engine';
import { identifier } from '$lib/engine/quote';
import { schemaName } from '$lib/engine/schema-name';
import { sharedEngine } from '$lib/engine/shared';
import DataGrid from '$lib/grid/DataGrid.svelte';
import { querySource } from '$lib/grid/query-source';
import type { Preview } from '../dataset';

/**
 * A table of a dataset, ready to be shown in the grid: fetches DuckDB and the table's file.
 * @throws EngineError where one of them cannot be had
 */
export async function openTable({ dataset, table }: Preview, options: AttachOptions) {
	const engine = await sharedEngine();
	await engine.attach(dataset, options);
	const source = await querySource(engine, `${schemaName(dataset.id)}.${identifier(table)}`);
	return { source, table, DataGrid };
}
