import { mount } from 'svelte';
import { sharedEngine } from '$lib/engine/shared';
import DataGrid from '$lib/grid/DataGrid.svelte';
import { querySource } from '$lib/grid/query-source';
import '$lib/ui/theme.css';
import '$lib/ui/base.css';

/** What a test and a bench ask of the page. */
export interface GridPage {
	/** Makes a table of so many rows in DuckDB. */
	make(rows: number): Promise<void>;
	/** Opens the table in the grid; milliseconds until its first rows are painted. */
	open(): Promise<number>;
	/** Every statement that the grid has asked, with the rows that came back. */
	asked(): { sql: string; rows: number }[];
	/** The same work by DuckDB alone: the count and the first rows; milliseconds. */
	bare(): Promise<number>;
	/** Scrolls on by a row each frame; the milliseconds between frames. */
	scroll(frames: number): Promise<number[]>;
}

declare global {
	interface Window {
		gridPage: GridPage;
	}
}

const asked: { sql: string; rows: number }[] = [];
const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

window.gridPage = {
	async make(rows) {
		const engine = await sharedEngine();
		await engine.query('DROP TABLE IF EXISTS besar');
		await engine.query(
			`CREATE TABLE besar AS SELECT CAST(i AS INTEGER) AS nomor,
				CAST((i * 7919) % 1000003 AS DOUBLE) / 8 AS nilai,
				'Kabupaten ' || (i % 514) AS tempat,
				i % 2 = 0 AS genap,
				make_date(2024, CAST(1 + i % 12 AS INTEGER), 1) AS bulan
			FROM range(${rows}) r(i)`
		);
	},
	async open() {
		const engine = await sharedEngine();
		const began = performance.now();
		const source = await querySource(
			{
				async query(sql, params, options) {
					const table = await engine.query(sql, params, options);
					asked.push({ sql, rows: table.numRows });
					return table;
				}
			},
			'besar'
		);
		const target = document.querySelector('#grid');
		if (!target) throw new Error('no place for the grid');
		target.replaceChildren();
		mount(DataGrid, { target, props: { source, caption: 'Besar' } });
		while (
			!/\d/.test(target.querySelector('[aria-rowindex="3"] [role=gridcell]')?.textContent ?? '')
		)
			await frame();
		await frame();
		return performance.now() - began;
	},
	asked: () => asked.splice(0),
	async bare() {
		const engine = await sharedEngine();
		const began = performance.now();
		await engine.query('SELECT count(*) FROM besar');
		await engine.query('SELECT * FROM besar LIMIT 100');
		return performance.now() - began;
	},
	async scroll(frames) {
		const box = document.querySelector('[role=grid]');
		if (!box) throw new Error('no grid');
		const between: number[] = [];
		let before = await frame();
		for (let i = 0; i < frames; i += 1) {
			box.scrollTop += 64;
			const now = await frame();
			between.push(now - before);
			before = now;
		}
		return between;
	}
};
