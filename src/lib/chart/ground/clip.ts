import type { Extent, Ring, Spot } from '../model';

type Side = keyof Extent;

const SIDES: readonly Side[] = ['west', 'south', 'east', 'north'];

/**
 * What of a closed ring lies inside an extent, closed along its edges where it was cut (Sutherland &
 * Hodgman 1974). Empty where nothing does. A ring ends where it begins, and so does what is left.
 */
export function clipRing(ring: Ring, extent: Extent): Ring {
	let spots: Ring = ring.slice(0, -1);
	for (const side of SIDES) {
		const kept: Spot[] = [];
		spots.forEach((spot, index) => {
			const before = spots.at(index - 1) ?? spot;
			if (inside(spot, side, extent) !== inside(before, side, extent))
				kept.push(cross(before, spot, side, extent));
			if (inside(spot, side, extent)) kept.push(spot);
		});
		spots = kept;
	}
	const [first] = spots;
	return first === undefined || spots.length < 3 ? [] : [...spots, first];
}

/** The lines of a clipped ring that are its own: what runs along an edge of the extent is left out. */
export function ownLines(ring: Ring, extent: Extent): Spot[][] {
	const lines: Spot[][] = [];
	let line: Spot[] = [];
	const end = () => {
		if (line.length > 1) lines.push(line);
		line = [];
	};
	ring.forEach((spot, index) => {
		const before = ring[index - 1];
		if (before && SIDES.some((side) => on(spot, side, extent) && on(before, side, extent))) end();
		line.push(spot);
	});
	end();
	return lines;
}

function inside([x, y]: Spot, side: Side, { west, south, east, north }: Extent): boolean {
	switch (side) {
		case 'west':
			return x >= west;
		case 'east':
			return x <= east;
		case 'south':
			return y >= south;
		case 'north':
			return y <= north;
	}
}

function on([x, y]: Spot, side: Side, extent: Extent): boolean {
	return (side === 'west' || side === 'east' ? x : y) === extent[side];
}

function cross([x1, y1]: Spot, [x2, y2]: Spot, side: Side, extent: Extent): Spot {
	const edge = extent[side];
	return side === 'west' || side === 'east'
		? [edge, y1 + ((y2 - y1) * (edge - x1)) / (x2 - x1)]
		: [x1 + ((x2 - x1) * (edge - y1)) / (y2 - y1), edge];
}
