import { describe, expect, it } from 'vitest';
import { lineOf, readTrouble } from '$lib/sql/trouble';

/** Marked word of a script that is one statement. */
function marked(detail: string, script: string, at = 0) {
	const { kind, about, instead, place } = readTrouble(detail, script, at);
	return { kind, about, instead, word: place && script.slice(place.from, place.to) };
}

describe('what DuckDB objects to', () => {
	it('is found where its message points, also behind letters of two bytes and other statements', () => {
		const script = "SELECT 1;\nSELECT 'é' FORM x";
		const statement = 10;
		const detail = JSON.stringify({
			exception_type: 'Parser',
			exception_message: 'syntax error at or near "x"',
			// In bytes of the statement: é has two.
			position: '17'
		});
		expect(marked(detail, script, statement)).toEqual({
			kind: 'syntax',
			about: 'x',
			instead: [],
			word: 'x'
		});
		expect(lineOf(script, statement)).toBe(2);
	});

	it('is a table of a file that did not come with the link, where the script names one', () => {
		const detail =
			'Catalog Error: Table with name petugas does not exist!\nDid you mean "pg_catalog.pg_class"?\n\nLINE 1: FROM berkas.petugas\n             ^';
		expect(marked(detail, 'FROM berkas.petugas')).toEqual({
			kind: 'no_own_table',
			about: 'berkas.petugas',
			instead: [],
			word: 'berkas.petugas'
		});
		expect(marked(detail, 'FROM published.petugas').kind).toBe('no_table');
	});

	it.each([
		[
			'Binder Error: Referenced column "nam" not found in FROM clause!\nCandidate bindings: "name", "lat"\n\nLINE 2:   nam\n          ^',
			'SELECT\n  nam\nFROM published.region',
			{ kind: 'no_column', about: 'nam', instead: ['name', 'lat'], word: 'nam' }
		],
		[
			'Catalog Error: Table with name regoin does not exist!\nDid you mean "region"?\n\nLINE 1: FROM published.regoin\n             ^',
			'FROM published.regoin',
			{ kind: 'no_table', about: 'regoin', instead: ['region'], word: 'published.regoin' }
		],
		[
			'Catalog Error: Scalar Function with name fooo does not exist!\nDid you mean "floor"?\n\nLINE 3: fooo(1)\n        ^',
			// Put in brackets to be shown, its lines come one later.
			'SELECT\nfooo(1)',
			{ kind: 'no_function', about: 'fooo', instead: ['floor'], word: 'fooo' }
		],
		[
			'Permission Error: Cannot access file "https://x/y.csv" - file system operations are disabled by configuration',
			"FROM 'https://x/y.csv'",
			{ kind: 'no_file', about: 'https://x/y.csv', instead: [], word: null }
		],
		[
			'Invalid Input Error: Cannot execute statement of type "DELETE" on database "published" which is attached in read-only mode!',
			'DELETE FROM published.figure',
			{ kind: 'read_only', about: 'published', instead: [], word: null }
		],
		[
			'Binder Error: Referenced update column b not found in table!\n\nDid you mean: "a"',
			'UPDATE x SET b = 1',
			{ kind: 'no_column', about: 'b', instead: ['a'], word: null }
		],
		[
			'Constraint Error: NOT NULL constraint failed: x.a',
			'INSERT INTO x VALUES (NULL)',
			{ kind: 'constraint', about: 'a', instead: [], word: null }
		],
		[
			'Binder Error: table x has 2 columns but 1 values were supplied',
			'INSERT INTO x VALUES (1)',
			{ kind: 'values', about: 'x', instead: [], word: null }
		],
		[
			'Catalog Error: Existing object v is of type View, trying to drop type Table',
			'DROP TABLE v',
			{ kind: 'no_base_table', about: 'v', instead: [], word: null }
		],
		[
			'Dependency Error: Cannot drop entry "s" because there are entries that depend on it.',
			'DROP SCHEMA s',
			{ kind: 'depends', about: 's', instead: [], word: null }
		],
		['Something else', 'SELECT 1', { kind: 'other', about: '', instead: [], word: null }]
	])('%s', (detail, script, told) => expect(marked(detail, script)).toEqual(told));
});
