/** Months of a demo as absolute month numbers (`year * 12 + month - 1`); both ends are in it. */
export interface Period {
	first: number;
	last: number;
}

/** The last month where none is asked for: fixed, so that a demo is the same on any day. */
export const DEFAULT_UNTIL = '2025-12';
