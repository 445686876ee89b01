import type { Weights } from './anneal';
import type { Cell, Edge, Place } from './geometry';
import { AROUND, Pieces, SIDE } from './pieces';

/** Tiles of one body of land on a grid, with what the layout costs. */
export class Board {
	readonly #at: Cell[] = [];
	readonly #grid = new Int16Array(SIDE * SIDE).fill(-1);
	readonly #indexOf: Int32Array;
	readonly #pieces: Pieces;
	readonly #edgesOf: Edge[][];
	readonly #provinceOf: number[];
	readonly #membersOf: number[][];
	readonly #all: number[];
	#last: { tile: number; from: Cell; to: Cell } | null = null;

	constructor(
		places: readonly Place[],
		edges: readonly Edge[],
		readonly wish: readonly Cell[],
		readonly weights: Weights
	) {
		const provinces = [...new Set(places.map(({ province }) => province))];
		this.#all = places.map((_, i) => i);
		this.#provinceOf = places.map(({ province }) => provinces.indexOf(province));
		this.#membersOf = provinces.map((_, p) => this.#all.filter((i) => this.#provinceOf[i] === p));
		this.#edgesOf = places.map((_, i) => edges.filter((e) => e.from === i || e.to === i));
		this.#indexOf = new Int32Array(places.length);
		this.#pieces = new Pieces(this.#grid, this.#indexOf);
		for (const i of this.#all) this.#put(i, this.#free(wish[i] ?? { x: 0, y: 0 }));
	}

	cell(tile: number): Cell {
		return this.#at[tile] ?? { x: 0, y: 0 };
	}

	cells(): Cell[] {
		return this.#at.map((cell) => ({ ...cell }));
	}

	/** Puts a tile elsewhere, swapping with what is there. @returns how much dearer it has become */
	trade(tile: number, to: Cell): number {
		const from = this.cell(tile);
		const other = this.#grid[indexAt(to)] ?? -1;
		const before = this.#local(tile, other, from, to);
		this.#swap(tile, from, to);
		this.#last = { tile, from, to };
		return this.#local(tile, other, from, to) - before;
	}

	undo(): void {
		const last = this.#last;
		if (last) this.#swap(last.tile, last.to, last.from);
		this.#last = null;
	}

	energy(): number {
		const tiles = this.#all;
		const links = tiles.reduce((sum, i) => sum + this.#links(i) / 2 + this.#placed(i), 0);
		const sides = tiles.reduce((sum, i) => sum + this.#sides(i), 0);
		const parts = this.#membersOf.reduce((sum, _, p) => sum + this.#parts(p), 0);
		return links + sides + parts + this.#bodyParts();
	}

	/** The part of the energy that a trade of these two cells can change. */
	#local(tile: number, other: number, from: Cell, to: Cell): number {
		const touched = new Set([tile]);
		for (const cell of [indexAt(from), indexAt(to)])
			for (const step of AROUND) {
				const beside = this.#grid[cell + step] ?? -1;
				if (beside >= 0) touched.add(beside);
			}
		if (other >= 0) touched.add(other);
		let sum = this.#links(tile) + this.#placed(tile);
		if (other >= 0) sum += this.#links(other) + this.#placed(other);
		for (const i of touched) sum += this.#sides(i);
		const province = this.#provinceOf[tile] ?? 0;
		if (other < 0) return sum + this.#parts(province) + this.#bodyParts();
		const beside = this.#provinceOf[other] ?? 0;
		// Two tiles of one province that change places leave its shape as it is.
		return beside === province ? sum : sum + this.#parts(province) + this.#parts(beside);
	}

	/** Cost of the ways to the tile's neighbours: too long, or in the wrong direction. */
	#links(tile: number): number {
		let sum = 0;
		for (const edge of this.#edgesOf[tile] ?? []) {
			const a = this.cell(edge.from);
			const b = this.cell(edge.to);
			const x = b.x - a.x;
			const y = b.y - a.y;
			const length = Math.sqrt(x * x + y * y) || 1;
			sum += this.weights.neighbour * (length - 1) ** 2;
			sum += this.weights.direction * (1 - (x * edge.dx + y * edge.dy) / length);
		}
		return sum;
	}

	#placed(tile: number): number {
		const wish = this.wish[tile];
		const here = this.cell(tile);
		if (!wish) return 0;
		return this.weights.place * ((here.x - wish.x) ** 2 + (here.y - wish.y) ** 2);
	}

	#sides(tile: number): number {
		const here = this.#indexOf[tile] ?? 0;
		let sum = 0;
		for (const step of AROUND) {
			const beside = this.#grid[here + step] ?? -1;
			if (beside < 0) sum += this.weights.border;
			else if (this.#provinceOf[beside] !== this.#provinceOf[tile]) sum += this.weights.province;
		}
		return sum;
	}

	#parts(province: number): number {
		const members = this.#membersOf[province] ?? [];
		return (this.#pieces.count(members, this.#provinceOf) - 1) * this.weights.parts;
	}

	#bodyParts(): number {
		return (this.#pieces.count(this.#all, null) - 1) * this.weights.parts;
	}

	#swap(tile: number, from: Cell, to: Cell): void {
		const other = this.#grid[indexAt(to)] ?? -1;
		this.#grid[indexAt(from)] = -1;
		if (other >= 0) this.#put(other, from);
		this.#put(tile, to);
	}

	#put(tile: number, cell: Cell): void {
		this.#at[tile] = cell;
		this.#indexOf[tile] = indexAt(cell);
		this.#grid[indexAt(cell)] = tile;
	}

	/** The free cell nearest to a wish. */
	#free(wish: Cell): Cell {
		for (let reach = 0; ; reach++) {
			let best: Cell | null = null;
			let least = Infinity;
			for (let x = Math.round(wish.x) - reach; x <= Math.round(wish.x) + reach; x++)
				for (let y = Math.round(wish.y) - reach; y <= Math.round(wish.y) + reach; y++) {
					if ((this.#grid[indexAt({ x, y })] ?? 0) >= 0) continue;
					const far = (x - wish.x) ** 2 + (y - wish.y) ** 2;
					if (far < least) [best, least] = [{ x, y }, far];
				}
			if (best) return best;
		}
	}
}

function indexAt({ x, y }: Cell): number {
	return (y + SIDE / 2) * SIDE + x + SIDE / 2;
}
