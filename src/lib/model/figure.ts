import type { Certainty } from './certainty';
import type { Flag } from './flag';
import type { Period } from './period';
import type { RegionCode } from './region';
import type { FigureState } from './state';
import type { Unit } from './unit';

/** One figure with all that must be said of it. `value` is null exactly where the state has none. */
export interface Figure {
	indicator: string;
	region: RegionCode;
	period: Period;
	value: number | null;
	unit: Unit;
	state: FigureState;
	sourceId: string;
	certainty: Certainty;
	flag: Flag | null;
}

/** Columns of a tidy row, in the order in which files carry them. */
export const TIDY_COLUMNS = [
	'indicator',
	'region_code',
	'period_start',
	'period_end',
	'value',
	'unit',
	'state',
	'source_id',
	'certainty',
	'flag'
] as const;
