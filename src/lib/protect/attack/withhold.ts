import { type Block, type Layer, layerKey } from './block';

/**
 * What is withheld next where counts of a block were narrowed: the first step of its order in which
 * anything is still published. It depends on what is published and on which measures were
 * narrowed, never on a count.
 * @returns empty where nothing of the block is published any more
 */
export function nextWithheld(
	block: Block,
	narrowed: readonly number[],
	withheld: ReadonlySet<string>
): Layer[] {
	const published = new Set(block.cells.filter(({ shown }) => shown).map(({ layer }) => layer));
	const open = [...published].filter((index) => {
		const layer = block.layers[index];
		return layer !== undefined && !withheld.has(layerKey(layer));
	});
	const measures = new Set(
		narrowed.map((cell) => block.layers[block.cells[cell]?.layer ?? -1]?.measure ?? '')
	);
	for (const step of block.order(measures)) {
		const layers = step.flatMap((index) =>
			open.includes(index) ? (block.layers[index] ?? []) : []
		);
		if (layers.length > 0) return layers;
	}
	return [];
}
