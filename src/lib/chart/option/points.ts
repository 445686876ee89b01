import { clipRing, ownLines } from '../ground/clip';
import { type MapLayout, layoutMap } from '../layout/map';
import type { Size } from '../layout/size';
import type { PointsModel } from '../model';
import { chosenCircle, circles, names, shoulders } from './map';
import type { ChartOption } from './option';
import type { Palette } from './palette';
import { pathOf } from './path';
import { type Shape, shapeSeries } from './shapes';

/** Circles of one look are one path, on the coast. */
export function pointsChart(model: PointsModel, size: Size, palette: Palette): ChartOption {
	const layout = layoutMap(model, size);
	return {
		series: [
			shapeSeries('coast', coast(model, layout, palette), 1),
			shapeSeries('circles', circles(model, model.marks, layout, palette), 2),
			shapeSeries('shoulders', shoulders(model, layout, palette), 3),
			shapeSeries('chosen', chosenCircle(model.marks, layout, palette), 4),
			shapeSeries('names', names(model, layout, size, palette), 5)
		]
	};
}

/** Land, and its line: no line runs where the drawing ends. */
function coast({ ground }: PointsModel, { view, project }: MapLayout, palette: Palette): Shape[] {
	const land = ground.map((ring) => clipRing(ring, view)).filter((ring) => ring.length > 0);
	if (land.length === 0) return [];
	const lines = land.flatMap((ring) => ownLines(ring, view));
	return [
		{ path: pathOf(land, project, 'z'), fill: palette.land },
		{ path: pathOf(lines, project, ''), stroke: palette.grey, width: 0.75 }
	];
}
