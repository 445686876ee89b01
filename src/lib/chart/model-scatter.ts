import type { Figure } from '$lib/model';
import type { ChartBase, NamesRoom } from './model';

/** A row of two values that are both there. */
export interface ScatterMark {
	key: string;
	label: string;
	across: Figure;
	up: Figure;
}

/** What an axis of a scatter plot measures. */
export interface ScatterAxis {
	/** With the unit, where one is known: `keluarga_pkh (keluarga)`. */
	label: string;
	unit: Figure['unit'];
}

/** Two values a row as a point each: what stands high on one is seen beside where it stands on the other. */
export interface ScatterModel extends ChartBase {
	kind: 'scatter';
	/** From left to right. */
	marks: readonly ScatterMark[];
	axes: { across: ScatterAxis; up: ScatterAxis };
	/** Whether rows have names, that may be written beside their points. */
	named: boolean;
	namesRoom: NamesRoom;
}
