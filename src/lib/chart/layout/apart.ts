/** A place in pixels of the drawing. */
export type Pixel = readonly [x: number, y: number];

/** Of a circle's radius: nearer than this, the lower of two circles is all but hidden by the upper. */
const HIDDEN = 0.6;

/** As far apart two such circles are set, in radii: each then shows most of itself, and is touched alone. */
const APART = 1.5;

/**
 * Places of circles of which none hides another: two that all but coincide are set side by side about
 * their middle, the nearest two first. Each is moved once at most, so that a crowd keeps its shape and
 * nothing leaves its place by more than a radius.
 */
export function setApart(spots: readonly Pixel[], radius: number): Pixel[] {
	const apart = [...spots];
	const moved = new Set<number>();
	for (const { first, second, distance } of nearPairs(spots, HIDDEN * radius)) {
		const [one, two] = [spots[first], spots[second]];
		if (!one || !two || moved.has(first) || moved.has(second)) continue;
		const [x, y] = [(one[0] + two[0]) / 2, (one[1] + two[1]) / 2];
		// Of two in the very same spot the first stands to the left.
		const [across, down] =
			distance === 0 ? [1, 0] : [(two[0] - one[0]) / distance, (two[1] - one[1]) / distance];
		const half = (APART * radius) / 2;
		apart[first] = [x - across * half, y - down * half];
		apart[second] = [x + across * half, y + down * half];
		moved.add(first).add(second);
	}
	return apart;
}

/** Pairs that are nearer than a distance, by their places in the list, the nearest first. */
function nearPairs(spots: readonly Pixel[], limit: number) {
	const pairs: { first: number; second: number; distance: number }[] = [];
	spots.forEach(([x, y], first) => {
		for (let second = first + 1; second < spots.length; second += 1) {
			const other = spots[second];
			const distance = other ? Math.hypot(other[0] - x, other[1] - y) : Infinity;
			if (distance < limit) pairs.push({ first, second, distance });
		}
	});
	return pairs.sort((a, b) => a.distance - b.distance);
}
