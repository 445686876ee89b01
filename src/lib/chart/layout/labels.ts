import { textWidth } from './text';

/**
 * Moves labels apart so that none covers another, as little as can be, inside the limits.
 * @param wanted where each would stand (its middle), with its height
 * @returns middles in the order given
 */
export function spreadLabels(
	wanted: readonly { y: number; height: number }[],
	top: number,
	bottom: number
): number[] {
	const order = wanted.map((label, index) => ({ ...label, index })).sort((a, b) => a.y - b.y);
	let floor = top;
	for (const label of order) {
		label.y = Math.max(label.y, floor + label.height / 2);
		floor = label.y + label.height / 2;
	}
	let ceiling = bottom;
	for (const label of [...order].reverse()) {
		label.y = Math.min(label.y, ceiling - label.height / 2);
		ceiling = label.y - label.height / 2;
	}
	const places: number[] = [];
	for (const label of order) places[label.index] = label.y;
	return places;
}

/** Breaks a label at spaces and after low lines into lines no wider than the room, where words allow. */
export function wrapLabel(label: string, room: number, size: number, bold = false): string[] {
	return fill(label.split(PIECES), room, size, bold);
}

/** The same, and breaks words that are wider than the room: nothing of a name is ever cut off. */
export function wrapName(name: string, room: number, size: number): string[] {
	const pieces = name
		.split(PIECES)
		.flatMap((piece) => (textWidth(piece, size) <= room ? [piece] : [...piece]));
	return fill(pieces, room, size, false);
}

/** Where a name may be broken: `jumlah_keluarga penerima`. */
const PIECES = /(?<=[ _])/;

function fill(pieces: readonly string[], room: number, size: number, bold: boolean): string[] {
	const lines: string[] = [];
	for (const piece of pieces) {
		const last = lines[lines.length - 1];
		const joined = last === undefined ? piece : last + piece;
		if (last !== undefined && textWidth(joined.trimEnd(), size, bold) <= room)
			lines[lines.length - 1] = joined;
		else lines.push(piece);
	}
	return lines.map((line) => line.trimEnd());
}
