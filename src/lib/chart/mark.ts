import { type Figure, type FigureState, isImplausible } from '$lib/model';
import { drawable } from './build/point';

/** What a mark says; the legend and every kind of chart draw it alike. */
export type MarkKind = FigureState | 'implausible' | 'above' | 'below' | 'left_out';

/** Of another nature than what was counted: marked even where nothing else stands beside them. */
const ALWAYS: ReadonlySet<FigureState> = new Set<FigureState>([
	'target',
	'projection',
	'not_comparable'
]);

/**
 * The mark that a figure with a value carries in a drawing; null where it is drawn plainly. What is
 * computed needs one only where it stands among figures of other states.
 * @param states those of the chart
 */
export function markOf(figure: Figure, states: readonly FigureState[]): MarkKind | null {
	if (drawable(figure) === null) return null;
	if (isImplausible(figure.flag)) return 'implausible';
	if (ALWAYS.has(figure.state)) return figure.state;
	const mixed = figure.state === 'computed' && states.some((state) => state === 'published');
	return mixed ? figure.state : null;
}
