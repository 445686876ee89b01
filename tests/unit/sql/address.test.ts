import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHash, toHash } from '$lib/sql/address';
import { CHART_KINDS } from '$lib/sql/chart-choice';

const text = fc.string({ unit: 'grapheme', minLength: 1 });
const chart = fc.record({
	kind: fc.constantFrom(...CHART_KINDS),
	x: text,
	y: fc.array(text, { minLength: 1, maxLength: 2 }),
	series: fc.option(text, { nil: null })
});
const link = fc.record({
	sql: text.filter((sql) => sql.trim() !== ''),
	chart: fc.option(chart, { nil: null }),
	data: fc.constantFrom('', '0a1b2c', 'f'.repeat(64))
});

describe('a permanent link', () => {
	it('holds the query, its chart and its data, whatever they are', () => {
		fc.assert(
			fc.property(link, (one) => {
				const address = new URL(toHash(one), 'https://example.org/jelajah/sql/');
				expect(fromHash(address.hash)).toEqual(one);
			})
		);
	});

	it('holds a long query, and one in any script', () => {
		const sql = `SELECT 'désa 村 🏘️ # & = % +' -- ${'panjang '.repeat(4000)}\n`;
		expect(fromHash(toHash({ sql, chart: null, data: '' }))?.sql).toBe(sql);
		const half = { sql: "SELECT '\uD800'", chart: null, data: '' };
		expect(fromHash(toHash(half))?.sql).toBe("SELECT '\uFFFD'");
	});

	it('is read without complaint, however it has been cut', () => {
		fc.assert(
			fc.property(fc.string(), (hash) => {
				expect(() => fromHash(hash)).not.toThrow();
			})
		);
		expect(fromHash('#isi')).toBeNull();
		expect(fromHash('#sql=')).toBeNull();
		expect(fromHash('#sql=a&grafik=pie&x=b&y=c&data=<b>')).toEqual({
			sql: 'a',
			chart: null,
			data: ''
		});
	});
});
