import type { PlacedLive } from '../shaded';
import { layoutFunnel } from './funnel';
import { hit } from './hit';
import { layoutMap, regionAt } from './map';
import { layoutScatter } from './scatter';
import type { Place, Size } from './size';

/** Where each mark of such a chart stands in a drawing of this size, by key. */
export function placesLive(model: PlacedLive, size: Size): ReadonlyMap<string, Place> {
	if (model.kind === 'funnel') return layoutFunnel(model, size).places;
	if (model.kind === 'scatter') return layoutScatter(model, size).places;
	return layoutMap(model, size).places;
}

/** The mark under a spot, or the nearest within reach; null where none is. */
export function findLive(model: PlacedLive, size: Size, x: number, y: number): string | null {
	if (model.kind === 'funnel' || model.kind === 'scatter')
		return hit(model.kind, placesLive(model, size), x, y);
	const { locate, places } = layoutMap(model, size);
	const inside = model.kind === 'areas' ? regionAt(model, locate(x, y)) : null;
	return inside ?? hit(model.kind, places, x, y);
}
