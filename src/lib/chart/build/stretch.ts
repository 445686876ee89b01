import type { Figure } from '$lib/model';
import { comparable } from './comparable';

/**
 * The last of a line's figures that are of the same: those since the last period in which other districts
 * had reported than before. Against what stands before that, nothing has risen or fallen.
 * @param figures in the order of time
 * @param changes first days of those periods
 */
export function lastStretch<One extends Figure>(
	figures: readonly One[],
	changes: readonly string[] = []
): readonly One[] {
	const last = figures.findLastIndex((figure) => comparable(figure) !== null);
	const from = figures.findLastIndex(
		({ period }, nth) => nth <= last && changes.includes(period.start)
	);
	return figures.slice(Math.max(0, from));
}
