import { type Figure, type PlaceCode, latest, placeLevel } from '$lib/model';
import { series } from '$lib/query/series';
import { type Catalogue, need } from '../catalogue.server';
import { askSite, siteDataset } from '../dataset.server';
import type { PublishedContext } from './published';

const FAMILIES = 'pkh_families';

/** The indicators that are published for districts, in the order in which the catalogue has them. */
export async function publishedContext(names: Catalogue): Promise<PublishedContext> {
	const figures = await ofDistricts(names);
	const reach = (indicator: string) =>
		new Set(figures.filter((one) => one.indicator === indicator).map(({ region }) => region)).size;
	const ids = new Set(figures.map(({ sourceId }) => sourceId));
	return {
		dataset: siteDataset(),
		// What is known of a single place is compared with nothing.
		indicators: [...names.indicators.values()]
			.filter(({ id }) => reach(id) > 1)
			.map(({ id, name, unit }) => ({ id, name, unit })),
		publishers: Object.fromEntries([...ids].map((id) => [id, need(names.sources, id).publisher]))
	};
}

/** The two districts with the most PKH families of which that is published: what stands there first. */
export async function firstCompared(names: Catalogue): Promise<PlaceCode[]> {
	const figures = (await ofDistricts(names)).filter(({ indicator }) => indicator === FAMILIES);
	const last = latest(figures, FAMILIES)?.period.end;
	return figures
		.filter(({ period }) => period.end === last)
		.sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
		.slice(0, 2)
		.map(({ region }) => region);
}

async function ofDistricts(names: Catalogue): Promise<Figure[]> {
	const rows = await askSite(
		series({ indicators: [...names.indicators.keys()], regions: [...names.regions.keys()] })
	);
	return rows.filter(({ region, value }) => value !== null && placeLevel(region) === 'regency');
}
