import { columnMeaning } from '$lib/i18n/column-words';
import { getLocale } from '$lib/i18n/locale';
import { versionOf } from '$lib/menu/about';
import { examples } from '$lib/sql/examples';
import type { KnownTable } from '$lib/sql/known';
import { catalogue } from '../../catalogue.server';
import { computedExtracts, siteDataset, siteManifests } from '../../dataset.server';
import { partsOf } from './parts.server';

/** What can be asked: the published figures, and those counted from lists where the site has any. */
export async function load() {
	const locale = getLocale();
	const [lists] = computedExtracts();
	const files = lists && (await partsOf(lists, await catalogue(locale), locale));
	const manifests = siteManifests().filter(({ id }) => id === 'published' || id === lists?.id);
	return {
		/** As the foot of the page and every other file name it. */
		versions: manifests.map((one) => ({ id: one.id, words: versionOf([one], locale) })),
		datasets: manifests.map(({ id }) => siteDataset(id)),
		// A table that stands only in the files beside the first (k4) is told of with those.
		tables: manifests.flatMap(({ id, tables }): (KnownTable & { rows: number })[] =>
			tables.map(({ name, rows, columns }) => ({
				schema: id,
				name,
				rows,
				columns: columns.map((column) => ({
					...column,
					meaning: columnMeaning(name, column.name, locale)
				}))
			}))
		),
		parts: files?.parts ?? [],
		partColumns: files?.columns ?? {},
		made: lists?.kind === 'demo' ? [lists.id, ...(files?.parts ?? []).map(({ id }) => id)] : [],
		examples: examples(lists?.id ?? null, locale)
	};
}
