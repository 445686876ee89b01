import type { ChartModel } from '../model';
import type { PlacedLive } from '../shaded';
import { layoutBars } from './bars';
import { layoutLine } from './line';
import { layoutMultiples } from './multiples';
import { layoutPairs } from './pairs';
import type { Place, Size } from './size';
import { layoutTiles } from './tiles';

/**
 * Where each point of a model stands in a drawing of this size, by key. Those of maps, funnel
 * plots and scatter plots are found with the program that draws them (`layout/find.ts`), so that no page
 * pays for them at first.
 */
export function placesOf(
	model: Exclude<ChartModel, PlacedLive>,
	size: Size
): ReadonlyMap<string, Place> {
	switch (model.kind) {
		case 'line':
			return layoutLine(model, size).places;
		case 'bars':
			return layoutBars(model, size).places;
		case 'pairs':
			return layoutPairs(model, size).places;
		case 'multiples':
			return layoutMultiples(model, size).places;
		case 'tiles':
			return layoutTiles(model, size).places;
	}
}
