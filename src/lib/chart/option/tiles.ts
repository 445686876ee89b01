import { type TilesLayout, layoutTiles } from '../layout/tiles';
import { placeNames } from '../layout/names';
import type { Size } from '../layout/size';
import { markOf } from '../mark';
import type { Tile, TilesModel } from '../model';
import type { ChartOption } from './option';
import { stepOfClass } from '../step';
import { markShapes, texturePath } from './mark';
import { FIRST_HIGH, type Palette } from './palette';
import { type Shape, box, segment, shapeSeries } from './shapes';

const GAP = 1;

/** Tiles of one look are one path: 514 squares stay a small drawing. */
export function tilesChart(model: TilesModel, size: Size, palette: Palette): ChartOption {
	const layout = layoutTiles(model, size);
	return {
		series: [
			shapeSeries('classes', classes(model, layout, palette), 1),
			shapeSeries('left-out', leftOut(model, layout, palette), 1),
			shapeSeries('textures', textures(model, layout, palette), 2),
			shapeSeries('outlines', outlines(model, layout, palette), 3),
			shapeSeries('letters', layout.lettered ? letters(model, layout, palette) : [], 4),
			shapeSeries('corners', corners(model, layout, palette), 5),
			shapeSeries('names', layout.lettered ? [] : names(model, layout, palette), 5),
			shapeSeries('chosen', chosen(model, layout, palette), 6)
		]
	};
}

function corner(tile: Pick<Tile, 'x' | 'y'>, { left, top, side }: TilesLayout) {
	return { x: left + tile.x * side, y: top + tile.y * side };
}

function square(tile: Tile, layout: TilesLayout): string {
	const { x, y } = corner(tile, layout);
	return box(x + GAP / 2, y + GAP / 2, layout.side - GAP, layout.side - GAP);
}

function classes(model: TilesModel, layout: TilesLayout, palette: Palette): Shape[] {
	return model.classes.flatMap((_, index): Shape[] => {
		const tiles = model.tiles.filter((tile) => tile.classNumber === index + 1 && tile.included);
		if (tiles.length === 0) return [];
		const fill = palette.sequential[stepOfClass(index + 1, model.classes.length) - 1];
		return [
			{ path: tiles.map((tile) => square(tile, layout)).join(''), fill: fill ?? palette.grey }
		];
	});
}

/** Tiles that a filter leaves out: empty, with a thin edge, so that none is taken for a class. */
function leftOut(model: TilesModel, layout: TilesLayout, palette: Palette): Shape[] {
	const tiles = model.tiles.filter((tile) => !tile.included);
	if (tiles.length === 0) return [];
	const path = tiles.map((tile) => square(tile, layout)).join('');
	return [{ path, stroke: palette.grey, width: 0.5 }];
}

/** A shaded tile whose figure is of another kind than those about it: a marked corner. */
function corners(model: TilesModel, layout: TilesLayout, palette: Palette): Shape[] {
	const size = Math.max(3, layout.side * 0.13);
	return model.tiles.flatMap((tile): Shape[] => {
		const mark = tile.look === 'class' && tile.included ? markOf(tile.figure, model.states) : null;
		if (mark === null) return [];
		const { x, y } = corner(tile, layout);
		const place = { x: x + size + 1.5, y: y + size + 1.5, radius: size };
		return markShapes(mark, place, palette.ink, palette.paper);
	});
}

/**
 * Missing: empty, dotted edge. Not received: a bar below. Late: half filled. Not counted: a ring. Withheld: hatched. Implausible:
 * crossed.
 */
function textures(model: TilesModel, layout: TilesLayout, palette: Palette): Shape[] {
	const edge: string[] = [];
	const marks: string[] = [];
	const halves: string[] = [];
	for (const tile of model.tiles) {
		if (tile.look === 'class' || !tile.included) continue;
		const { x, y } = corner(tile, layout);
		edge.push(box(x + 1.5, y + 1.5, layout.side - 3, layout.side - 3));
		if (tile.look === 'late')
			halves.push(box(x + 1.5, y + layout.side / 2, layout.side - 3, layout.side / 2 - 1.5));
		marks.push(texturePath(tile.look, x + 1.5, y + 1.5, layout.side - 3));
	}
	if (edge.length === 0) return [];
	return [
		{ path: edge.join(''), stroke: palette.texture, dash: [1, 2] },
		{ path: marks.join(''), stroke: palette.texture },
		{ path: halves.join(''), fill: palette.texture }
	].filter(({ path }) => path !== '');
}

function outlines(model: TilesModel, layout: TilesLayout, palette: Palette): Shape[] {
	const { left, top, side } = layout;
	const lines = model.provinces.flatMap(({ edges }) =>
		edges.map(([x1, y1, x2, y2]) =>
			segment(left + x1 * side, top + y1 * side, left + x2 * side, top + y2 * side)
		)
	);
	return [{ path: lines.join(''), stroke: palette.inkSoft, width: side > 20 ? 1.5 : 1 }];
}

function letters(model: TilesModel, layout: TilesLayout, palette: Palette): Shape[] {
	return model.tiles.map((tile): Shape => {
		const { x, y } = corner(tile, layout);
		const step = tile.classNumber ? stepOfClass(tile.classNumber, model.classes.length) : 0;
		let fill = tile.included ? palette.ink : palette.inkSoft;
		if (step > 0 && tile.included) fill = step >= FIRST_HIGH ? palette.onHigh : palette.onLow;
		return {
			text: tile.abbreviation,
			x: x + layout.side / 2,
			y: y + layout.side / 2,
			size: layout.font,
			align: 'center',
			fill,
			...(tile.look === 'class' && tile.included ? {} : { halo: palette.paper })
		};
	});
}

function names(model: TilesModel, layout: TilesLayout, palette: Palette): Shape[] {
	return placeNames(model, layout).map(({ text, x, y, clear }) => ({
		text,
		x,
		y,
		size: layout.font,
		align: 'center' as const,
		fill: palette.ink,
		...(clear ? {} : { halo: palette.paper })
	}));
}

/** The chosen tile is lifted: larger, with an edge of ink about one of paper. */
function chosen(model: TilesModel, layout: TilesLayout, palette: Palette): Shape[] {
	return model.tiles.flatMap((tile): Shape[] => {
		if (!tile.chosen) return [];
		const { x, y } = corner(tile, layout);
		const size = layout.side + 2;
		return [
			{ path: box(x - 1, y - 1, size, size), stroke: palette.paper, width: 5 },
			{ path: box(x - 1, y - 1, size, size), stroke: palette.accent, width: 2.5 }
		];
	});
}
