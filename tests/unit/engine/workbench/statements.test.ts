import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isReadAlike, refusedWord, splitStatements } from '$lib/engine/workbench/statements';

const texts = (script: string) => splitStatements(script).map(({ text }) => text);
const refused = (script: string) => splitStatements(script).map(refusedWord);

describe('a script', () => {
	it('is split where DuckDB would split it', () => {
		expect(texts('SELECT \';\' AS a; SELECT 2 ;; -- ; no\n SELECT "x;y" /* ; */')).toEqual([
			"SELECT ';' AS a",
			'SELECT 2',
			'-- ; no\n SELECT "x;y" /* ; */'
		]);
		expect(texts("SELECT E'it\\'s; fine', $$a;b$$, $q$ ; $$ ; $q$")).toHaveLength(1);
		expect(texts('SELECT 1 AS a$b$; SELECT 2 AS c$b$')).toHaveLength(2);
		expect(texts('SELECT $a1$;$a1$; /* /* */ ; */ TABLE a')).toHaveLength(2);
		expect(texts('-- one\rSELECT 1; 2')).toEqual(['-- one\rSELECT 1', '2']);
		for (const nothing of ['', ' \n;;', '-- only', '/* open']) expect(texts(nothing)).toEqual([]);
	});

	it('is run only where DuckDB reads it as it was read here', () => {
		const [hidden] = splitStatements("SELECT 'é' AS a");
		if (!hidden) throw new Error('no statement');
		expect(isReadAlike(hidden, { offsets: [0, 7, 12, 15] })).toBe(true);
		expect(isReadAlike({ ...hidden, text: 'DETACH a' }, { offsets: [0, 7] })).toBe(false);
		expect(isReadAlike({ ...hidden, text: 'SELECT 1; DETACH a' }, { offsets: [0, 7, 8] })).toBe(
			false
		);
		expect(isReadAlike({ ...hidden, text: '/* x */ DETACH a' }, { offsets: [8, 15] })).toBe(false);
	});

	it('tells where each statement begins', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom('SELECT 1', ' VALUES (2) ', "\n FROM 'é;😀'")),
				(parts) => {
					const script = parts.join(';');
					for (const { text, from } of splitStatements(script))
						expect(script.slice(from, from + text.length)).toBe(text);
					expect(texts(script)).toEqual(parts.map((part) => part.trim()));
				}
			)
		);
	});
});

describe('a statement is refused by its name', () => {
	it.each([
		["ATTACH 'https://x/y.duckdb'", 'ATTACH'],
		['/* so */ detach published', 'DETACH'],
		['/* /* */ SELECT 1 */ DETACH published', 'DETACH'],
		["COPY (SELECT 1) TO 'x.csv'", 'COPY'],
		["EXPLAIN ANALYZE COPY (SELECT 1) TO 'berkas/x.csv'", 'COPY'],
		["EXPLAIN (ANALYZE, FORMAT json) COPY (SELECT 1) TO 'x'", 'COPY'],
		['INSTALL httpfs', 'INSTALL'],
		["LOAD 'https://x/y.duckdb_extension'", 'LOAD'],
		['PRAGMA database_list', 'PRAGMA'],
		["SET memory_limit = '9GB'", 'SET'],
		['PREPARE x AS SELECT 1', 'PREPARE'],
		['CALL pragma_version()', 'CALL'],
		['CREATE OR REPLACE PERSISTENT SECRET (TYPE s3)', 'CREATE SECRET'],
		["FROM enable_logging(storage = 'file')", 'enable_logging']
	])('%s', (sql, word) => {
		expect(refused(sql)).toEqual([word]);
		expect(refused(`SELECT 1; ${sql}`)).toEqual([null, word]);
	});

	it.each([
		'SELECT 1',
		'SELECT \'COPY\', "attach" -- PRAGMA',
		'(SELECT 1) UNION ALL (SELECT 2)',
		'EXPLAIN ANALYZE SELECT 1',
		'CREATE TABLE secret AS SELECT 1 AS copy',
		'DROP VIEW mine',
		'PIVOT a ON b USING count(*)'
	])('%s is not', (sql) => expect(refused(sql)).toEqual([null]));
});
