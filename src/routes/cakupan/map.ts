import { type MapInput, buildAreas, buildPoints } from '$lib/chart/build/map';
import type { ShadedInput } from '$lib/chart/build/shaded';
import { buildTiles } from '$lib/chart/build/tiles';
import type { ChartModel, Spot } from '$lib/chart/model';
import { formatNumber } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { centroids } from '$lib/query/centroids';
import { ask } from '$lib/query/question';
import type { CoverageDrawing } from '$lib/state/coverage-view';
import type { Asking } from './context';
import { coastLater, outlinesLater } from './ground';

/**
 * The same shaded regions as tiles, as points on a coastline or as areas in their boundaries. What
 * only one drawing needs is asked for and loaded with that drawing alone.
 */
export async function drawMap(
	drawing: CoverageDrawing,
	input: ShadedInput,
	asking: Asking
): Promise<ChartModel> {
	const { locale } = asking;
	if (drawing === 'tiles')
		return buildTiles({ ...input, notes: [m.coverage_tiles_note({}, { locale })] });
	const placed = await placedOf(input, asking);
	if (drawing === 'points')
		return buildPoints({
			...placed,
			notes: [m.coverage_map_note_points({}, { locale })],
			ground: await coastLater()
		});
	const { outlines, source } = await outlinesLater(asking);
	const without = input.places.filter(({ region }) => !outlines.regions[region]).length;
	const count = formatNumber(without, locale);
	return buildAreas({
		...placed,
		notes: [
			m.coverage_map_note_areas({ source }, { locale }),
			...(without > 0 ? [m.coverage_map_note_without({ count }, { locale })] : [])
		],
		ground: outlines
	});
}

async function placedOf(input: ShadedInput, { engine, options }: Asking): Promise<MapInput> {
	const rows = await ask(engine, centroids(), options);
	return {
		...input,
		centroids: new Map(rows.map(({ region, lng, lat }): [string, Spot] => [region, [lng, lat]]))
	};
}
