import type { ComputedManifest } from '$lib/protect/manifest';
import { CODE_TYPES } from '$lib/protect/cells/codes';
import type { TableFile } from './databases';

const FIELD_TYPES: Readonly<Record<string, string>> = {
	DATE: 'date',
	SMALLINT: 'integer',
	UINTEGER: 'integer',
	BIGINT: 'integer'
};

/** What each column means, for whoever opens the files without this project. */
const MEANINGS: Readonly<Record<string, string>> = {
	region:
		'00 Indonesia; two digits a province; PP.KK a regency or city (Kemendagri); list:ID a priority list, counted as a place of its own',
	cooperative: 'Code of the cooperative',
	month: 'First day of the month. Stocks hold on its last day, events in the month',
	year: 'People who were in the set at any time in the year',
	measure: 'Set of people or families that is counted; see measures',
	decile: 'Welfare decile, 1 the poorest tenth; * all together',
	sex: '* all together',
	age: 'Completed years on the last day of the month, or of the year; * all together',
	waiting: 'Months between reaching the lower step and the higher one; * all together',
	pub: 'Protected count, a multiple of 5 from 10 on. The true count is within 4 of it. A count that is not in the table is withheld: usually fewer than ten',
	rupiah: 'Protected count times the mean to two significant digits',
	list: 'Kind of list',
	state: 'Whether the list of that place had been received for that month',
	code: 'Code of the cooperative',
	programme: 'Programme of the cooperative',
	stage: 'Stage of the district',
	reached_on: 'Day on which the stage was reached'
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
					description: MEANINGS[column.name] ?? '',
					...(CODE_TYPES[column.type] ? { constraints: { enum: CODE_TYPES[column.type] } } : {})
				}))
			}
		}))
	};
}
