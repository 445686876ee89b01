import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { type Cited, citations } from '$lib/export/cite';
import { filledSql, schemasIn, sqlScript } from '$lib/export/filled-sql';
import { pictureSvg } from '$lib/export/picture';
import { LOCALES } from '$lib/model/locale';

describe('a statement with its values', () => {
	it('gives what it gave with them bound', async () => {
		const sql = `SELECT ?::VARCHAR AS "a?", '?' AS b, ?::INTEGER + 1 AS c, ?::VARCHAR AS d, ? AS e -- ?`;
		const params = ["d'Or ?", -3, null, true];
		const instance = await DuckDBInstance.create(':memory:');
		const connection = await instance.connect();
		const bound = await connection.runAndReadAll(sql, params);
		const filled = await connection.runAndReadAll(filledSql({ sql, params }));
		expect(filled.getRowsJson()).toEqual(bound.getRowsJson());
		expect(filled.getRowsJson()).toEqual([["d'Or ?", '?', -2, null, true]]);
		expect(filled.columnNames()).toEqual(['a?', 'b', 'c', 'd', 'e']);
		connection.closeSync();
		instance.closeSync();
	});

	it('is refused where values and places do not match', () => {
		expect(() => filledSql({ sql: 'SELECT ?', params: [] })).toThrow(RangeError);
		expect(() => filledSql({ sql: `SELECT '?'`, params: [1] })).toThrow(RangeError);
	});

	it('says what to download, and attaches it under the name that it is read by', () => {
		const query = {
			name: 'q',
			sql: 'SELECT 1 FROM "demo_32".k2 JOIN published.region r ON true',
			params: []
		};
		expect(schemasIn([query, query])).toEqual(['demo_32', 'published']);
		const address = 'https://example.org/extract/demo/32.duckdb';
		const script = sqlScript(
			[query],
			[{ schema: 'demo_32', name: '32.duckdb', address }],
			['a\nb']
		);
		expect(script).toBe(
			`-- a b\n-- ${address}\nATTACH '32.duckdb' AS "demo_32" (READ_ONLY);\n\n${query.sql};\n`
		);
	});
});

const SOURCES = ['BPS, Kemiskinan (2024)', 'Kemensos'];
const CITED: Cited = {
	titles: { id: '100% & {naik}, Bogor', en: '100% & {up}, Bogor' },
	sources: { id: SOURCES, en: ['BPS, put together by others (2024)', 'Kemensos'] },
	computed: false,
	versions: { id: 'angka terbitan 1a2b3c4d5e6f', en: 'published figures 1a2b3c4d5e6f' },
	until: '2025-11-21',
	address: 'https://example.org/cakupan/?data=published.1a2b3c4d5e6f.2024-12-31#peta-title',
	accessed: '2026-11-25',
	locale: 'id',
	demo: false
};

describe('a citation', () => {
	it('names what, who says it, the version of the data, both days and the address, each language in its own words', () => {
		const { sentences, apa } = citations(CITED);
		for (const locale of LOCALES)
			for (const part of [
				CITED.titles[locale],
				...CITED.sources[locale],
				CITED.versions[locale],
				CITED.address
			])
				expect(sentences[locale]).toContain(part);
		expect(sentences.id).toMatch(/^Menurut BPS.+21 November 2025.+25 November 2026/);
		expect(sentences.en).toMatch(/^According to BPS.+21 November 2025.+25 November 2026/);
		expect(apa).toContain(`(2025, 21 November). ${CITED.titles.id}`);
		expect(citations({ ...CITED, locale: 'en' }).apa).toContain(
			`(2025, November 21). ${CITED.titles.en}`
		);
		expect(citations({ ...CITED, until: '' }).apa).toContain('(t.t.)');
	});

	it('of what the site computed does not put it in the mouth of those whose data it took', () => {
		const { sentences, apa, bibtex, csl } = citations({ ...CITED, computed: true });
		expect(sentences.id).toContain('dihitung oleh Pantau Sejahtera dari: BPS, Kemiskinan');
		expect(sentences.en).toContain('computed by Pantau Sejahtera from: BPS');
		for (const text of [apa, bibtex, csl]) expect(text).toContain('Dihitung oleh Pantau Sejahtera');
		expect(Object.values(sentences).join()).not.toMatch(/Menurut|According/);
	});

	it('is BibTeX whose braces match and whose signs TeX can set', () => {
		const { bibtex } = citations(CITED);
		expect(bibtex).toContain(String.raw`title = {{100\% \& \{naik\}, Bogor}}`);
		expect(bibtex).toContain('date = {2025-11-21}');
		expect(bibtex).toContain('urldate = {2026-11-25}');
		const bare = bibtex.replace(/\\[{}]/g, '');
		expect(bare.split('{').length).toBe(bare.split('}').length);
	});

	it('is CSL-JSON', () => {
		expect(JSON.parse(citations(CITED).csl)).toMatchObject([
			{
				type: 'dataset',
				title: CITED.titles.id,
				URL: CITED.address,
				version: CITED.versions.id,
				issued: { 'date-parts': [[2025, 11, 21]] },
				accessed: { 'date-parts': [[2026, 11, 25]] }
			}
		]);
	});

	it('says in every form that a demo is one', () => {
		const { sentences, apa, bibtex, csl } = citations({ ...CITED, demo: true });
		expect(sentences.id).toContain('DATA CONTOH');
		expect(sentences.en).toContain('DEMO DATA');
		for (const text of [apa, bibtex, csl]) expect(text).toContain('(data contoh)');
	});
});

describe('a picture', () => {
	it('carries title, source and mark inside, and grows with its words', () => {
		const picture = {
			drawing: '<path d="M0 0H9"/>',
			width: 300,
			height: 100,
			title: 'A < B & C',
			subtitle: 'Jawa Barat, 2024',
			legend: [{ mark: '<rect/>', label: 'contoh' }],
			lines: ['Sumber: BPS'],
			across: 'CONTOH',
			ink: '#000',
			soft: '#555',
			paper: '#fff',
			measure: (text: string, size: number) => (text.length * size) / 2
		};
		const svg = pictureSvg(picture);
		for (const text of [
			'A &lt; B &amp; C',
			'Jawa Barat, 2024',
			'Sumber: BPS',
			'CONTOH',
			picture.drawing
		])
			expect(svg).toContain(text);
		const high = (text: string) => Number(/ height="([\d.]+)"/.exec(text)?.[1]);
		const long = { ...picture, lines: ['kata '.repeat(200)] };
		expect(high(pictureSvg(long))).toBeGreaterThan(high(svg) + 100);
		const address = pictureSvg({ ...picture, lines: [`Alamat: https://${'x'.repeat(300)}`] });
		const runs = address.match(/x{20,}/g) ?? [];
		expect(runs.join('')).toHaveLength(300);
		expect(Math.max(...runs.map(({ length }) => length))).toBeLessThanOrEqual(300 / (11.5 / 2));
		expect(pictureSvg({ ...picture, across: null })).not.toContain('CONTOH');
	});
});
