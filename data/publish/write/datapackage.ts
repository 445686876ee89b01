import { columnMeaning } from '$lib/i18n/column-words';
import type { ComputedManifest } from '$lib/protect/manifest';
import { CODE_TYPES } from '$lib/protect/cells/codes';
import type { TableFile } from './databases';

const FIELD_TYPES: Readonly<Record<string, string>> = {
	DATE: 'date',
	SMALLINT: 'integer',
	UINTEGER: 'integer',
	BIGINT: 'integer'
};

/** The extract as a Frictionless Data Package (https://datapackage.org), with its codebook. */
export function dataPackage(manifest: ComputedManifest, tables: readonly TableFile[]): object {
	return {
		$schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
		name: manifest.id.replaceAll('_', '-'),
		id: manifest.contentHash,
		title: `Pantau Sejahtera: ${manifest.id}`,
		description:
			manifest.kind === 'demo'
				? 'Made-up people: no figure here is about anyone.'
				: 'Counted from lists of people and protected by keyed random rounding. No row is about one person.',
		licenses: [{ name: manifest.licence }],
		sources: manifest.sources.map(({ publisher, title }) => ({
			title: [publisher, title].filter((text) => text !== '').join(', ')
		})),
		protection: manifest.protection,
		measures: manifest.measures,
		resources: tables.map(({ name, columns }) => ({
			name,
			path: `${name}.csv.gz`,
			format: 'csv',
			mediatype: 'text/csv',
			compression: 'gz',
			encoding: 'utf-8',
			schema: {
				fields: columns.map((column) => ({
					name: column.name,
					type: FIELD_TYPES[column.type] ?? 'string',
					description: columnMeaning(name, column.name, 'en'),
					...(CODE_TYPES[column.type] ? { constraints: { enum: CODE_TYPES[column.type] } } : {})
				}))
			}
		}))
	};
}
