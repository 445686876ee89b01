import type { AreasModel, ChartModel, PointsModel, TilesModel } from './model';

/** Whether regions are shaded by class in it: tiles, points or areas, which have one legend. */
export function isShaded(model: ChartModel): model is TilesModel | PointsModel | AreasModel {
	return model.kind === 'tiles' || model.kind === 'points' || model.kind === 'areas';
}
