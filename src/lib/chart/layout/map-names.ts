import type { MapMark, MapModel } from '../model';
import { type Box, overlap } from './boxes';
import type { MapLayout } from './map';
import { type Size, isPhone } from './size';
import { shortLabel, textWidth } from './text';

/** A name on a map, or a line of one, by its middle, in pixels. */
export interface MapName {
	text: string;
	x: number;
	y: number;
	chosen: boolean;
}

/** With more regions than this, provinces are named in their place, and on a phone islands. */
const MOST = 60;

/** The name of an island may stand on so many circles where the sea about it has no room. */
const MOST_COVERED = 10;
/** To cover a circle is as bad as to stand so many pixels further away. */
const COVERING = 4;

/** Air about a name, in pixels. */
const AIR = 2;

/**
 * Names that have room: the chosen region's first, then those of the regions, or of the provinces
 * or islands where there are too many regions. None covers another, nor a circle, and the name of a
 * province stands nearest to a circle of its own: on another island it would be read as that island's.
 */
export function nameMap(model: MapModel, layout: MapLayout, font: number, size: Size): MapName[] {
	const few = model.marks.length <= MOST;
	// Few areas are named on themselves; all else beside its circles, or where they would be.
	const within = few && model.kind === 'areas';
	const circles = within ? [] : model.marks.map((mark) => boxOf([mark], layout));
	const taken: Box[] = [];
	const names: MapName[] = [];
	const isFree = (box: Box) =>
		box.left >= 0 &&
		box.right <= size.width &&
		box.top >= 0 &&
		box.bottom <= size.height &&
		!taken.some((other) => overlap(box, other));
	const covered = (box: Box) => circles.filter((other) => overlap(box, other)).length;
	const isClear = (box: Box) => !circles.some((other) => overlap(box, other));
	function place(text: string, about: Box, chosen: boolean): void {
		const width = textWidth(text, font, chosen) + 2 * AIR;
		const beside = within && !chosen ? [] : around(about, width, font + AIR);
		const free = [...(within ? [centre(about, width, font + AIR)] : []), ...beside].filter(isFree);
		// The chosen region is named in any case, over the fewest circles where there is no other room.
		const [best] = chosen ? free.toSorted((a, b) => covered(a) - covered(b)) : [];
		write(text, best ?? free.find(isClear), chosen);
	}
	/** @param most how many circles a name may cover where no place is clear of them */
	function placeGroup(text: string, marks: readonly MapMark[], most: number): void {
		const middle = centre(boxOf(marks, layout), 0, 0);
		const about = [boxOf(marks, layout), ...marks.map((mark) => boxOf([mark], layout))];
		// In one line, else a word to a line, which fits between islands where a long line does not.
		const spots = [...new Set([text, text.replaceAll(' ', '\n')])].flatMap((lines) => {
			const words = lines.split('\n');
			const width = Math.max(...words.map((word) => textWidth(word, font))) + 2 * AIR;
			return about
				.flatMap((box) => around(box, width, words.length * (font + 1) + AIR - 1))
				.filter(isFree)
				.map((box) => ({ lines, box, away: between(box, middle), over: covered(box) }))
				.sort((a, b) => a.away - b.away);
		});
		const score = ({ away, over }: { away: number; over: number }) => away + COVERING * over;
		// Where none may be covered, one line comes before two, however far it stands.
		const found = (most > 0 ? spots.toSorted((a, b) => score(a) - score(b)) : spots)
			.filter(({ over }) => over <= most)
			.find(({ box }) => marks.includes(nearestTo(box, circles, model.marks)));
		if (found) write(found.lines, found.box, false);
	}
	function write(text: string, found: Box | undefined, chosen: boolean): void {
		if (!found) return;
		taken.push(found);
		const x = (found.left + found.right) / 2;
		const lines = text.split('\n');
		const middle = (found.top + found.bottom) / 2 - ((lines.length - 1) * (font + 1)) / 2;
		lines.forEach((line, at) => names.push({ text: line, x, y: middle + at * (font + 1), chosen }));
	}
	for (const mark of model.marks)
		if (mark.chosen) place(shortLabel(mark.label), boxOf([mark], layout), true);
	if (few) {
		for (const mark of model.marks)
			if (!mark.chosen) place(plain(mark.label), boxOf([mark], layout), false);
		return names;
	}
	const known = isPhone(size.width) && Object.keys(model.islands).length > 0;
	const groups = known ? model.islands : model.provinces;
	// A handful of names tells where one is, and may hide what a long list would have to spare.
	const most = known ? MOST_COVERED : 0;
	for (const [name, marks] of byName(model.marks, groups)) placeGroup(name, marks, most);
	return names;
}

/** `Kabupaten Bogor` as `Bogor`; `Kota Bogor` as it is. */
function plain(label: string): string {
	return label.replace(/^Kabupaten /, '');
}

/** The marks of each province or island, the largest first. */
function byName(
	marks: readonly MapMark[],
	names: Readonly<Record<string, string>>
): [string, MapMark[]][] {
	const groups = new Map<string, MapMark[]>();
	for (const mark of marks) {
		const name = names[mark.province];
		if (name) groups.set(name, [...(groups.get(name) ?? []), mark]);
	}
	return [...groups].sort(([, a], [, b]) => b.length - a.length);
}

/** What the circles of marks cover. */
function boxOf(marks: readonly MapMark[], { spotOf, radius }: MapLayout): Box {
	const spots = marks.map(spotOf);
	const xs = spots.map(([x]) => x);
	const ys = spots.map(([, y]) => y);
	return {
		left: Math.min(...xs) - radius,
		right: Math.max(...xs) + radius,
		top: Math.min(...ys) - radius,
		bottom: Math.max(...ys) + radius
	};
}

/** The mark whose circle is nearest to a box. */
function nearestTo(box: Box, circles: readonly Box[], marks: readonly MapMark[]): MapMark {
	const gaps = circles.map((circle) => gap(box, circle));
	return marks[gaps.indexOf(Math.min(...gaps))] as MapMark;
}

/** Pixels between two boxes; 0 where they touch. */
function gap(a: Box, b: Box): number {
	const across = Math.max(0, a.left - b.right, b.left - a.right);
	const down = Math.max(0, a.top - b.bottom, b.top - a.bottom);
	return Math.hypot(across, down);
}

/** Pixels between the middles of two boxes. */
function between(a: Box, b: Box): number {
	return Math.hypot(
		(a.left + a.right - b.left - b.right) / 2,
		(a.top + a.bottom - b.top - b.bottom) / 2
	);
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
