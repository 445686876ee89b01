import type { Window } from '../window';
import { monthBit } from './bits';

/** Months of age at which each band of AGE_BANDS begins. */
const AGE_STARTS = [0, 15, 25, 45, 65].map((years) => years * 12);

/**
 * Number of the age band in AGE_BANDS (1 is `0-14`) on the last day of a month, 0 where the birth
 * month is unknown. With the birth month alone the completed years on a last day are exact.
 * @param month SQL of a month number
 */
export function ageBandSql(month: string): string {
	const age = `(${month} - birth)`;
	const steps = AGE_STARTS.map((start, index) => ({ start, band: index + 1 })).reverse();
	const cases = steps.map(({ start, band }) => `WHEN ${age} >= ${start} THEN ${band}`);
	return `(CASE WHEN birth IS NULL THEN 0 ${cases.join(' ')} ELSE 0 END)::UTINYINT`;
}

/** Bits of the months in which a person comes into another age band. */
export function agingMonths(window: Window): string {
	const months = AGE_STARTS.map((start) => monthBit(`(birth + ${start})`, window));
	return `(${months.join(' | ')})`;
}
