import type { MapModel } from '../model';
import type { FunnelModel } from '../model-funnel';
import { layoutFunnel } from './funnel';
import { hit } from './hit';
import { layoutMap, regionAt } from './map';
import type { Place, Size } from './size';

/** Where each mark of a map or a funnel plot stands in a drawing of this size, by key. */
export function placesLive(model: MapModel | FunnelModel, size: Size): ReadonlyMap<string, Place> {
	return model.kind === 'funnel' ? layoutFunnel(model, size).places : layoutMap(model, size).places;
}

/** The mark under a spot, or the nearest within reach; null where none is. */
export function findLive(
	model: MapModel | FunnelModel,
	size: Size,
	x: number,
	y: number
): string | null {
	if (model.kind === 'funnel') return hit(model.kind, placesLive(model, size), x, y);
	const { locate, places } = layoutMap(model, size);
	const inside = model.kind === 'areas' ? regionAt(model, locate(x, y)) : null;
	return inside ?? hit(model.kind, places, x, y);
}
