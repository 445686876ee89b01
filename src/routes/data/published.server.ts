import { dimensionLabel, dimensionValueLabel, measureLabel } from '$lib/i18n/measure-words';
import { formatNumber } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { AGE_BANDS, DECILES, type Locale, SEXES, WAITING_BANDS, levelOf } from '$lib/model';
import type { Cube } from '$lib/protect/cubes';
import type { ComputedManifest } from '$lib/protect/manifest';
import type { Catalogue } from '../catalogue.server';
import type { PublishedData, PublishedFile } from './published';

const VALUES = { decile: DECILES, sex: SEXES, age: AGE_BANDS, waiting: WAITING_BANDS } as const;

/** What the tables of an extract from lists hold that are no cubes. */
export const TABLE_WORDS: Readonly<Record<string, () => string>> = {
	reporting: m.protection_table_reporting,
	cooperative: m.protection_table_cooperative,
	stage: m.protection_table_stage
};

/** What an extract holds and where it is downloaded, all from its manifest. */
export function published(
	manifest: ComputedManifest,
	names: Catalogue,
	locale: Locale
): PublishedData {
	const { files, cubes } = manifest;
	const tables = [
		...cubes.map((cube) => ({ id: cube.id, words: cubeWords(cube, locale) })),
		...Object.entries(TABLE_WORDS).map(([id, words]) => ({ id, words: words() }))
	];
	const file = (path: string): PublishedFile | null => {
		const found = files.find((one) => one.path === path);
		return found
			? { path, address: address(manifest, path), size: size(found.bytes, locale) }
			: null;
	};
	const present = (paths: readonly string[]) => paths.flatMap((path) => file(path) ?? []);
	const dimensions = new Set(cubes.flatMap((cube) => [...cube.dimensions]));
	return {
		tables: tables
			.map(({ id, words }) => ({
				id,
				words,
				rows: formatNumber(rowsOf(manifest, id), locale),
				files: present([`${id}.csv.gz`, `${id}.parquet`])
			}))
			.filter((table) => table.files.length > 0),
		databases: present(
			files.map(({ path }) => path).filter((path) => path.endsWith('.duckdb'))
		).map((one) => ({ ...one, name: databaseName(one.path, names) })),
		about: ['manifest.json', 'datapackage.json'].map((path) => ({
			path,
			address: address(manifest, path)
		})),
		measures: manifest.measures.map(({ id }) => ({ id, label: measureLabel(id, locale) })),
		dimensions: [...dimensions].map((dimension) => ({
			label: dimensionLabel(dimension, locale),
			values: VALUES[dimension].map((value) => dimensionValueLabel(dimension, value, locale))
		})),
		licence: manifest.licence
	};
}

function address({ id }: ComputedManifest, path: string): string {
	return `/extract/${id}/${path}`;
}

/** Wherever the rows of a table lie: in the core, or in the parts by province. */
function rowsOf({ tables, parts }: ComputedManifest, name: string): number {
	return [...tables, ...parts.flatMap((part) => part.tables)]
		.filter((table) => table.name === name)
		.reduce((sum, { rows }) => sum + rows, 0);
}

/** What a row of a cube is for: `Wilayah × bulan × ukuran × desil`. */
export function cubeWords(cube: Cube, locale: Locale): string {
	const words = [
		cube.place === 'region' ? m.protection_per_region() : m.protection_per_cooperative(),
		cube.period === 'month' ? m.protection_per_month() : m.protection_per_year(),
		m.protection_per_measure(),
		...cube.dimensions.map((dimension) => dimensionLabel(dimension, locale))
	].join(' × ');
	const sentence = words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
	return cube.rupiah ? `${sentence}. ${m.protection_cube_rupiah()}` : sentence;
}

function databaseName(path: string, names: Catalogue): string {
	const part = path.replace('.duckdb', '');
	if (part === 'core') return m.protection_database_core();
	if (levelOf(part) === 'nation') return m.protection_database_nation();
	return names.regions.get(part)?.name ?? part;
}

/** Bytes as a reader counts them: `75 KB`, `1,4 MB`. */
function size(bytes: number, locale: Locale): string {
	return bytes < 1_000_000
		? `${formatNumber(Math.ceil(bytes / 1000), locale)} KB`
		: `${formatNumber(bytes / 1_000_000, locale, { decimals: 1 })} MB`;
}
