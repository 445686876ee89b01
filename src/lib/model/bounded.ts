import type { Figure } from './figure';

/** A protected figure with what is known of the true value behind it. */
export interface BoundedFigure extends Figure {
	/**
	 * Least and greatest true value, in the unit of the figure. Null where nothing is said; of a
	 * figure without a value, what it lies below.
	 */
	bounds: readonly [number, number] | null;
	/** A list of a part of the place had not come: the figure says less than it will. */
	incomplete: boolean;
	/**
	 * Of an incomplete one: the true figure is no less than the lower bound, and nothing is known of its
	 * upper end. So it is with a count, and with a share whose whole is complete; of another share neither
	 * end is known.
	 */
	atLeast?: boolean;
	/** Of how many of the place's districts the lists had come, where that is known and is not all. */
	districts?: DistrictsReported;
	/** Of whom, where not of all: `decile=3`, `sex=female|age=25-44`. */
	group?: string;
}

/** Districts whose lists had come, of all that a place has in the data. */
export interface DistrictsReported {
	reported: number;
	total: number;
}

/** The bounds that a figure carries; null of one that has none to carry. */
export function boundsIn(figure: Figure): BoundedFigure['bounds'] {
	return isBounded(figure) ? figure.bounds : null;
}

/** Whether a figure says less than it will, since lists of a part of its place had not come. */
export function isIncomplete(figure: Figure): boolean {
	return isBounded(figure) && figure.incomplete;
}

/** Whether a figure is a protected one. */
export function isBounded(figure: Figure): figure is BoundedFigure {
	return 'bounds' in figure;
}
