import { getLocale } from '$lib/i18n/locale';
import { examples } from '$lib/sql/examples';
import type { KnownTable } from '$lib/sql/known';
import { computedExtracts, siteDataset, siteManifests } from '../../dataset.server';

/** What can be asked: the published figures, and those counted from lists where the site has any. */
export function load() {
	const [lists] = computedExtracts();
	const manifests = siteManifests().filter(({ id }) => id === 'published' || id === lists?.id);
	return {
		datasets: manifests.map(({ id }) => siteDataset(id)),
		// A table of several files (k4) stands in none of those that are attached.
		tables: manifests.flatMap(({ id, tables }): (KnownTable & { rows: number })[] =>
			tables.map(({ name, rows, columns }) => ({ schema: id, name, rows, columns }))
		),
		made: lists?.kind === 'demo' ? [lists.id] : [],
		examples: examples(lists?.id ?? null, getLocale())
	};
}
