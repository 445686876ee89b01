import type { Manifest } from '$lib/engine/manifest';
import { columnMeaning, tableMeaning } from '$lib/i18n/column-words';
import type { Column, TableContract } from '../../contract/column';

const FIELD_TYPES: Readonly<Record<Column['type'], string>> = {
	text: 'string',
	code: 'string',
	number: 'number',
	integer: 'integer',
	date: 'date',
	boolean: 'boolean'
};

/** The published extract as a Frictionless Data Package (https://datapackage.org), with its codebook. */
export function publishedPackage(manifest: Manifest, tables: readonly TableContract[]): object {
	return {
		$schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
		name: manifest.id,
		id: manifest.contentHash,
		title: 'Pantau Sejahtera: published figures',
		description:
			'Figures on poverty, assistance and cooperatives as their sources published them, each with its state and source. They belong to those who published them, named in the table source; there is no single licence for all.',
		sources: manifest.sources.map(({ publisher, title }) => ({
			title: [publisher, title].filter((text) => text !== '').join(', ')
		})),
		resources: tables.map((table) => {
			const path = `${table.name}.csv`;
			const file = manifest.files.find((one) => one.path === path);
			return {
				name: table.name,
				path,
				description: tableMeaning(table.name, 'en'),
				format: 'csv',
				mediatype: 'text/csv',
				encoding: 'utf-8',
				...(file ? { bytes: file.bytes, hash: `sha256:${file.sha256}` } : {}),
				schema: schemaOf(table)
			};
		})
	};
}

function schemaOf(table: TableContract): object {
	const foreignKeys = table.columns.flatMap(({ name, references }) => {
		const [resource, field] = references?.split('.') ?? [];
		if (resource === undefined || field === undefined) return [];
		// An empty resource is the table itself.
		const reference = { resource: resource === table.name ? '' : resource, fields: [field] };
		return [{ fields: [name], reference }];
	});
	return {
		fields: table.columns.map((column) => fieldOf(table, column)),
		missingValues: [''],
		...(table.key.length > 0 ? { primaryKey: table.key } : {}),
		...(foreignKeys.length > 0 ? { foreignKeys } : {})
	};
}

function fieldOf(table: TableContract, column: Column): object {
	const constraints = {
		...(column.optional ? {} : { required: true }),
		...(column.oneOf ? { enum: column.oneOf } : {})
	};
	return {
		name: column.name,
		type: FIELD_TYPES[column.type],
		description: columnMeaning(table.name, column.name, 'en'),
		...(Object.keys(constraints).length > 0 ? { constraints } : {})
	};
}
