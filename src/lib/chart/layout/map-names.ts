import type { MapMark, MapModel } from '../model';
import { type Box, overlap } from './boxes';
import type { MapLayout } from './map';
import { type Size } from './size';
import { shortLabel, textWidth } from './text';

/** A name on a map, by its middle, in pixels. */
export interface MapName {
	text: string;
	x: number;
	y: number;
	chosen: boolean;
}

/** With more regions than this, provinces are named in their place. */
const MOST = 60;

/** Air about a name, in pixels. */
const AIR = 2;

/**
 * Names that have room: the chosen region's first, then those of the regions, or of the provinces
 * where there are too many regions. None covers another, nor a circle.
 */
export function nameMap(model: MapModel, layout: MapLayout, font: number, size: Size): MapName[] {
	const few = model.marks.length <= MOST;
	// Few areas are named on themselves; all else beside its circles, or where they would be.
	const within = few && model.kind === 'areas';
	const circles = within ? [] : model.marks.map((mark) => boxOf([mark], layout));
	const taken: Box[] = [];
	const names: MapName[] = [];
	function place(text: string, about: Box, chosen: boolean): void {
		const width = textWidth(text, font, chosen) + 2 * AIR;
		const beside = within && !chosen ? [] : around(about, width, font + AIR);
		const free = [...(within ? [centre(about, width, font + AIR)] : []), ...beside].filter(
			(box) =>
				box.left >= 0 &&
				box.right <= size.width &&
				box.top >= 0 &&
				box.bottom <= size.height &&
				!taken.some((other) => overlap(box, other))
		);
		const clear = free.find((box) => !circles.some((other) => overlap(box, other)));
		// The chosen region is named in any case, over circles where there is no other room.
		const found = clear ?? (chosen ? free[0] : undefined);
		if (!found) return;
		taken.push(found);
		const [x, y] = [(found.left + found.right) / 2, (found.top + found.bottom) / 2];
		names.push({ text, x, y, chosen });
	}
	for (const mark of model.marks)
		if (mark.chosen) place(shortLabel(mark.label), boxOf([mark], layout), true);
	if (few) {
		for (const mark of model.marks)
			if (!mark.chosen) place(plain(mark.label), boxOf([mark], layout), false);
		return names;
	}
	for (const [province, marks] of byProvince(model.marks))
		place(model.provinces[province] ?? '', boxOf(marks, layout), false);
	return names;
}

/** `Kabupaten Bogor` as `Bogor`; `Kota Bogor` as it is. */
function plain(label: string): string {
	return label.replace(/^Kabupaten /, '');
}

function byProvince(marks: readonly MapMark[]): [string, MapMark[]][] {
	const groups = new Map<string, MapMark[]>();
	for (const mark of marks) groups.set(mark.province, [...(groups.get(mark.province) ?? []), mark]);
	return [...groups].sort(([, a], [, b]) => b.length - a.length);
}

/** What the circles of marks cover. */
function boxOf(marks: readonly MapMark[], { project, radius }: MapLayout): Box {
	const spots = marks.map(({ lng, lat }) => project([lng, lat]));
	const xs = spots.map(([x]) => x);
	const ys = spots.map(([, y]) => y);
	return {
		left: Math.min(...xs) - radius,
		right: Math.max(...xs) + radius,
		top: Math.min(...ys) - radius,
		bottom: Math.max(...ys) + radius
	};
}

function around({ left, right, top, bottom }: Box, width: number, height: number): Box[] {
	const [x, y] = [(left + right) / 2, (top + bottom) / 2];
	return [
		middle(right + width / 2, y, width, height),
		middle(left - width / 2, y, width, height),
		middle(x, top - height / 2, width, height),
		middle(x, bottom + height / 2, width, height),
		middle(right + width / 2 - 2, top - height / 2, width, height),
		middle(right + width / 2 - 2, bottom + height / 2, width, height)
	];
}

function centre({ left, right, top, bottom }: Box, width: number, height: number): Box {
	return middle((left + right) / 2, (top + bottom) / 2, width, height);
}

function middle(x: number, y: number, width: number, height: number): Box {
	return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}
