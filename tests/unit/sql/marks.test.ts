import { describe, expect, it } from 'vitest';
import { markedAfter, mayRestOn } from '$lib/sql/marks';

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
