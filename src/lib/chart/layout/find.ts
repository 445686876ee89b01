import type { ChartModel } from '../model';
import { hit } from './hit';
import { layoutMap, regionAt } from './map';
import type { Place, Size } from './size';

/** Key of the mark under a spot of a drawing, or of the nearest within reach; null where none is. */
export function findMark(
	model: ChartModel,
	size: Size,
	places: ReadonlyMap<string, Place>,
	x: number,
	y: number
): string | null {
	const inside =
		model.kind === 'areas' ? regionAt(model, layoutMap(model, size).locate(x, y)) : null;
	return inside ?? hit(model.kind, places, x, y);
}
