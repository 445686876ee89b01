import type { Chosen } from '$lib/answer/chosen';
import type { Asking } from '$lib/answer/context';
import { placeCounts } from '$lib/answer/place-counts';
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

/** Who takes part in the chosen places and period. */
export async function standingOf(chosen: Chosen, asking: Asking): Promise<Standing[]> {
	const counts = await placeCounts(
		SETS.map(([measure]) => measure),
		chosen,
		asking
	);
	if (!counts) throw new RangeError('no cube holds the chosen groups');
	return SETS.flatMap(([measure, ...wholes]) => {
		const [people] = counts.figures(measure);
		if (!people) return [];
		const shares = wholes.flatMap((of) => {
			const [rate = null] = counts.rate(measure, of);
			return rate === null ? [] : [{ of, rate }];
		});
		return [{ measure, people, shares }];
	});
}
