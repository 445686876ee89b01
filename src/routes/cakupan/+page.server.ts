import { getLocale } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages';
import {
	ISLAND_GROUPS,
	NATION,
	placeLevel,
	type PriorityList,
	type Region,
	provinceOf,
	yearOf
} from '$lib/model';
import { coverage } from '$lib/query/coverage';
import { periods } from '$lib/query/periods';
import { priorityLists } from '$lib/query/priority-lists';
import { type RegionRow, regions } from '$lib/query/regions';
import { widestPeriod } from '$lib/query/widest-period';
import { DEFAULT_COVERAGE_VIEW } from '$lib/state/coverage-view';
import type { InlineOption } from '$lib/ui/InlineSelect.svelte';
import { catalogue, need } from '../catalogue.server';
import { askSite, siteEngine } from '../dataset.server';
import { type ExtractPage, extractPage } from '../extract.server';
import { boundariesInPlace } from './boundaries.server';
import type { CoverageContext, CoverageExtract } from './context';
import { islandName } from './islands';
import type { PublishedOptions } from './options';
import { coverageAnswer } from './view';

export async function load() {
	const locale = getLocale();
	const names = await catalogue(locale);
	const all = await askSite(regions());
	const lists = await askSite(priorityLists(locale));
	const counted = (await askSite(coverage({}))).filter((row) => row.families.value !== null);
	const povertyPeriod = widestPeriod(await askSite(periods('poverty_rate', 'regency')));
	const first = counted[0];
	if (!first || !povertyPeriod) throw new Error('there is no coverage to show');
	const province = need(names.regions, provinceOf(first.region));
	const context: CoverageContext = {
		province: { code: province.code, name: province.name },
		nation: need(names.regions, NATION).name,
		provinceNames: Object.fromEntries(
			all.filter(({ level }) => level === 'province').map(({ code, name }) => [code, name])
		),
		places: all.flatMap(placeOf),
		povertyPeriod,
		sources: Object.fromEntries(
			[...names.sources.values()].map(({ id, publisher, title, date }) => [
				id,
				{ id, publisher, title, date }
			])
		),
		listNames: Object.fromEntries(lists.map(({ id, name }) => [id, name])),
		boundaries: boundariesInPlace(),
		extract: extractOf(await extractPage(names, locale))
	};
	const years = [...new Set(counted.map((row) => yearOf(row.period)))].sort((a, b) => a - b);
	const options: PublishedOptions = {
		pkh: {
			areas: [{ value: province.code, label: province.name }],
			years,
			months: [],
			...placesToChoose(
				all.filter(({ provinceCode }) => provinceCode === province.code),
				lists,
				names.regions
			)
		},
		poverty: {
			areas: areasToChoose(all),
			years: [yearOf(povertyPeriod)],
			months: [],
			...placesToChoose(all, lists, names.regions),
			defaultFocus: m.coverage_region_default_highest()
		}
	};
	const engine = await siteEngine();
	return {
		context,
		options,
		answer: await coverageAnswer(DEFAULT_COVERAGE_VIEW, {
			engine,
			context,
			locale,
			options: {}
		})
	};
}

/** What this page does not know already of the extract that pages tell of. */
function extractOf(page: ExtractPage | null): CoverageExtract | null {
	if (!page) return null;
	const { cell, first, lists, parts, source, names } = page.context;
	return {
		...{ cell, first, lists, parts, source },
		regencies: Object.keys(names).filter((place) => placeLevel(place) === 'regency'),
		years: page.years,
		dataset: page.dataset,
		file: page.file
	};
}

function placeOf({ code, name, abbreviation, x, y, islandGroup: island }: RegionRow) {
	return x === null || y === null ? [] : [{ region: code, name, abbreviation, x, y, island }];
}

/** Regencies under the name of their province, and the lists that hold any of them. */
function placesToChoose(
	from: readonly Region[],
	lists: readonly PriorityList[],
	names: ReadonlyMap<string, Region>
): { regions: InlineOption[]; defaultFocus: string; lists: InlineOption[] } {
	const regencies = from.filter(({ level }) => level === 'regency');
	const codes = new Set(regencies.map(({ code }) => code));
	return {
		regions: regencies.map(({ code, name, provinceCode }) => ({
			value: code,
			label: name,
			group: need(names, provinceCode).name
		})),
		defaultFocus: m.coverage_region_default(),
		lists: lists
			.filter(({ members }) => members.some((member) => codes.has(member)))
			.map(({ id, name }) => ({ value: id, label: name }))
	};
}

/** All of the country, its island groups, its provinces. */
function areasToChoose(all: readonly Region[]): InlineOption[] {
	return [
		{ value: 'nation', label: m.coverage_area_poverty() },
		...ISLAND_GROUPS.map((island) => ({
			value: island,
			label: islandName(island, getLocale()),
			group: m.coverage_islands()
		})),
		...all
			.filter(({ level }) => level === 'province')
			.map(({ code, name }) => ({ value: code, label: name, group: m.coverage_provinces() }))
	];
}
