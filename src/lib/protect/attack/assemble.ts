import {
	type Block,
	type BlockCell,
	type BlockKind,
	type Layer,
	layerKey,
	type Order
} from './block';
import { type CellPlace, type CellStore, type Knowledge, placeKey } from './store';

function layerOf(place: CellPlace): Layer {
	const { cube, region, period, measure } = place;
	const given = [
		['decile', place.decile],
		['sex', place.sex],
		['age', place.age]
	].filter(([, value]) => value !== undefined && value !== '*');
	// A cube with one way of counting has one layer.
	const told =
		cube === 'k3' || cube === 'k4' ? given.map(([dimension]) => dimension).join(',') : '';
	return { cube, layer: told, region, period, measure };
}

/** Puts a block together from where its cells stand: each is looked up, an absent one is made up. */
export class BlockAssembler {
	readonly #store: CellStore;
	readonly #knowledge: Knowledge;
	readonly #cells: BlockCell[] = [];
	readonly #layers: Layer[] = [];
	readonly #layerIndex = new Map<string, number>();
	readonly #cellIndex = new Map<string, number>();
	readonly #sums: Block['sums'] = [];
	readonly #holds: Block['holds'] = [];
	readonly #nests: Block['nests'] = [];
	readonly #covers: Block['covers'] = [];

	constructor(store: CellStore, knowledge: Knowledge) {
		this.#store = store;
		this.#knowledge = knowledge;
	}

	/** @returns the index of the cell in the block */
	cell(place: CellPlace): number {
		const key = placeKey(place);
		const before = this.#cellIndex.get(key);
		if (before !== undefined) return before;
		const { exact, threshold, roof } = this.#knowledge;
		const stored = this.#store.get(place) ?? { n: exact ? 0 : null, pub: 0, shown: false };
		const absent = stored.n === null && !stored.shown;
		const index =
			this.#cells.push({
				layer: this.#layer(layerOf(place)),
				n: stored.n,
				pub: absent ? null : stored.pub,
				shown: stored.shown,
				roof: absent || stored.pub < threshold ? roof : Infinity
			}) - 1;
		this.#cellIndex.set(key, index);
		return index;
	}

	#layer(layer: Layer): number {
		const key = layerKey(layer);
		const before = this.#layerIndex.get(key);
		if (before !== undefined) return before;
		const index = this.#layers.push(layer) - 1;
		this.#layerIndex.set(key, index);
		return index;
	}

	/** @param across the parts are of other measures than the whole */
	sum(whole: CellPlace, parts: readonly CellPlace[], across = false): void {
		const cells = parts.map((part) => this.cell(part));
		this.#sums.push({ whole: this.cell(whole), parts: cells, across });
	}

	hold(whole: CellPlace, parts: readonly CellPlace[]): void {
		this.#holds.push({ whole: this.cell(whole), parts: parts.map((part) => this.cell(part)) });
	}

	nest(whole: CellPlace, part: CellPlace): void {
		this.#nests.push({ whole: this.cell(whole), part: this.cell(part) });
	}

	cover(whole: CellPlace, parts: readonly CellPlace[]): void {
		this.#covers.push({ whole: this.cell(whole), parts: parts.map((part) => this.cell(part)) });
	}

	/**
	 * Without true counts, an absent cell is at most 9 only where nothing else explains its absence:
	 * families are not asked for, and its layer is not withheld, since another cell of it is there.
	 */
	#loosen(): void {
		const { exact, families, withheld } = this.#knowledge;
		if (exact || !(families || withheld)) return;
		const present = new Set(this.#cells.filter(({ shown }) => shown).map(({ layer }) => layer));
		for (const cell of this.#cells)
			if (!cell.shown && (families || !present.has(cell.layer))) cell.roof = Infinity;
	}

	/** @param steps which layers a step of the withholding takes, the finest first */
	finish(
		kind: BlockKind,
		key: string,
		steps: (measures: ReadonlySet<string>) => readonly ((layer: Layer) => boolean)[]
	): Block {
		this.#loosen();
		const layers = this.#layers;
		const order = (measures: ReadonlySet<string>): Order =>
			steps(measures).map((takes) =>
				[...layers.keys()].filter((index) => {
					const layer = layers[index];
					return layer !== undefined && takes(layer);
				})
			);
		return {
			kind,
			key,
			layers,
			cells: this.#cells,
			sums: this.#sums,
			holds: this.#holds,
			nests: this.#nests,
			covers: this.#covers,
			order
		};
	}
}
