import { describe, expect, it } from 'vitest';
import type { CatalogueEntry } from '../../../src/routes/jelajah/katalog/dataset';
import { dcat, inScript, schemaOrg } from '../../../src/routes/jelajah/katalog/linked-data';

const file = (path: string, kind: 'CSV' | 'DuckDB', bytes: number) => ({
	path,
	address: `/extract/uji/${path}`,
	bytes,
	size: '1 KB',
	sha256: 'b'.repeat(64),
	kind,
	holds: path
});

const ENTRY: CatalogueEntry = {
	id: 'uji',
	name: 'Uji </script><b>',
	demo: false,
	computed: false,
	what: 'Apa.',
	who: 'Siapa.',
	when: '2024.',
	how: 'Bagaimana.',
	quality: [],
	protection: 'Tidak perlu.',
	licence: 'Milik masing-masing.',
	licenceId: null,
	publisher: null,
	cite: 'Kutip begini.',
	contentHash: 'a'.repeat(64),
	period: { start: '2024-01-01', end: '2024-12-31' },
	bytes: 3000,
	size: '3 KB',
	rows: 2,
	fileCount: 2,
	tables: [
		{
			name: 'figure',
			meaning: 'Angka',
			rows: 2,
			files: [file('figure.csv', 'CSV', 1000)],
			columns: []
		}
	],
	databases: [file('uji.duckdb', 'DuckDB', 2000)],
	changes: [{ contentHash: 'a'.repeat(64), date: '2026-11-25', note: { id: 'x', en: 'y' } }],
	sources: [{ publisher: 'BPS', title: 'Penduduk miskin', date: '' }],
	previews: []
};

describe('a dataset as schema.org', () => {
	it('says what the catalogue says, with each file, its size and its sha256', () => {
		expect(schemaOrg(ENTRY, '/jelajah/katalog/uji/', 'id')).toMatchObject({
			'@context': 'https://schema.org/',
			'@type': 'Dataset',
			temporalCoverage: '2024-01-01/2024-12-31',
			dateModified: '2026-11-25',
			distribution: [
				{ contentUrl: '/extract/uji/uji.duckdb', contentSize: '2000 B', sha256: 'b'.repeat(64) },
				{ contentUrl: '/extract/uji/figure.csv', encodingFormat: 'text/csv' }
			],
			isBasedOn: [{ name: 'Penduduk miskin', publisher: { name: 'BPS' } }]
		});
	});

	it('invents no licence, no publisher and no date', () => {
		const said = schemaOrg({ ...ENTRY, changes: [] }, '/', 'id');
		for (const key of ['license', 'creator', 'dateModified', 'datePublished'])
			expect(said).not.toHaveProperty(key);
		expect(JSON.stringify(said)).not.toContain('datePublished');
		expect(
			schemaOrg({ ...ENTRY, licenceId: 'CC-BY-4.0', publisher: 'Dinsos' }, '/', 'id')
		).toMatchObject({
			license: 'https://spdx.org/licenses/CC-BY-4.0.html',
			creator: { name: 'Dinsos' }
		});
	});

	it('cannot end the script element that it stands in', () => {
		const text = inScript(schemaOrg(ENTRY, '/', 'id'));
		expect(text).not.toContain('<');
		expect(JSON.parse(text)).toMatchObject({ name: ENTRY.name });
	});
});

describe('the catalogue as DCAT', () => {
	const catalog = dcat([ENTRY], 'Katalog', 'en', (path) => `/en${path}`) as {
		'@context': Record<string, string>;
		'dcat:dataset': Record<string, unknown>[];
	};

	it('has what a Satu Data catalogue harvests', () => {
		expect(catalog['dcat:dataset']).toHaveLength(1);
		expect(catalog['dcat:dataset'][0]).toMatchObject({
			'@type': 'dcat:Dataset',
			'dcterms:title': { '@language': 'en', '@value': ENTRY.name },
			'dcat:landingPage': { '@id': '/en/jelajah/katalog/uji/' },
			'dcterms:modified': { '@value': '2026-11-25' },
			'dcat:distribution': [
				{ 'dcat:downloadURL': { '@id': '/extract/uji/uji.duckdb' } },
				{ 'dcat:byteSize': { '@value': '1000' } }
			]
		});
		expect(catalog['dcat:dataset'][0]).not.toHaveProperty('dcterms:license');
	});

	it('uses no prefix that its context does not name', () => {
		const prefixes = [
			...JSON.stringify(catalog).matchAll(/"@?(?:type":")?([a-z]+):[A-Za-z]+"/g)
		].map(([, prefix]) => prefix);
		expect(prefixes.length).toBeGreaterThan(10);
		for (const prefix of new Set(prefixes))
			expect(catalog['@context']).toHaveProperty(prefix ?? '');
	});
});
