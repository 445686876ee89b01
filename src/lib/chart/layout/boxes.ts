/** A rectangle in pixels of a drawing. */
export interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

export function overlap(a: Box, b: Box): boolean {
	return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}

interface Spot {
	x: number;
	y: number;
}

const STEP = 4;
const HALF = 3;

/** Boxes along a straight line, close enough that nothing as large as a letter slips between. */
export function trace(from: Spot, to: Spot): Box[] {
	const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / STEP));
	return Array.from({ length: steps + 1 }, (_, index) => {
		const x = from.x + ((to.x - from.x) * index) / steps;
		const y = from.y + ((to.y - from.y) * index) / steps;
		return { left: x - HALF, right: x + HALF, top: y - HALF, bottom: y + HALF };
	});
}
