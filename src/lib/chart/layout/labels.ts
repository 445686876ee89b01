import { textWidth } from './size';

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

/** Breaks a label at spaces into lines no wider than the room, where words allow. */
export function wrapLabel(label: string, room: number, size: number, bold = false): string[] {
	const lines: string[] = [];
	for (const word of label.split(' ')) {
		const last = lines[lines.length - 1];
		const joined = last === undefined ? word : `${last} ${word}`;
		if (last !== undefined && textWidth(joined, size, bold) <= room)
			lines[lines.length - 1] = joined;
		else lines.push(word);
	}
	return lines;
}
