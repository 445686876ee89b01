import { describe, expect, it } from 'vitest';
import { FIGURE_STATES, LOCALES, MEASURES, UNITS } from '$lib/model';
import { examples } from '$lib/sql/examples';

/** What each SELECT of a script gives a name to, and the words that it gives instead of codes. */
const outputs = (sql: string) => [...sql.matchAll(/ AS (\w+)/g)].map(([, name]) => name);
const told = (sql: string) => [...sql.matchAll(/WHEN '\w+' THEN '((?:[^']|'')+)'/g)];

describe('the examples', () => {
	it('leave no template and no column of codes in what they ask for', () => {
		for (const locale of LOCALES)
			for (const { id, sql } of examples('demo', locale)) {
				expect(sql, id).not.toMatch(/[[{|}]/);
				const asked = sql
					.slice(0, sql.indexOf('\nFROM'))
					.replace(/CASE[\s\S]*?END/g, 'words')
					.replace(/ AS \w+/g, ' AS x');
				expect(asked, id).not.toMatch(
					/(?:^|[\s,])\w*\.?(?:unit|state|source_id|measure|list)(?:,|$| AS )/m
				);
			}
	});

	it('tell states and measures in the words of their language', () => {
		const codes = new Set<string>([...FIGURE_STATES, ...UNITS, ...MEASURES.map(({ id }) => id)]);
		const [id = [], en = []] = LOCALES.map((locale) =>
			examples('demo', locale).map(({ sql }) => told(sql).map(([, words = '']) => words))
		);
		expect(id.flat().length).toBeGreaterThan(15);
		expect(id.flat()).toContain('diterbitkan sumber');
		for (const [at, words] of id.entries()) {
			expect(en[at]).toHaveLength(words.length);
			for (const word of words) {
				expect(codes.has(word)).toBe(false);
				expect(en[at]).not.toContain(word);
			}
		}
	});

	it('name the columns of both languages alike in number', () => {
		const [id = [], en = []] = LOCALES.map((locale) => examples('demo', locale));
		expect(id.map(({ sql }) => outputs(sql).length)).toEqual(
			en.map(({ sql }) => outputs(sql).length)
		);
	});
});
