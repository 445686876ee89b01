import { mkdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csv } from '../../support/lists';
import { people, receipts, write, writeSecret } from './support/lists';
import { type Ended, ranHere, room, started } from './support/run';

const { at, leave } = room();
afterAll(leave);

const ROWS = receipts(people(40));
const HEADER = 'nik,program,kabupaten\n';
let secret: string;
beforeAll(() => {
	secret = writeSecret(at('secret', 'key'));
});

function over(list: string, ...more: string[]): string[] {
	const here = ['--id', 'kota', '--out', at('out'), '--secret', secret, '--lang', 'en'];
	return ['--beneficiaries', list, ...here, ...more];
}

function expectRefused({ code, out, err }: Ended, words: RegExp): void {
	expect(err).toMatch(words);
	expect({ code, out }).toEqual({ code: 1, out: '' });
	expect(err).not.toMatch(/unexpected|\d{7,}/);
}

describe('a file that is no list', () => {
	it.each<[string, string | Buffer, RegExp]>([
		['nothing', '', /empty/],
		['a header alone', HEADER, /no rows of data/],
		[
			'a PDF by another name',
			`%PDF-1.4\n${'xyz\0\x01\x02'.repeat(100)}`,
			/neither text nor a workbook/
		],
		['words that nobody knows', 'Apa,Mana\n1,2\n', /No row of headers/],
		[
			'two columns that could hold the NIK',
			'NIK,No KTP,Program,Kabupaten\n1,1,pkh,x\n',
			/which column/
		],
		['only NIKs that Excel has damaged', `${HEADER}3.2E+15,pkh,Kota Bogor\n`, /as Text/],
		['digits that two systems read differently', codes(), /--codes kemendagri or --codes bps/],
		['a quotation mark that is never closed', openQuote(), /row 12 of daftar\.csv/]
	])('%s', async (_, content, words) => {
		expectRefused(await ranHere(...over(write(at('lists', 'daftar.csv'), content))), words);
	});

	it('a folder, and a file that is not there', async () => {
		mkdirSync(at('folder'));
		expectRefused(await ranHere(...over(at('folder'))), /is a folder/);
		expectRefused(await ranHere(...over(at('none.csv'))), /no file none\.csv/);
	});

	function codes(): string {
		return csv([['nik', 'program', 'kode kab'], ...people(20).map((nik) => [nik, 'pkh', '1101'])]);
	}

	function openQuote(): string {
		return csv(ROWS.map((row, index) => (index === 11 ? [`"${row[0]}`, ...row.slice(1)] : row)));
	}
});

describe('a list of which every row is refused', () => {
	it('says why, row by row and in all, and where to read on', async () => {
		const short = ROWS.map(([nik = '', ...row], index) => [
			index === 0 ? nik : nik.slice(1),
			...row
		]);
		const ended = await ranHere(...over(write(at('short', 'daftar.csv'), csv(short))));
		expectRefused(ended, /40 {2}The NIK does not have 16 digits/);
		expect(ended.err).toContain('0 linked + 0 merged + 40 refused');
		expect(ended.err).toContain('No row can be counted');
		const file = at('short', 'kota.private-refused.csv');
		expect(ended.err).toContain(file);
		expect(readFileSync(file, 'utf8').trimEnd().split('\r\n')).toHaveLength(41);
	});

	it('and without any month asks for one only where there is somebody to count', async () => {
		const rows = ROWS.map((row) => row.slice(0, 3));
		const ended = await ranHere(...over(write(at('dateless', 'daftar.csv'), csv(rows))));
		expectRefused(ended, /--until 2025-12/);
	});
});

describe('bytes that no office writes on purpose', () => {
	it.each<[string, () => string | Buffer, RegExp]>([
		[
			'a line without an end',
			() => HEADER + '3'.repeat(50e6),
			/Row 2 of daftar\.csv .* does not end/
		],
		['zero bytes', () => Buffer.concat([Buffer.from(HEADER), Buffer.alloc(50e6)]), /Row 2 of/],
		[
			'an open quotation mark',
			() => `${HEADER}"${'3,\n'.repeat(17e6)}`,
			/row 2 of .* never closed/
		],
		[
			'UTF-16 without an end',
			() => Buffer.from(`\ufeff${HEADER}${'3'.repeat(25e6)}`, 'utf16le'),
			/Row 2 of/
		]
	])(
		'50 MB of %s end with a clear sentence',
		async (_, bytes, words) => {
			const ended = await started(over(write(at('long', 'daftar.csv'), bytes())), at('tmp'));
			expectRefused(ended, words);
		},
		60_000
	);

	it('zero bytes in a row cost that row and no other', async () => {
		const rows = ROWS.map((row, index) =>
			index === 5 ? ['\0'.repeat(1000), ...row.slice(1)] : row
		);
		const file = write(at('zeroes', 'daftar.csv'), csv(rows.map((row) => row.slice(0, 3))));
		const ended = await ranHere(...over(file));
		expectRefused(ended, /--until/);
		const report = JSON.parse(readFileSync(at('zeroes', 'kota.private-report.json'), 'utf8'));
		expect(report.files).toMatchObject([{ rows: 40, linked: 39, refused: 1 }]);
	});
});
