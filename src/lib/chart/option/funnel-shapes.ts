import type { FunnelPosition } from '$lib/model/statistics/funnel';
import { markShapes } from './mark';
import { type Shape, circle } from './shapes';

/** Half the side of a mark, in pixels. */
export const RADIUS = 4.5;

/**
 * A place's mark says by its shape where it stands: a dot within the limits, a triangle that points
 * away from them beyond, filled where it is far beyond.
 */
export function positionShapes(
	position: FunnelPosition,
	at: { x: number; y: number },
	color: string,
	paper: string
): Shape[] {
	if (position === 'within') return [{ path: circle(at.x, at.y, RADIUS - 1), fill: color }];
	const side = position === 'above' || position === 'far_above' ? 'above' : 'below';
	const [triangle] = markShapes(side, { ...at, radius: RADIUS }, color, paper);
	if (!triangle || !('path' in triangle)) return [];
	const far = position === 'far_above' || position === 'far_below';
	return far
		? [{ ...triangle, stroke: paper, width: 0.75 }]
		: [{ path: triangle.path, fill: paper, stroke: color, width: 1.5 }];
}
