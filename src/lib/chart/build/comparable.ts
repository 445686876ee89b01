import { type Figure, isImplausible } from '$lib/model';
import { drawable } from './point';

/** The figure's value where it is fit for comparison: there, and not flagged as implausible. */
export function comparable(figure: Figure): number | null {
	return isImplausible(figure.flag) ? null : drawable(figure);
}
