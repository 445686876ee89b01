import type { TileProvince, TilesModel } from '../model';
import { type Box, overlap } from './boxes';
import { isPhone } from './size';
import { textWidth } from './text';
import type { TilesLayout } from './tiles';

/** A line of a province's name, by its middle, in pixels. */
export interface PlacedName {
	text: string;
	x: number;
	y: number;
	/** Whether it stands beside the tiles rather than on them. */
	clear: boolean;
}

/**
 * Province names that have room: above, below or beside the province where no tile stands, else in
 * its middle where it is wide enough. Names never cover one another; large provinces choose first. A
 * phone has room for islands alone.
 */
export function placeNames(model: TilesModel, layout: TilesLayout): PlacedName[] {
	const width = layout.left * 2 + model.width * layout.side;
	const height = layout.top * 2 + model.height * layout.side;
	const tiles = model.tiles.map(({ x, y }) => tileBox(x, y, layout));
	const taken: Box[] = [];
	const placed: PlacedName[] = [];
	const named = isPhone(width) ? islandsOf(model) : model.provinces;
	const provinces = [...named].sort((a, b) => extent(b) - extent(a));
	for (const province of provinces) {
		const spots = spotsFor(province, layout);
		const best = spots
			.filter(({ box }) => box.left >= 0 && box.right <= width && box.top >= 0)
			.filter(({ box }) => box.bottom <= height && !taken.some((other) => overlap(box, other)))
			.map((spot) => ({ ...spot, covered: tiles.filter((tile) => overlap(spot.box, tile)).length }))
			.filter(({ covered, inside }) => covered === 0 || inside)
			.sort((a, b) => a.covered - b.covered)[0];
		if (!best) continue;
		taken.push(best.box);
		const middle = (best.box.left + best.box.right) / 2;
		best.lines.forEach((text, index) =>
			placed.push({
				text,
				x: middle,
				y: best.box.top + (index + 0.5) * (layout.font + 1),
				clear: best.covered === 0
			})
		);
	}
	return placed;
}

/** The islands that the provinces lie on; the provinces, where that is one. */
function islandsOf({ provinces, islands }: TilesModel): readonly TileProvince[] {
	if (Object.keys(islands).length === 0) return provinces;
	return [...new Set(Object.values(islands))].flatMap((name): TileProvince[] => {
		const own = provinces.filter(({ code }) => islands[code] === name);
		const [first] = own;
		if (!first) return [];
		const middle = (of: 'x' | 'y') => own.reduce((sum, one) => sum + one[of], 0) / own.length;
		const edges = own.flatMap((province) => province.edges);
		return [{ code: first.code, name, edges, x: middle('x'), y: middle('y') }];
	});
}

function tileBox(x: number, y: number, { left, top, side }: TilesLayout): Box {
	return {
		left: left + x * side,
		top: top + y * side,
		right: left + (x + 1) * side,
		bottom: top + (y + 1) * side
	};
}

function extent({ edges }: TileProvince): number {
	const xs = edges.flatMap(([x1, , x2]) => [x1, x2]);
	return Math.max(...xs) - Math.min(...xs);
}

/** Places where a name may stand, with the lines it is broken into there. */
function spotsFor({ name, edges, x, y }: TileProvince, { left, top, side, font }: TilesLayout) {
	const xs = edges.flatMap(([x1, , x2]) => [left + x1 * side, left + x2 * side]);
	const ys = edges.flatMap(([, y1, , y2]) => [top + y1 * side, top + y2 * side]);
	const [west, east] = [Math.min(...xs), Math.max(...xs)];
	const [north, south] = [Math.min(...ys), Math.max(...ys)];
	const middle = { x: left + x * side, y: top + y * side };
	const broken = name.includes(' ') ? [[name], name.split(' ')] : [[name]];
	return broken.flatMap((lines) => {
		const width = Math.max(...lines.map((line) => textWidth(line, font))) + 4;
		const height = lines.length * (font + 1);
		const at = (atX: number, atY: number, inside = false) => ({
			lines,
			inside,
			box: {
				left: atX - width / 2,
				right: atX + width / 2,
				top: atY - height / 2,
				bottom: atY + height / 2
			}
		});
		const beside = [middle.x, (west + east) / 2, west + width / 2, east - width / 2];
		return [
			...beside.map((atX) => at(atX, south + height / 2 + 2)),
			...beside.map((atX) => at(atX, north - height / 2 - 2)),
			at(west - width / 2 - 2, middle.y),
			at(east + width / 2 + 2, middle.y),
			...(width <= east - west + 6 ? [at(middle.x, middle.y, true)] : [])
		];
	});
}
