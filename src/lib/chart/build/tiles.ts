import type { TilesModel } from '../model';
import { outlineProvinces } from './outline';
import { type ShadedInput, shadeRegions } from './shaded';

/** One equal tile a region, shaded by class. */
export function buildTiles(input: ShadedInput): TilesModel {
	const { tiles, base } = shadeRegions(input);
	return {
		...base,
		kind: 'tiles',
		tiles,
		provinces: outlineProvinces(tiles, input.provinceNames),
		width: tiles.length === 0 ? 0 : Math.max(...tiles.map(({ x }) => x)) + 1,
		height: tiles.length === 0 ? 0 : Math.max(...tiles.map(({ y }) => y)) + 1
	};
}
