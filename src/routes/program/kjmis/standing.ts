import type { PlaceCounts } from '$lib/answer/place-counts';
import type { Standing } from './answer';

/**
 * Each set with the sets that it is a part of by construction. Who buys at an e-Warung need not be a
 * member, so that buyers are no share of members.
 */
const SETS: readonly (readonly [measure: string, ...wholes: string[]])[] = [
	['assisted'],
	['mentored_assisted', 'assisted'],
	['kjmis'],
	['kjmis_assisted', 'assisted', 'kjmis'],
	['kjmis_public', 'kjmis'],
	['kjmis_active', 'kjmis'],
	['ewarung'],
	['ewarung_assisted', 'assisted', 'ewarung']
];

/** All that the page counts people of. */
export const MEASURES: readonly string[] = SETS.map(([measure]) => measure);

/** Who takes part in the chosen places, in the last of the periods. */
export function standingOf(counts: PlaceCounts): Standing[] {
	return SETS.flatMap(([measure, ...wholes]) => {
		const people = counts.figures(measure).at(-1);
		if (!people) return [];
		const shares = wholes.flatMap((of) => {
			const rate = counts.rate(measure, of).at(-1) ?? null;
			return rate === null ? [] : [{ of, rate }];
		});
		return [{ measure, people, shares }];
	});
}
