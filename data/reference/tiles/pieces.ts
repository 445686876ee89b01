/** Cells in a row of the grid: more than any body of land needs with its sea. */
export const SIDE = 128;

/** Steps to the four cells that share a side. */
export const AROUND = [1, -1, SIDE, -SIDE] as const;

/** Counts the connected pieces of sets of tiles on a grid, fast enough to do it at every move. */
export class Pieces {
	readonly #mark: Int32Array;
	readonly #open: Int16Array;
	#round = 0;

	/**
	 * @param grid tile in each cell, -1 where there is none
	 * @param indexOf cell of each tile
	 */
	constructor(
		readonly grid: Int16Array,
		readonly indexOf: Int32Array
	) {
		this.#mark = new Int32Array(indexOf.length);
		this.#open = new Int16Array(indexOf.length);
	}

	/** How many separate pieces the members form, side by side; `group` tells members from others. */
	count(members: readonly number[], group: readonly number[] | null): number {
		const round = ++this.#round;
		const own = group?.[members[0] ?? 0];
		let pieces = 0;
		for (const start of members) {
			if (this.#mark[start] === round) continue;
			pieces++;
			this.#mark[start] = round;
			this.#open[0] = start;
			let length = 1;
			while (length > 0) {
				const here = this.indexOf[this.#open[--length] ?? 0] ?? 0;
				for (const step of AROUND) {
					const next = this.grid[here + step] ?? -1;
					if (next < 0 || this.#mark[next] === round) continue;
					if (group !== null && group[next] !== own) continue;
					this.#mark[next] = round;
					this.#open[length++] = next;
				}
			}
		}
		return pieces;
	}
}
