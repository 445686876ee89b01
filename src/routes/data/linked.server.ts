import { m } from '$lib/i18n/paraglide/messages';
import {
	COOPERATIVE_PROGRAMMES,
	NATION,
	type Locale,
	isListPlace,
	listPlace,
	placeLevel
} from '$lib/model';
import { lastMonthOf } from '$lib/protect/cell-figure';
import { withLists } from '$lib/protect/count/sets';
import type { ComputedManifest } from '$lib/protect/manifest';
import { counts } from '$lib/query/computed/counts';
import { priorityLists } from '$lib/query/priority-lists';
import { programmes } from '$lib/query/programmes';
import { type Catalogue, need } from '../catalogue.server';
import { askSite } from '../dataset.server';
import { type PlaceCounts, RECIPIENTS, compactCells, measuresOf } from './place';

/** What was linked, in the last month that an extract covers: the nation, its parts and the lists. */
export async function linked(manifest: ComputedManifest, names: Catalogue, locale: Locale) {
	const context = lastMonthOf(manifest);
	const asked = [...RECIPIENTS, ...COOPERATIVE_PROGRAMMES.flatMap(measuresOf)].map(withLists);
	const rows = await askSite(counts(manifest.id, context.period.start, asked), manifest.id);
	const listNames = new Map(
		(await askSite(priorityLists(locale))).map(({ id, name }) => [listPlace(id), name])
	);
	const places = [...compactCells(rows)].map(([region, cells]): PlaceCounts => ({
		region,
		name: listNames.get(region) ?? names.regions.get(region)?.name ?? region,
		cells
	}));
	const inside = (province: string) =>
		places.filter(({ region }) => region.startsWith(`${province}.`));
	const catalogue = new Map((await askSite(programmes(locale))).map((one) => [one.id, one]));
	return {
		context,
		nation: places.find(({ region }) => region === NATION) ?? null,
		provinces: places
			.filter(({ region }) => placeLevel(region) === 'province')
			.map((place) => ({ place, regencies: inside(place.region) })),
		lists: places.filter(({ region }) => isListPlace(region)),
		programmes: COOPERATIVE_PROGRAMMES.map((id) => {
			const { name, page } = need(catalogue, id);
			return { id, name, page };
		})
	};
}

/** Whose lists an extract was counted from, and of which months. */
export function origin(
	{ kind, publisher, period }: ComputedManifest,
	when: (iso: string) => string
) {
	const span = { from: when(period.start), until: when(period.end) };
	return kind === 'demo'
		? m.protection_from_demo(span)
		: m.protection_from_lists({ publisher: publisher || m.protection_office(), ...span });
}
