import type { TilesModel } from '../model';
import { type Place, type Size, fontSize, tileSide } from './size';
import { textWidth } from './text';

export interface TilesLayout {
	side: number;
	left: number;
	top: number;
	/** Whether abbreviations fit into the tiles. */
	lettered: boolean;
	font: number;
	places: Map<string, Place>;
}

/** No text of a drawing is smaller, in pixels. */
const SMALLEST = 11;

export function layoutTiles(model: TilesModel, { width, height }: Size): TilesLayout {
	const side = Math.min(tileSide(model.width, width), (height - 6) / Math.max(1, model.height));
	const left = 3;
	const fits = (font: number) =>
		model.tiles.every((tile) => textWidth(tile.abbreviation, font) + 2 <= side);
	const usual = Math.min(fontSize(width), 12);
	const lettered = fits(usual) || fits(SMALLEST);
	const font = lettered && !fits(usual) ? SMALLEST : usual;
	const places = model.points.map((point): [string, Place] => [
		point.key,
		{
			x: left + (point.column + 0.5) * side,
			y: 3 + (point.row + 0.5) * side,
			radius: side / 2 + 1
		}
	]);
	return { side, left, top: 3, lettered, font, places: new Map(places) };
}
