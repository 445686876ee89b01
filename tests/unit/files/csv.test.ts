import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvRows } from '$lib/files/format/csv';
import { textTable } from '$lib/files/format/tables';
import { bytesOf, faultIn, reading, rowsOf } from './support';

const require = createRequire(import.meta.url);
const spectrum = path.dirname(require.resolve('csv-spectrum'));
const read = (folder: string, name: string) =>
	fs.readFileSync(path.join(spectrum, folder, name), 'utf8');

describe('csv-spectrum', () => {
	for (const file of fs.readdirSync(path.join(spectrum, 'csvs'))) {
		const name = file.replace(/\.csv$/, '');
		test(`${name} is read as its published answer says`, () => {
			const [header = [], ...rows] = csvRows(read('csvs', file), ',').rows;
			const records = rows.map((row) =>
				Object.fromEntries(header.map((column, at) => [column, row[at]]))
			);
			const answer: unknown = JSON.parse(read('json', `${name}.json`));
			// Its answer is one object and not a list, and names another number than the file itself.
			if (name === 'location_coordinates')
				expect(records).toEqual([{ ...(answer as object), 'Contact Phone Number': '2095257564' }]);
			else expect(records).toEqual(answer);
		});
	}
});

describe('rows of a text table', () => {
	const cell = fc.string({ maxLength: 12, unit: 'grapheme' });
	const written = (text: string) => `"${text.replaceAll('"', '""')}"`;

	test('whatever is written is read back, with any delimiter and line break', () => {
		fc.assert(
			fc.property(
				fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
				fc.constantFrom(',', ';', '\t', '|'),
				fc.constantFrom('\n', '\r\n', '\r'),
				fc.boolean(),
				(rows, mark, end, closed) => {
					const text = rows.map((row) => row.map(written).join(mark)).join(end);
					expect(csvRows(text + (closed ? end : ''), mark).rows).toEqual(rows);
				}
			)
		);
	});

	test('any text at all is read or refused by name, and no row begins before the one above it', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 400 }), (text) => {
				try {
					const { rows, lines } = csvRows(text, ',');
					expect(lines).toHaveLength(rows.length);
					expect([...lines].sort((a, b) => a - b)).toEqual(lines);
				} catch (error) {
					expect((error as Error).name).toBe('FileFaultError');
				}
			})
		);
	});

	test('a row is told by the line on which it begins', () => {
		const { lines } = csvRows('a,b\n"satu\ndua",2\nx,3\n', ',');
		expect(lines).toEqual([1, 2, 4]);
	});

	test('what divides the cells is found, and Excel’s own word for it is believed', () => {
		expect(textTable('a;b\n1,5;2\n').rows).toEqual([
			['a', 'b'],
			['1,5', '2']
		]);
		expect(textTable('sep=|\na|b,c\n1|2\n').rows).toEqual([
			['a', 'b,c'],
			['1', '2']
		]);
		expect(textTable('a\tb\n1\t2\n').rows[1]).toEqual(['1', '2']);
	});
});

describe('hostile text', () => {
	test('a lone quotation mark in 30 MB is told with its line, and soon', async () => {
		const text = `nama,nilai\n"satu,1\n${'baris,2\n'.repeat(4_000_000)}`.slice(0, 31_000_000);
		expect(await faultIn(text)).toMatchObject({ rule: 'quote_open', found: 2 });
	}, 10_000);

	test('a million columns are refused before they are kept', async () => {
		const text = `${'a,'.repeat(1_000_000)}\n${'1,'.repeat(1_000_000)}`;
		expect(await faultIn(text)).toMatchObject({ rule: 'too_many_columns', most: 1000 });
	});

	test('a zero byte is told with its line', async () => {
		expect(await faultIn('a,b\n1,2\n3,\u00004\n')).toMatchObject({ rule: 'nul', found: 3 });
	});

	test('bytes that are no text are refused', async () => {
		const bytes = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251);
		expect(['binary', 'nul']).toContain((await faultIn(bytes)).rule);
	});

	test('letters of two kinds in one file are told with a line of each', async () => {
		const bytes = Uint8Array.from([...bytesOf('nama,n\ncafé,1\n'), 0x63, 0xe9, 0x2c, 0x32, 0x0a]);
		expect(await faultIn(bytes)).toEqual({ rule: 'letters_mixed', found: 2, most: 3 });
	});

	test('an empty file and a header alone are told apart', async () => {
		expect((await faultIn('')).rule).toBe('empty');
		expect((await faultIn(' \n \n')).rule).toBe('empty');
		expect((await faultIn('provinsi,nilai\n')).rule).toBe('header_only');
	});
});

describe('letters', () => {
	const text = 'daerah;luas\nKota “Ambon” – é;12\n';
	const wide = (little: boolean, mark: boolean) => {
		const full = (mark ? '\ufeff' : '') + text;
		const bytes = new Uint8Array(full.length * 2);
		const view = new DataView(bytes.buffer);
		[...full].forEach((letter, at) => view.setUint16(at * 2, letter.charCodeAt(0), little));
		return bytes;
	};
	const western = Uint8Array.from(
		[...text].map((letter) => {
			const at = { '“': 0x93, '”': 0x94, '–': 0x96 }[letter];
			return at ?? letter.charCodeAt(0);
		})
	);

	test.each([
		['UTF-8', bytesOf(text)],
		['UTF-8 with its mark', bytesOf(`\ufeff${text}`)],
		['UTF-16 little end first', wide(true, true)],
		['UTF-16 big end first', wide(false, true)],
		['UTF-16 without its mark', wide(true, false)],
		['Windows-1252', western]
	])('%s is read', async (_, bytes) => {
		const read = await reading(bytes);
		expect(read.columns.map(({ header }) => header)).toEqual(['daerah', 'luas']);
		expect(rowsOf(read)).toEqual([['Kota “Ambon” – é', 12]]);
	});
});
