import type { Outlines, Ring } from '$lib/chart/model';
import { type RegionCode, provinceOf } from '$lib/model';
import type { CoverageContext, CoveragePlace } from './context';
import { PROVINCE_TILES } from './province-tiles';

/** Every province in its tile. */
export function provincePlaces({
	places,
	provinceNames
}: Pick<CoverageContext, 'places' | 'provinceNames'>): CoveragePlace[] {
	const islands = new Map(places.map(({ region, island }) => [provinceOf(region), island]));
	return Object.entries(PROVINCE_TILES).map(([region, [abbreviation, x, y]]) => ({
		...{ region, abbreviation, x, y },
		name: provinceNames[region] ?? region,
		island: islands.get(region) ?? null
	}));
}

/** Each province in the outlines of its regencies: between them they leave no gap. */
export function provinceOutlines({ regions, borders }: Outlines): Outlines {
	const rings = new Map<RegionCode, Ring[]>();
	for (const [region, own] of Object.entries(regions)) {
		const province = provinceOf(region);
		rings.set(province, [...(rings.get(province) ?? []), ...own]);
	}
	return { regions: Object.fromEntries(rings), borders };
}
