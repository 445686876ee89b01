import type { TilesModel } from '../model';
import { type Place, type Size, fontSize, textWidth, tileSide } from './size';

export interface TilesLayout {
	side: number;
	left: number;
	top: number;
	/** Whether abbreviations fit into the tiles. */
	lettered: boolean;
	font: number;
	places: Map<string, Place>;
}

export function layoutTiles(model: TilesModel, { width, height }: Size): TilesLayout {
	const side = Math.min(tileSide(model.width, width), (height - 6) / Math.max(1, model.height));
	const left = 3;
	const font = Math.min(fontSize(width), 12);
	const longest = Math.max(0, ...model.tiles.map((tile) => textWidth(tile.abbreviation, font)));
	const places = model.points.map((point): [string, Place] => [
		point.key,
		{
			x: left + (point.column + 0.5) * side,
			y: 3 + (point.row + 0.5) * side,
			radius: side / 2 + 1
		}
	]);
	return { side, left, top: 3, lettered: longest + 3 <= side, font, places: new Map(places) };
}
