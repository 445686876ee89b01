import { json } from '@sveltejs/kit';
import type { Names } from '$lib/menu/names';
import { LOCALES } from '$lib/model/locale';
import { catalogue } from '../catalogue.server';
import { computedExtracts } from '../dataset.server';
import { extractSource } from '../extract.server';
import type { RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

/** What figures are called in both languages, for whoever cites one: pages speak only their own. */
export const GET: RequestHandler = async () => {
	const regions: Names['regions'] = {};
	const indicators: Names['indicators'] = {};
	const sources: Names['sources'] = {};
	for (const locale of LOCALES) {
		const names = await catalogue(locale);
		for (const { code, name } of names.regions.values()) regions[code] = name;
		for (const { id, name, unit } of names.indicators.values())
			indicators[id] = { unit, names: { ...indicators[id]?.names, [locale]: name } };
		for (const { id, publisher, title, date } of [
			...names.sources.values(),
			...computedExtracts().map((manifest) => extractSource(manifest, locale))
		])
			sources[id] = { ...sources[id], [locale]: { id, publisher, title, date } };
	}
	return json({ regions, indicators, sources } satisfies Names);
};
