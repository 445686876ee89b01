import { describe, expect, it } from 'vitest';
import { asksForRows, shownAs } from '$lib/engine/workbench/shown';
import { splitStatements } from '$lib/engine/workbench/statements';

describe('an answer', () => {
	it('is asked for as it stands where every column can reach the page', () => {
		const columns = ['INTEGER', 'DECIMAL(18,3)', 'VARCHAR', 'DATE', 'TIMESTAMP', 'HUGEINT'];
		expect(
			shownAs(
				'SELECT 1',
				columns.map((type) => ({ name: 'a', type })),
				9
			)
		).toBeNull();
	});

	it('has texts where a value has no shape of its own, under the same names', () => {
		const columns = [
			{ name: 'n', type: 'BIGINT' },
			{ name: 'se"but', type: "ENUM('a', 'b')" },
			{ name: 'n', type: 'INTEGER[]' }
		];
		expect(shownAs('SELECT 1 -- x', columns, 11)).toBe(
			'SELECT k0 AS "n", k1::VARCHAR AS "se""but", k2::VARCHAR AS "n" ' +
				'FROM (SELECT 1 -- x\n) AS jawaban(k0, k1, k2) LIMIT 11'
		);
	});

	it('comes of a question only', () => {
		const [table, question, bracket] = splitStatements('CREATE TABLE a(b INT); FROM a; (TABLE a)');
		expect([table, question, bracket].map((one) => one && asksForRows(one))).toEqual([
			false,
			true,
			true
		]);
	});
});
