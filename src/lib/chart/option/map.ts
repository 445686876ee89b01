import type { MapLayout } from '../layout/map';
import { nameMap } from '../layout/map-names';
import { type Size, fontSize } from '../layout/size';
import { markOf } from '../mark';
import type { MapMark, MapModel } from '../model';
import { stepOfClass } from '../step';
import { markShapes, texturePath } from './mark';
import type { Palette } from './palette';
import { type Shape, circle, halfCircle } from './shapes';

/** Colour of a class of the model. */
export function colorOfClass(model: MapModel, index: number, palette: Palette): string {
	const step = stepOfClass(index + 1, model.classes.length);
	return palette.sequential[step - 1] ?? palette.grey;
}

/**
 * Circles of one look in one path: shaded by class; empty with a dotted edge and the texture of their
 * state; thinly edged where a filter leaves them out.
 */
export function circles(
	model: MapModel,
	marks: readonly MapMark[],
	layout: MapLayout,
	palette: Palette
): Shape[] {
	const { spotOf, radius } = layout;
	const path = (some: readonly MapMark[]) =>
		some.map((mark) => circle(...spotOf(mark), radius)).join('');
	const shapes: Shape[] = [];
	const left = marks.filter(({ included }) => !included);
	if (left.length > 0)
		shapes.push({ path: path(left), fill: palette.paper, stroke: palette.grey, width: 0.5 });
	model.classes.forEach((_, index) => {
		const own = marks.filter((mark) => mark.included && mark.classNumber === index + 1);
		if (own.length === 0) return;
		const fill = colorOfClass(model, index, palette);
		shapes.push({ path: path(own), fill, stroke: palette.inkSoft, width: 0.6 });
	});
	const textured = marks.filter((mark) => mark.included && mark.look !== 'class');
	if (textured.length === 0) return shapes;
	const side = radius * Math.SQRT2;
	const textures = textured.map((mark) => {
		const [x, y] = spotOf(mark);
		return texturePath(mark.look, x - side / 2, y - side / 2, side);
	});
	shapes.push(
		{ path: path(textured), fill: palette.paper, stroke: palette.texture, dash: [1, 2] },
		{ path: textures.join(''), stroke: palette.texture }
	);
	shapes.push(...halves(textured, layout, palette));
	return shapes;
}

/** What came late is half filled. */
export function halves(
	marks: readonly MapMark[],
	{ spotOf, radius }: MapLayout,
	palette: Palette
): Shape[] {
	const late = marks.filter(({ look }) => look === 'late');
	if (late.length === 0) return [];
	const path = late.map((mark) => halfCircle(...spotOf(mark), radius)).join('');
	return [{ path, fill: palette.texture }];
}

/** A shaded region whose figure is of another kind than those about it: a mark at its shoulder. */
export function shoulders(model: MapModel, layout: MapLayout, palette: Palette): Shape[] {
	const size = Math.max(2, layout.radius * 0.35);
	return model.marks.flatMap((mark): Shape[] => {
		const kind = mark.look === 'class' && mark.included ? markOf(mark.figure, model.states) : null;
		if (kind === null) return [];
		const [x, y] = layout.spotOf(mark);
		const place = { x: x + layout.radius * 0.8, y: y - layout.radius * 0.8, radius: size };
		return markShapes(kind, place, palette.ink, palette.paper);
	});
}

/** Names with room, with an edge of paper about the letters. */
export function names(model: MapModel, layout: MapLayout, size: Size, palette: Palette): Shape[] {
	const font = Math.min(fontSize(size.width), 12);
	return nameMap(model, layout, font, size).map(({ text, x, y, chosen }) => ({
		text,
		x,
		y,
		size: font,
		align: 'center' as const,
		bold: chosen,
		fill: chosen ? palette.accent : palette.ink,
		halo: palette.paper
	}));
}

/** The chosen circle is lifted: an edge of the accent about one of paper. */
export function chosenCircle(
	marks: readonly MapMark[],
	layout: MapLayout,
	palette: Palette
): Shape[] {
	return marks.flatMap((mark): Shape[] => {
		if (!mark.chosen) return [];
		const path = circle(...layout.spotOf(mark), layout.radius + 2);
		return [
			{ path, stroke: palette.paper, width: 5 },
			{ path, stroke: palette.accent, width: 2.5 }
		];
	});
}
