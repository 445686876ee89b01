import type { Protection } from '../rounding';
import { at, ProgramBuilder, type Program } from './program';

/** Cells that are published or withheld together: a layer of a cube for one place, period and measure. */
export interface Layer {
	cube: string;
	/** Dimensions that are not at their margin, joined by a comma; empty where the cube has but one. */
	layer: string;
	region: string;
	/** `2025-03` or `2025`. */
	period: string;
	measure: string;
}

export function layerKey({ cube, layer, region, period, measure }: Layer): string {
	return [cube, layer, region, period, measure].join('|');
}

/** One count of a block. */
export interface BlockCell {
	/** Index of its layer in the block. */
	layer: number;
	/** The true count; null where only the artefacts are at hand. */
	n: number | null;
	/** What the rule gives for it, or what is published; null where nothing is known of it. */
	pub: number | null;
	/** Whether it is published where the audit does not withhold it. */
	shown: boolean;
	/** The most that it can be where it is absent; Infinity where nothing limits it. */
	roof: number;
}

/** Where the withholding begins, and where it ends: layers by steps, the finest first. */
export type Order = readonly (readonly number[])[];

/**
 * Counts that belong together, with everything that is known of how they add up. What is published
 * of them is another matter: the same block is attacked under several publications. `across` marks
 * what relates measures to one another; so do all of `nests` and `covers`.
 */
export interface Block {
	kind: BlockKind;
	/** Names the block; its hash decides whether it is in the sample. */
	key: string;
	layers: Layer[];
	cells: BlockCell[];
	/** The whole is the sum of its parts: they are disjoint and leave nobody out. */
	sums: { whole: number; parts: number[]; across: boolean }[];
	/** The parts are disjoint and in the whole, but others may be in it too. */
	holds: { whole: number; parts: number[] }[];
	/** The people of the part are among those of the whole. */
	nests: { whole: number; part: number }[];
	/** The whole is covered by the parts, which may overlap. */
	covers: { whole: number; parts: number[] }[];
	/** Steps of withholding, for the measures in which a count was narrowed. */
	order: (measures: ReadonlySet<string>) => Order;
}

/**
 * region: one place and month, K1 to K3 of a family of measures. parent: a place with its parts, K1
 * and K2 of one measure. year: K4 of one measure. waiting: K5. cooperative: K6.
 */
export type BlockKind = 'region' | 'parent' | 'year' | 'waiting' | 'cooperative';

/** How a block is put before the attacker. */
export type Publication =
	| { kind: 'rounded'; protection: Protection; withheld: ReadonlySet<string> }
	/** True counts, with those under a limit left out: what is done where nobody rounds. */
	| { kind: 'suppressed'; under: number };

interface Seen {
	low: number;
	high: number;
	/** The published figure, null where the cell is absent. */
	figure: number | null;
}

function seenOf(cell: BlockCell, withheld: boolean, publication: Publication): Seen {
	if (publication.kind === 'suppressed') {
		const n = cell.n ?? 0;
		return n < publication.under
			? { low: 0, high: publication.under - 1, figure: null }
			: { low: n, high: n, figure: n };
	}
	const { bound } = publication.protection;
	if (cell.shown && !withheld && cell.pub !== null)
		return { low: Math.max(0, cell.pub - bound), high: cell.pub + bound, figure: cell.pub };
	return { low: 0, high: cell.shown ? Infinity : cell.roof, figure: null };
}

export interface BlockProgram {
	program: Program;
	/** Counts that must not be narrowed. */
	targets: number[];
	/** The true counts, where they are at hand. */
	known: Float64Array | null;
}

/**
 * A block as the attacker sees it. A cell that the audit withholds has no upper bound; one that is
 * absent anyway keeps its own, which tells the attacker more than the artefacts do: what is not
 * narrowed here is not narrowed there either, and withholding never narrows anything.
 *
 * With true counts at hand, a sum that does not hold (a person counted in two places) is given as
 * what does hold, so that the true counts always satisfy the program.
 * @param across whether relations between measures are used: where a list came late, those that need
 * two lists do not hold, and without true counts nobody knows where that is
 */
export function programOf(
	block: Block,
	publication: Publication,
	across: boolean = true
): BlockProgram {
	const builder = new ProgramBuilder();
	const withheld =
		publication.kind === 'rounded'
			? block.layers.map((layer) => publication.withheld.has(layerKey(layer)))
			: block.layers.map(() => false);
	const seen = block.cells.map((cell) => seenOf(cell, withheld[cell.layer] === true, publication));
	for (const { low, high } of seen) builder.variable(low, high);
	const known = block.cells.every(({ n }) => n !== null)
		? Float64Array.from(block.cells, ({ n }) => n ?? 0)
		: null;
	const total = (parts: readonly number[]) =>
		known ? parts.reduce((sum, part) => sum + at(known, part), 0) : 0;

	const within = (part: number, whole: number) => {
		if (known && at(known, part) > at(known, whole)) return;
		const [a, b] = [seen[part]?.figure ?? null, seen[whole]?.figure ?? null];
		// Another figure, so another set of people: the same people have the same noise everywhere.
		// Where that does not hold, the check of the same people fails; here the truth is kept.
		const same = known !== null && at(known, part) === at(known, whole);
		const apart = a !== null && b !== null && a !== b && !same;
		builder.row([whole], [part], apart ? 1 : 0, Infinity);
	};
	for (const { whole, parts, across: between } of block.sums) {
		if (between && !across) continue;
		if (!known || total(parts) === at(known, whole)) builder.row(parts, [whole], 0, 0);
		else if (total(parts) > at(known, whole)) builder.row(parts, [whole], 0, Infinity);
		for (const part of parts) {
			const [a, b] = [seen[part]?.figure ?? null, seen[whole]?.figure ?? null];
			if ((a !== null && b !== null && a !== b) || (known && total(parts) !== at(known, whole)))
				within(part, whole);
		}
	}
	for (const { whole, parts } of block.holds)
		if (!known || total(parts) <= at(known, whole)) builder.row([whole], parts, 0, Infinity);
	if (across) {
		for (const { whole, part } of block.nests) within(part, whole);
		for (const { whole, parts } of block.covers)
			if (!known || total(parts) >= at(known, whole)) builder.row(parts, [whole], 0, Infinity);
	}

	return { program: builder.build(), known, targets: targetsOf(block, seen, publication) };
}

/** True counts of 1 to the threshold; where they are not at hand, every count that is absent. */
function targetsOf(block: Block, seen: readonly Seen[], publication: Publication): number[] {
	const limit =
		publication.kind === 'rounded' ? publication.protection.threshold : publication.under;
	return [...block.cells.keys()].filter((index) => {
		const n = block.cells[index]?.n ?? null;
		return n === null ? seen[index]?.figure === null : n >= 1 && n < limit;
	});
}
