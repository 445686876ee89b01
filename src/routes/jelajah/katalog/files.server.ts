import { formatNumber } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { type Locale, levelOf } from '$lib/model';
import type { Manifest } from '$lib/engine/manifest';
import type { Catalogue } from '../../catalogue.server';
import type { CatalogueFile } from './dataset';

const KINDS: Readonly<Record<string, CatalogueFile['kind']>> = {
	csv: 'CSV',
	gz: 'CSV',
	parquet: 'Parquet',
	duckdb: 'DuckDB'
};

/** Every file of a dataset with its size, and what it holds. */
export function filesOf(
	{ id, files }: Manifest,
	names: Catalogue,
	locale: Locale
): readonly CatalogueFile[] {
	return files.flatMap(({ path, bytes, sha256 }) => {
		const kind = KINDS[path.split('.').at(-1) ?? ''];
		if (!kind) return [];
		return [
			{
				path,
				address: `/extract/${id}/${path}`,
				bytes,
				size: byteSize(bytes, locale),
				sha256,
				kind,
				holds: kind === 'DuckDB' ? databaseName(id, path, names) : path
			}
		];
	});
}

/** Bytes as a reader counts them: `75 KB`, `1,4 MB`. */
export function byteSize(bytes: number, locale: Locale): string {
	return bytes < 1_000_000
		? `${formatNumber(Math.ceil(bytes / 1000), locale)} KB`
		: `${formatNumber(bytes / 1_000_000, locale, { decimals: 1 })} MB`;
}

function databaseName(id: string, path: string, names: Catalogue): string {
	const part = path.replace('.duckdb', '');
	if (part === id) return m.catalogue_files_database_all();
	if (part === 'core') return m.protection_database_core();
	if (levelOf(part) === 'nation') return m.protection_database_nation();
	return names.regions.get(part)?.name ?? part;
}
