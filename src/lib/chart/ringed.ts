import { isIncomplete } from '$lib/model/bounded';
import { drawable } from './build/point';
import type { ChartModel } from './model';

/** Whether a line of the drawing has rings, on what says less than it will: its legend names them. */
export function isRinged({ kind, points }: Pick<ChartModel, 'kind' | 'points'>): boolean {
	if (kind !== 'line' && kind !== 'multiples') return false;
	return points.some(({ figure }) => isIncomplete(figure) && drawable(figure) !== null);
}
