import { m } from '$lib/i18n/paraglide/messages';
import {
	COOPERATIVE_PROGRAMMES,
	NATION,
	type Locale,
	isListPlace,
	listOf,
	listPlace,
	placeLevel,
	provinceOf
} from '$lib/model';
import { lastMonthOf } from '$lib/protect/cell-figure';
import { withLists } from '$lib/protect/count/sets';
import type { ComputedManifest } from '$lib/protect/manifest';
import { counts } from '$lib/query/computed/counts';
import { reporting } from '$lib/query/computed/reporting';
import { listMembers } from '$lib/query/list-members';
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
	const districts = await districtsIn(manifest, context.period.start, asked, [...listNames.keys()]);
	const places = [...compactCells(rows)].map(([region, cells]): PlaceCounts => {
		const within = placeLevel(region) === 'regency' ? null : districts(region);
		return {
			region,
			name: listNames.get(region) ?? names.regions.get(region)?.name ?? region,
			cells,
			...(within ? { districts: within } : {})
		};
	});
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

type Asked = ReturnType<typeof withLists>;

/** Of a larger place: from how many of its districts came what each measure needs; null where from all. */
async function districtsIn(
	{ id }: ComputedManifest,
	month: string,
	asked: readonly Asked[],
	lists: readonly string[]
) {
	const reports = (await askSite(reporting(id), id)).filter((row) => row.month === month);
	const members = new Map<string, Set<string>>();
	for (const list of lists) {
		const found = await askSite(listMembers(listOf(list) ?? ''));
		members.set(list, new Set(found.map(({ region }) => region)));
	}
	const isIn = (region: string, place: string) =>
		isListPlace(place)
			? members.get(place)?.has(region) === true
			: placeLevel(place) === 'nation' || provinceOf(region) === place;
	return (place: string): PlaceCounts['districts'] | null => {
		const own = reports.filter(({ region }) => isIn(region, place));
		const total = new Set(own.map(({ region }) => region)).size;
		const late = own.filter(({ state }) => state !== 'received');
		if (late.length === 0 || total < 2) return null;
		const reported = asked.flatMap(({ measure, lists }) => {
			const without = new Set(
				late.filter(({ list }) => lists.includes(list)).map(({ region }) => region)
			);
			return without.size === 0 ? [] : [[measure, total - without.size] as const];
		});
		return { total, reported: Object.fromEntries(reported) };
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
