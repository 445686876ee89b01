import { describe, expect, it, test } from 'vitest';
import { markedAfter, mayRestOn, versionsAsked } from '$lib/sql/marks';

describe('the mark of made-up data', () => {
	const made = ['demo'];

	it('follows from the dataset’s name, however it is written', () => {
		expect(mayRestOn('SELECT * FROM "Demo".k1', made)).toBe(true);
		expect(mayRestOn('FROM published.figure', made)).toBe(false);
	});

	it('goes along with the tables that are made of it', () => {
		const first = markedAfter('CREATE OR REPLACE TEMP TABLE saya AS FROM demo.k1; SELECT 1', made);
		expect(mayRestOn('FROM saya', first)).toBe(true);
		const second = markedAfter('CREATE VIEW IF NOT EXISTS main."lagi" AS FROM saya', first);
		expect(mayRestOn('SELECT count(*) FROM LAGI', second)).toBe(true);
		expect(markedAfter('CREATE TABLE x AS FROM published.tile', made)).toEqual(['demo']);
	});
});

test('the version of the data is that of the datasets which a script names, or of all', () => {
	const versions = [
		{ id: 'published', words: 'angka terbitan 1a' },
		{ id: 'demo', words: 'data contoh 2b' }
	];
	expect(versionsAsked('FROM published.figure', versions)).toBe('angka terbitan 1a');
	expect(versionsAsked('FROM demo_33.k4', versions)).toBe('data contoh 2b');
	expect(versionsAsked('FROM buatan', versions)).toBe('angka terbitan 1a, data contoh 2b');
});
