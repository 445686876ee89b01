import type { ChartModel, MapModel, TilesModel } from './model';

/** Whether regions are drawn where they lie, as points or areas. */
export function isMap(model: ChartModel): model is MapModel {
	return model.kind === 'points' || model.kind === 'areas';
}

/** Whether regions are shaded by class in it: tiles, points or areas, which have one legend. */
export function isShaded(model: ChartModel): model is TilesModel | MapModel {
	return model.kind === 'tiles' || isMap(model);
}
