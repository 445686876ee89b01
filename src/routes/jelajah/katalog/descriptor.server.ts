import { readFileSync } from 'node:fs';
import { codeMeaning } from '$lib/i18n/code-words';
import { columnMeaning } from '$lib/i18n/column-words';
import { m } from '$lib/i18n/paraglide/messages';
import type { Locale } from '$lib/model';
import type { CatalogueTable } from './dataset';

interface Field {
	name: string;
	type: string;
	constraints?: { required?: boolean; enum?: readonly string[] };
}

interface Resource {
	name: string;
	schema: {
		fields: readonly Field[];
		foreignKeys?: readonly {
			fields: readonly string[];
			reference: { resource: string; fields: readonly string[] };
		}[];
	};
}

const TYPES: Readonly<Record<string, () => string>> = {
	string: m.catalogue_type_string,
	number: m.catalogue_type_number,
	integer: m.catalogue_type_integer,
	boolean: m.catalogue_type_boolean,
	date: m.catalogue_type_date
};

/** The tables of a dataset's data package, which build and publishing wrote beside it. */
export function resourcesOf(id: string): readonly Resource[] {
	const text = readFileSync(`static/extract/${id}/datapackage.json`, 'utf8');
	return (JSON.parse(text) as { resources: Resource[] }).resources;
}

/** A table's columns in words: type, meaning, what they refer to, and each code of a closed list. */
export function columnsOf({ name, schema }: Resource, locale: Locale): CatalogueTable['columns'] {
	return schema.fields.map((field) => {
		const type = TYPES[field.type]?.() ?? field.type;
		const key = schema.foreignKeys?.find(({ fields }) => fields[0] === field.name);
		return {
			name: field.name,
			type: field.constraints?.required ? `${type}, ${m.catalogue_type_required()}` : type,
			meaning: columnMeaning(name, field.name, locale),
			refers: key
				? { table: key.reference.resource || name, column: key.reference.fields[0] ?? '' }
				: null,
			codes: (field.constraints?.enum ?? []).map((code) => ({
				code,
				meaning: codeMeaning(name, field.name, code, locale)
			}))
		};
	});
}
