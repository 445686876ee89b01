import type { Ring, Spot } from '../model';
import coastline from './coastline.json';

let read: readonly Ring[] | null = null;

/**
 * The coasts of Indonesia and of what lies about it, as closed lines in degrees: Natural Earth's land
 * at 1:50 million, reduced by `npm run coastline`. Where the land was cut at the edge of the box, the
 * line runs along it.
 */
export function coast(): readonly Ring[] {
	read ??= coastline.rings.map(decode);
	return read;
}

function decode(text: string): Ring {
	const steps = text.split(' ').map(Number);
	const ring: Spot[] = [];
	let [x, y] = [0, 0];
	for (let at = 0; at < steps.length; at += 2) {
		x += steps[at] ?? 0;
		y += steps[at + 1] ?? 0;
		ring.push([tidy(x * coastline.unit), tidy(y * coastline.unit)]);
	}
	return ring;
}

function tidy(degrees: number): number {
	return Math.round(degrees * 1e4) / 1e4;
}
