import type { Locale } from '$lib/model';
import { aboutFiles, entryPath, type CatalogueEntry, type CatalogueFile } from './dataset';

const MEDIA: Readonly<Record<string, string>> = {
	csv: 'text/csv',
	gz: 'application/gzip',
	parquet: 'application/vnd.apache.parquet',
	duckdb: 'application/vnd.duckdb',
	json: 'application/json'
};

const mediaOf = (path: string) => MEDIA[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';

function allFiles({ tables, databases }: CatalogueEntry): readonly CatalogueFile[] {
	return [...databases, ...tables.flatMap(({ files }) => files)];
}

/**
 * A dataset as schema.org Dataset. Addresses begin at the root of whatever host serves the site:
 * JSON-LD resolves them against the page.
 */
export function schemaOrg(entry: CatalogueEntry, address: string, locale: Locale): object {
	return {
		'@context': 'https://schema.org/',
		'@type': 'Dataset',
		'@id': `${address}#dataset`,
		url: address,
		name: entry.name,
		description: [entry.what, entry.how, entry.protection].join(' '),
		identifier: `sha256:${entry.contentHash}`,
		version: entry.contentHash.slice(0, 12),
		inLanguage: locale,
		isAccessibleForFree: true,
		temporalCoverage: `${entry.period.start}/${entry.period.end}`,
		spatialCoverage: { '@type': 'Place', name: 'Indonesia' },
		creditText: entry.cite,
		...(entry.licenceId ? { license: licenceAddress(entry.licenceId) } : {}),
		...(entry.publisher ? { creator: { '@type': 'Organization', name: entry.publisher } } : {}),
		...(entry.changes.length > 0 ? { dateModified: entry.changes.at(-1)?.date } : {}),
		...(entry.computed
			? {}
			: {
					isBasedOn: entry.sources.map(({ publisher, title, date }) => ({
						'@type': 'CreativeWork',
						name: title,
						publisher: { '@type': 'Organization', name: publisher },
						...(date ? { datePublished: date } : {})
					}))
				}),
		variableMeasured: entry.tables.map(({ name, meaning }) => ({
			'@type': 'PropertyValue',
			name,
			description: meaning
		})),
		distribution: allFiles(entry).map((file) => ({
			'@type': 'DataDownload',
			name: file.path,
			contentUrl: file.address,
			encodingFormat: mediaOf(file.path),
			contentSize: `${file.bytes} B`,
			sha256: file.sha256
		}))
	};
}

/**
 * All datasets as a DCAT 3 catalogue (https://www.w3.org/TR/vocab-dcat-3/) in one language.
 * @param title of the catalogue
 * @param href a page's path in that language
 */
export function dcat(
	entries: readonly CatalogueEntry[],
	title: string,
	locale: Locale,
	href: (path: string) => string
): object {
	const said = (words: string) => ({ '@language': locale, '@value': words });
	return {
		'@context': {
			dcat: 'http://www.w3.org/ns/dcat#',
			dcterms: 'http://purl.org/dc/terms/',
			foaf: 'http://xmlns.com/foaf/0.1/',
			spdx: 'http://spdx.org/rdf/terms#',
			xsd: 'http://www.w3.org/2001/XMLSchema#'
		},
		'@id': href('/jelajah/katalog/'),
		'@type': 'dcat:Catalog',
		'dcterms:title': said(title),
		'dcterms:language': locale,
		'dcat:dataset': entries.map((entry) => ({
			'@id': `${href(entryPath(entry.id))}#dataset`,
			'@type': 'dcat:Dataset',
			'dcterms:identifier': `sha256:${entry.contentHash}`,
			'dcterms:title': said(entry.name),
			'dcterms:description': said(entry.what),
			'dcterms:rights': said(entry.licence),
			'dcterms:provenance': said(entry.how),
			...(entry.licenceId ? { 'dcterms:license': { '@id': licenceAddress(entry.licenceId) } } : {}),
			...(entry.publisher
				? { 'dcterms:publisher': { '@type': 'foaf:Organization', 'foaf:name': entry.publisher } }
				: {}),
			...(entry.changes.length > 0
				? { 'dcterms:modified': day(entry.changes.at(-1)?.date ?? '') }
				: {}),
			'dcterms:temporal': {
				'@type': 'dcterms:PeriodOfTime',
				'dcat:startDate': day(entry.period.start),
				'dcat:endDate': day(entry.period.end)
			},
			'dcterms:spatial': {
				'@type': 'dcterms:Location',
				'dcterms:title': 'Indonesia'
			},
			'dcat:landingPage': { '@id': href(entryPath(entry.id)) },
			'foaf:page': { '@id': aboutFiles(entry.id).package },
			'dcat:distribution': allFiles(entry).map((file) => ({
				'@id': file.address,
				'@type': 'dcat:Distribution',
				'dcterms:title': file.path,
				'dcat:downloadURL': { '@id': file.address },
				'dcat:mediaType': {
					'@id': `https://www.iana.org/assignments/media-types/${mediaOf(file.path)}`
				},
				'dcat:byteSize': { '@type': 'xsd:nonNegativeInteger', '@value': String(file.bytes) },
				'spdx:checksum': {
					'@type': 'spdx:Checksum',
					'spdx:algorithm': { '@id': 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256' },
					'spdx:checksumValue': { '@type': 'xsd:hexBinary', '@value': file.sha256 }
				}
			}))
		}))
	};
}

const day = (iso: string) => ({ '@type': 'xsd:date', '@value': iso });

/** Address of a licence that is named by its SPDX identifier. */
function licenceAddress(id: string): string {
	return `https://spdx.org/licenses/${encodeURIComponent(id)}.html`;
}

/** JSON that can stand in a script element: no `<` ends it. */
export function inScript(value: object): string {
	return JSON.stringify(value).replaceAll('<', '\\u003c');
}
