import type { PlacedFigure } from '../figures';
import type { Doubt } from './mark';
import { conflicts, overHundred } from './same';
import { jumps, placeholderZeros, strays } from './series';
import { outliers, totals } from './table';

export type { Doubt } from './mark';
export { withoutRepeats } from './same';
export { partsIn } from './table';

/**
 * Every doubt about the figures of one file. A figure carries one flag, the first that is found in
 * the order below; values in doubt are not held against others.
 */
export function doubtsAbout(
	figures: readonly PlacedFigure[],
	partsOf: (code: string) => readonly string[]
): Doubt[] {
	const doubted = new Map<PlacedFigure, Doubt>();
	const sound = () => figures.filter((figure) => !doubted.has(figure));
	const add = (doubts: readonly Doubt[]) => {
		for (const doubt of doubts) if (!doubted.has(doubt.figure)) doubted.set(doubt.figure, doubt);
	};
	add(conflicts(figures));
	add(overHundred(sound()));
	add(placeholderZeros(sound()));
	add(outliers(sound()));
	add(jumps(sound()));
	add(strays(figures.filter((figure) => doubted.get(figure)?.flag !== 'placeholder_zero')));
	add(totals(figures, partsOf, new Set(doubted.keys())));
	return [...doubted.values()].sort((a, b) => a.figure.line - b.figure.line);
}
