import { FIGURE_STATES, type FigureState } from '$lib/model';

/**
 * The states that the legend explains, in their order: that of demo figures only where the site has any.
 * @param extracts made from lists, as the site has them
 */
export function listedStates(extracts: readonly { kind: 'computed' | 'demo' }[]): FigureState[] {
	const demo = extracts.some(({ kind }) => kind === 'demo');
	return FIGURE_STATES.filter((state) => demo || state !== 'demo');
}
