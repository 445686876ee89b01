import { type MapInput, buildAreas, buildPoints } from '$lib/chart/build/map';
import type { ShadedInput } from '$lib/chart/build/shaded';
import { buildTiles } from '$lib/chart/build/tiles';
import type { ChartModel, Spot } from '$lib/chart/model';
import { formatNumber } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { centroids } from '$lib/query/centroids';
import { type Locale, type RegionCode, provinceOf } from '$lib/model';
import { ask } from '$lib/query/question';
import type { CoverageDrawing } from '$lib/state/coverage-view';
import type { Asking, CoverageContext } from './context';
import { islandName } from './islands';
import { provinceOutlines } from './provinces';
import { coastLater, outlinesLater } from './ground';

/**
 * The same shaded regions as tiles, as points on a coastline or as areas in their boundaries. What
 * only one drawing needs is asked for and loaded with that drawing alone.
 * @param level of the regions
 */
export async function drawMap(
	drawing: CoverageDrawing,
	shaded: ShadedInput,
	asking: Asking,
	level: 'regency' | 'province' = 'regency'
): Promise<ChartModel> {
	const { context, locale } = asking;
	const provinces = level === 'province';
	const input = provinces ? shaded : { ...shaded, islandNames: islandNames(context, locale) };
	const own = input.notes ?? [];
	if (drawing === 'tiles') {
		const note = provinces ? m.coverage_tiles_note_provinces : m.coverage_tiles_note;
		return buildTiles({ ...input, notes: [...own, note({}, { locale })] });
	}
	const placed = await placedOf(input, level, asking);
	if (drawing === 'points') {
		const note = provinces ? m.coverage_map_note_points_provinces : m.coverage_map_note_points;
		const notes = [...own, note({}, { locale })];
		return buildPoints({ ...placed, notes, ground: await coastLater() });
	}
	const { outlines: regencies, source } = await outlinesLater(asking);
	const outlines = provinces ? provinceOutlines(regencies) : regencies;
	const without = input.places.filter(({ region }) => !outlines.regions[region]).length;
	const count = formatNumber(without, locale);
	return buildAreas({
		...placed,
		notes: [
			...own,
			m.coverage_map_note_areas({ source }, { locale }),
			...(without > 0 ? [m.coverage_map_note_without({ count }, { locale })] : [])
		],
		ground: outlines
	});
}

async function placedOf(
	input: ShadedInput,
	level: 'regency' | 'province',
	{ engine, options }: Asking
): Promise<MapInput> {
	const rows = await ask(engine, centroids(level), options);
	return {
		...input,
		centroids: new Map(rows.map(({ region, lng, lat }): [string, Spot] => [region, [lng, lat]]))
	};
}

/** Names of island groups, by the code of a province of theirs. */
function islandNames({ places }: CoverageContext, locale: Locale): Map<RegionCode, string> {
	return new Map(
		places.flatMap(({ region, island }): [RegionCode, string][] =>
			island === null ? [] : [[provinceOf(region), islandName(island, locale)]]
		)
	);
}
