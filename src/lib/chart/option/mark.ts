import type { MarkKind } from '../mark';
import { type Shape, box, circle, segment } from './shapes';

/** Where a mark stands (its middle) and half its side, in pixels. */
export interface MarkPlace {
	x: number;
	y: number;
	radius: number;
}

/** The mark as shapes. */
export function markShapes(
	kind: MarkKind,
	{ x, y, radius: r }: MarkPlace,
	color: string,
	paper: string
): Shape[] {
	const square = box(x - r, y - r, 2 * r, 2 * r);
	const diamond = polygon(
		[x, y - r * 1.25],
		[x + r * 1.25, y],
		[x, y + r * 1.25],
		[x - r * 1.25, y]
	);
	const edged = { fill: paper, stroke: color };
	switch (kind) {
		case 'published':
			return [{ path: square, fill: color }];
		case 'computed':
			return [
				{ path: square, ...edged },
				{ path: polygon([x - r, y - r], [x + r, y - r], [x - r, y + r]), fill: color }
			];
		case 'own':
			return [
				{ path: circle(x, y, r), ...edged },
				{ path: circle(x, y, r * 0.4), fill: color }
			];
		case 'target':
			return [{ path: diamond, ...edged, width: 1.5 }];
		case 'projection':
			return [{ path: diamond, ...edged, dash: [2, 1.5] }];
		case 'not_comparable':
			return [{ path: square + segment(x - r, y, x + r, y), ...edged }];
		case 'implausible':
			return [{ path: square + texturePath('implausible', x - r, y - r, 2 * r), ...edged }];
		case 'above':
			return [{ path: polygon([x, y - r], [x + r, y + r], [x - r, y + r]), fill: color }];
		case 'below':
			return [{ path: polygon([x, y + r], [x + r, y - r], [x - r, y - r]), fill: color }];
		case 'late':
			return [
				{ path: square, stroke: color },
				{ path: box(x - r, y, 2 * r, r), fill: color }
			];
		case 'not_published':
			return [
				{ path: square, stroke: color, dash: [1, 2] },
				{ path: circle(x, y, r * 0.3), fill: color }
			];
		case 'left_out':
			return [{ path: square, stroke: color, width: 0.5 }];
		default:
			return [
				{ path: square, stroke: color, dash: [1, 2] },
				{ path: texturePath(kind, x - r, y - r, 2 * r), stroke: color }
			].filter(({ path }) => path !== '');
	}
}

/** Lines of a texture inside a square; nothing for a missing value. */
export function texturePath(kind: MarkKind | 'class', x: number, y: number, side: number): string {
	const [right, bottom] = [x + side, y + side];
	switch (kind) {
		case 'not_counted':
			return circle(x + side / 2, y + side / 2, side * 0.28);
		case 'not_received':
			// Low, so that it can be seen below letters.
			return segment(x + side * 0.2, y + side * 0.8, right - side * 0.2, y + side * 0.8);
		case 'demo':
			return segment(x, bottom, right, y);
		case 'withheld':
			return [0.5, 1]
				.map((part) => segment(x, y + side * part, x + side * part, y))
				.concat(segment(x + side / 2, bottom, right, y + side / 2))
				.join('');
		case 'implausible':
			return segment(x, y, right, bottom) + segment(x, bottom, right, y);
		default:
			return '';
	}
}

function polygon(...corners: (readonly [number, number])[]): string {
	const px = (value: number) => String(Math.round(value * 10) / 10);
	return `M${corners.map(([x, y]) => `${px(x)} ${px(y)}`).join('L')}z`;
}
