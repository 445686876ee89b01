/**
 * Which row of the file each row that was read stands in. Rows are known by their order, from 0;
 * blank ones may or may not be among them. Kept as runs, since files have few gaps.
 */
export interface RowNumbers {
	/** Row that was read from which a run holds. */
	from: readonly number[];
	/** What is added to its order to give its row in the file, from 1. */
	add: readonly number[];
	/** Whether the rows of the run are blank. */
	blank: readonly boolean[];
}

export class RowCounter {
	readonly #from: number[] = [];
	readonly #add: number[] = [];
	readonly #blank: boolean[] = [];
	/** Rows that were read, blank ones among them. */
	read = 0;
	/** Rows that are not blank. */
	filled = 0;

	/** @param row the row in the file, from 1 */
	count(row: number, blank: boolean): void {
		const add = row - this.read;
		const last = this.#from.length - 1;
		if (last < 0 || this.#add[last] !== add || this.#blank[last] !== blank) {
			this.#from.push(this.read);
			this.#add.push(add);
			this.#blank.push(blank);
		}
		this.read += 1;
		if (!blank) this.filled += 1;
	}

	numbers(): RowNumbers {
		return { from: this.#from, add: this.#add, blank: this.#blank };
	}
}
