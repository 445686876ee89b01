import { openWorkbench } from '$lib/engine/workbench/shared';
import { OwnFile } from '$lib/state/own-file.svelte';
import type { RegionReference } from '$lib/read/region';

/** What a bench asks of the page; its file is in the page's one input. */
export interface FilesPage {
	/** Starts DuckDB, so that both ways find it started. */
	start(reference: RegionReference): Promise<void>;
	/** The page's way, to the end of all that is told of a file. */
	read(): Promise<{ milliseconds: number; surveyed: number; rows: number; memory: number }>;
	/** DuckDB-Wasm alone in the same worker: the file into a table, as it takes it by itself. */
	bare(): Promise<number>;
}

declare global {
	interface Window {
		filesPage: FilesPage;
	}
}

let reference: RegionReference = {
	regions: [],
	formerNames: [],
	formerProvinces: [],
	formerCodes: []
};

function chosen(): File {
	const file = document.querySelector('input')?.files?.[0];
	if (!file) throw new Error('no file is chosen');
	return file;
}

window.filesPage = {
	async start(known) {
		reference = known;
		await (await openWorkbench()).query('SELECT 1');
	},
	async read() {
		const workbench = await openWorkbench();
		await workbench.query('DROP TABLE IF EXISTS berkas.besar');
		const began = performance.now();
		const own = new OwnFile(chosen(), 'besar');
		let surveyed = 0;
		const watch = setInterval(() => {
			if (own.reading !== null && surveyed === 0) surveyed = performance.now() - began;
		}, 20);
		await own.read(reference);
		const milliseconds = performance.now() - began;
		clearInterval(watch);
		if (own.fault || !own.ready) throw new Error(JSON.stringify(own.fault ?? own.reading?.people));
		const answer = await workbench.query(
			'SELECT sum(memory_usage_bytes)::DOUBLE AS bytes FROM duckdb_memory()'
		);
		const memory = Number(answer.getChildAt(0)?.get(0) ?? 0);
		return { milliseconds, surveyed, rows: own.reading?.rows ?? 0, memory };
	},
	async bare() {
		const workbench = await openWorkbench();
		await workbench.query('DROP TABLE IF EXISTS berkas.besar');
		const began = performance.now();
		await workbench.addFile('telanjang.csv', chosen());
		await workbench.query(
			"CREATE OR REPLACE TABLE berkas.telanjang AS SELECT * FROM read_csv('berkas/telanjang.csv')"
		);
		const milliseconds = performance.now() - began;
		await workbench.query('DROP TABLE berkas.telanjang');
		await workbench.dropFile('telanjang.csv');
		return milliseconds;
	}
};
