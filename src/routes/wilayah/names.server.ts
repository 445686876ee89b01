import type { Locale } from '$lib/model';
import { formerNames } from '$lib/query/former-names';
import type { SearchedPlace } from '$lib/model/place-search';
import { catalogue } from '../catalogue.server';
import { askSite } from '../dataset.server';

/** The 38 provinces and 514 regencies, by code, with the names that they had. */
export async function placesToFind(locale: Locale): Promise<SearchedPlace[]> {
	const { regions } = await catalogue(locale);
	const former = new Map<string, string[]>();
	for (const { region, name } of await askSite(formerNames()))
		former.set(region, [...(former.get(region) ?? []), name]);
	return [...regions.values()]
		.filter(({ level }) => level !== 'nation')
		.map(({ code, name }) => ({ code, name, former: former.get(code) ?? [] }));
}
