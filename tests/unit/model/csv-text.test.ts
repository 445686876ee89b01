import fc from 'fast-check';
import papaparse from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvText } from '$lib/model/csv-text';

describe('rows as CSV', () => {
	it('are harmless to a spreadsheet, and keep negative numbers', () => {
		expect(csvText([['=1+1', '+1', '-x', '@a', -1.5, null, 'a, "b"']])).toBe(
			`'=1+1,'+1,'-x,'@a,-1.5,,"a, ""b"""\r\n`
		);
	});

	it('read back as they were, but for the apostrophe', () => {
		fc.assert(
			fc.property(fc.array(fc.string(), { minLength: 2 }), (row) => {
				const back =
					papaparse.parse<string[]>(csvText([row]), { newline: '\r\n', delimiter: ',' }).data[0] ??
					[];
				expect(back).toEqual(row.map((text) => (/^[=+\-@\p{Cc}]/u.test(text) ? `'${text}` : text)));
				for (const text of back) expect(text).not.toMatch(/^[=+\-@\p{Cc}]/u);
			})
		);
	});
});
