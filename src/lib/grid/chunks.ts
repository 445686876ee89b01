type Rows = readonly (readonly unknown[])[];

/** Chunks that are held; those read longest ago go first. */
const HELD = 40;

/** The rows that have been read, by chunks of a size. */
export class Chunks {
	readonly #held = new Map<number, Rows>();

	constructor(readonly size: number) {}

	row(index: number): readonly unknown[] | null {
		return this.#held.get(Math.floor(index / this.size))?.[index % this.size] ?? null;
	}

	/** First chunk with rows from `from` up to `to` that is not held, or null. */
	missing(from: number, to: number): number | null {
		for (let chunk = Math.floor(from / this.size); chunk * this.size < to; chunk += 1) {
			if (!this.#held.has(chunk)) return chunk;
		}
		return null;
	}

	hold(chunk: number, rows: Rows): void {
		this.#held.delete(chunk);
		this.#held.set(chunk, rows);
		for (const old of this.#held.keys()) {
			if (this.#held.size <= HELD) break;
			this.#held.delete(old);
		}
	}
}
