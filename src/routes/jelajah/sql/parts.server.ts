import type { Locale } from '$lib/model';
import type { ComputedManifest } from '$lib/protect/manifest';
import { columnsOf } from '$lib/query/columns';
import type { DatasetPart, PartColumns } from '$lib/sql/parts';
import { columnMeaning } from '$lib/i18n/column-words';
import { m } from '$lib/i18n/paraglide/messages';
import { type Catalogue, need } from '../../catalogue.server';
import { askSite, attachSitePart, siteDataset } from '../../dataset.server';

/** The files of an extract beside its first, with what their tables are. */
export async function partsOf(manifest: ComputedManifest, { regions }: Catalogue, locale: Locale) {
	const { id, parts } = manifest;
	const { base, contentHash } = siteDataset(id);
	const told = parts.map(({ region, path, tables }) => ({
		id: `${id}_${region}`,
		base,
		contentHash,
		file: path,
		label: region === '00' ? m.sql_part_nation({}, { locale }) : need(regions, region).name,
		tables
	}));
	const columns: Record<string, PartColumns[string][number][]> = {};
	// Two of them: that of the nation has other tables than those of provinces.
	for (const { region, tables } of parts.slice(0, 2)) {
		const rows = await askSite(columnsOf(await attachSitePart(id, region)), id);
		for (const { name } of tables)
			columns[name] = rows
				.filter(({ table }) => table === name)
				.map(({ column, type }) => ({
					name: column,
					type,
					meaning: columnMeaning(name, column, locale)
				}));
	}
	return { parts: told satisfies DatasetPart[], columns: columns satisfies PartColumns };
}
