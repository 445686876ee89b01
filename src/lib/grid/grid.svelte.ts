import { getLocale } from '$lib/i18n/locale';
import { SvelteMap } from 'svelte/reactivity';
import { widthOf } from './cell';
import { parseFilter } from './filter';
import type { Cell } from './keys';
import type { GridColumn, GridOrder, GridSource } from './source';
import { RowWindow } from './window.svelte';

/** Rows by whose values the columns' widths are set. */
const SAMPLE = 60;

/**
 * What a grid knows: order, filters, the rows that are open under them, and the cell that keys are
 * at. A later order or filter makes the answer to an earlier one void.
 */
export class GridState {
	active = $state<Cell>({ row: 0, column: 0 });
	order = $state<GridOrder | null>(null);
	/** What is typed under each column, by its place. */
	readonly filters = new SvelteMap<number, string>();
	rows = $state.raw<RowWindow | null>(null);
	widths = $state.raw<readonly number[]>([]);
	busy = $state(true);
	error = $state.raw<unknown>(null);

	#asked = 0;
	readonly source: GridSource;

	constructor(source: GridSource) {
		this.source = source;
		this.widths = source.columns.map((column, index) => widthOf(column, index, [], getLocale()));
		void this.open();
	}

	get columns(): readonly GridColumn[] {
		return this.source.columns;
	}

	get total(): number {
		return this.rows?.total ?? 0;
	}

	/** Whether what is typed under a column cannot be read as a filter of its type. */
	unreadable(index: number): boolean {
		const column = this.columns[index];
		const typed = this.filters.get(index) ?? '';
		return (
			column !== undefined && parseFilter(typed, column.type, getLocale() === 'id') === 'unreadable'
		);
	}

	/** Upwards, downwards, then the data's own order again. */
	sort(column: number): void {
		const now = this.order?.column === column ? this.order : null;
		this.order = now?.descending ? null : { column, descending: now !== null };
		void this.open();
	}

	filter(column: number, typed: string): void {
		if (typed.trim() === '') this.filters.delete(column);
		else this.filters.set(column, typed);
		void this.open();
	}

	clear(): void {
		this.filters.clear();
		void this.open();
	}

	/** Asks the source for the rows under the order and filters of now. */
	async open(): Promise<void> {
		const asked = (this.#asked += 1);
		this.busy = true;
		this.error = null;
		const failed = (error: unknown) => {
			if (asked === this.#asked) this.error = error;
		};
		try {
			const rows = await this.source.open(this.order, new SvelteMap(this.filters));
			if (asked !== this.#asked) return;
			const first = this.rows === null;
			if (first && rows.total > 0) await this.#measure(rows.read(0, Math.min(SAMPLE, rows.total)));
			if (asked !== this.#asked) return;
			this.rows?.close();
			this.rows = new RowWindow(rows, failed);
			this.active = { ...this.active, row: Math.min(this.active.row, Math.max(0, rows.total - 1)) };
		} catch (error) {
			failed(error);
		} finally {
			if (asked === this.#asked) this.busy = false;
		}
	}

	/** Nothing that is still on its way changes anything after this. */
	close(): void {
		this.#asked += 1;
		this.rows?.close();
	}

	async #measure(reading: Promise<readonly (readonly unknown[])[]>): Promise<void> {
		const rows = await reading;
		this.widths = this.columns.map((column, index) => widthOf(column, index, rows, getLocale()));
	}
}
