import { Chunks } from './chunks';
import type { GridRows } from './source';

/** Rows that are read at once. */
const CHUNK = 100;

/**
 * The rows that are near the reader: read in chunks, one reading at a time, always the place that is
 * looked at now and not those that were passed on the way.
 */
export class RowWindow {
	#version = $state(0);
	#wanted: [number, number] = [0, 0];
	#reading = false;
	#closed = false;
	readonly #chunks = new Chunks(CHUNK);
	readonly #rows: GridRows;
	readonly #failed: (error: unknown) => void;

	constructor(rows: GridRows, failed: (error: unknown) => void) {
		this.#rows = rows;
		this.#failed = failed;
	}

	get total(): number {
		return this.#rows.total;
	}

	/** A row, or null while it has not been read. */
	row(index: number): readonly unknown[] | null {
		void this.#version;
		return this.#chunks.row(index);
	}

	/** Says which rows are looked at; reads what of them is missing. */
	look(from: number, to: number): void {
		this.#wanted = [from, to];
		void this.#readOn();
	}

	/** No answer that is still on its way changes anything after this. */
	close(): void {
		this.#closed = true;
	}

	async #readOn(): Promise<void> {
		if (this.#reading) return;
		this.#reading = true;
		try {
			for (;;) {
				const chunk = this.#chunks.missing(...this.#wanted);
				if (chunk === null || this.#closed) return;
				const from = chunk * CHUNK;
				const rows = await this.#rows.read(from, Math.min(from + CHUNK, this.total));
				if (this.#closed) return;
				this.#chunks.hold(chunk, rows);
				this.#version += 1;
			}
		} catch (error) {
			if (!this.#closed) this.#failed(error);
		} finally {
			this.#reading = false;
		}
	}
}
