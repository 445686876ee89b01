import type { MapModel } from '../model';
import { hit } from './hit';
import { layoutMap, regionAt } from './map';
import type { Place, Size } from './size';

/** Where each region of a map stands in a drawing of this size, by key. */
export function placesOnMap(model: MapModel, size: Size): ReadonlyMap<string, Place> {
	return layoutMap(model, size).places;
}

/** The region under a spot of a map, or the nearest within reach; null where none is. */
export function findOnMap(model: MapModel, size: Size, x: number, y: number): string | null {
	const { locate, places } = layoutMap(model, size);
	const inside = model.kind === 'areas' ? regionAt(model, locate(x, y)) : null;
	return inside ?? hit(model.kind, places, x, y);
}
