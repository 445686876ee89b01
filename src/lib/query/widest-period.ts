import type { Period } from '$lib/model/period';
import type { PeriodRow } from './periods';

/** The period for which most regions have a plausible value; the newest of equals. */
export function widestPeriod(rows: readonly PeriodRow[]): Period | undefined {
	let widest: PeriodRow | undefined;
	for (const row of rows) if (!widest || row.plausible >= widest.plausible) widest = row;
	return widest?.period;
}
