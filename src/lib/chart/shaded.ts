import type { ChartModel, MapModel, TilesModel } from './model';
import type { FunnelModel } from './model-funnel';
import type { ScatterModel } from './model-scatter';

/** A chart that is placed by the program that draws it. */
export type PlacedLive = MapModel | FunnelModel | ScatterModel;

/** Whether regions are drawn where they lie, as points or areas. */
function isMap(model: ChartModel): model is MapModel {
	return model.kind === 'points' || model.kind === 'areas';
}

/**
 * Whether the program that draws a chart also says where its marks stand, so that no page pays for
 * its layout before a reader touches it.
 */
export function isPlacedLive(model: ChartModel): model is PlacedLive {
	return isMap(model) || model.kind === 'funnel' || model.kind === 'scatter';
}

/** Whether regions are shaded by class in it: tiles, points or areas, which have one legend. */
export function isShaded(model: ChartModel): model is TilesModel | MapModel {
	return model.kind === 'tiles' || isMap(model);
}
