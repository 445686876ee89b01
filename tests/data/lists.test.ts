import { createHmac } from 'node:crypto';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import writeExcel from 'write-excel-file/node';
import { loadLists, noteText, readListMap, writeRefused } from '../../data/publish/lists';
import { loadReference } from '../../data/reference/load';
import { ListError, type ListProblem, problemText } from '../../src/lib/lists';
import { LOCALES, type ListKind } from '../../src/lib/model';
import { KEYS, TODAY, csv, folder, nik, reading, refusals, written } from '../support/lists';

const PEOPLE = Array.from({ length: 12 }, (_, at) => nik({ serial: at + 1, district: at + 1 }));

/** The people of a receipt by what the office's file says, without the disguise. */
const RECEIPTS = 'SELECT programme, region, decile, sex, "first", "last" FROM receipt ORDER BY ALL';

async function problemOf(list: ListKind, file: string): Promise<ListProblem> {
	try {
		(await reading([[list, file]])).close();
	} catch (error) {
		if (error instanceof ListError) return error.problem;
		throw error;
	}
	throw new Error('nothing stopped the run');
}

describe('lists as offices have them', () => {
	it('a semicolon CSV from Excel with its mark, titles, quotation marks and other order', async () => {
		const file = written(
			'Penerima Mei [1].csv',
			[
				'\ufeffDAFTAR PENERIMA MANFAAT;;;;;',
				'',
				'Desil;Nama;Kabupaten/Kota;Jenis Bantuan;NIK;Mulai',
				`3;"Siti; ""Aminah""";Kabupaten Bogor;PKH;${PEOPLE[0]};01/03/2025`,
				';;;;;',
				`desil 4;"baris\r\nbaru";Kota Bogor;BPNT;'${PEOPLE[1]};Maret 2025`,
				'',
				`1;x;Kabupaten Bogor;PKH;${PEOPLE[2]?.slice(1)};01/03/2025`,
				`1;x;Kabupaten Bogor;PKH`,
				`1;x;Kabupaten Bogor;PKH;${PEOPLE[3]};01/03/2025;lebih`,
				''
			].join('\r\n')
		);
		const read = await reading([['beneficiaries', file]]);
		expect(await read.rows(RECEIPTS)).toEqual([
			{ programme: 0, region: 3201, decile: 3, sex: 1, first: 2025 * 12 + 2, last: null },
			{ programme: 1, region: 3271, decile: 4, sex: 1, first: 2025 * 12 + 2, last: null }
		]);
		// Rows as Excel numbers them: a cell with a line end is one row, blank ones count.
		expect(await refusals(read)).toEqual([
			'8 NIK nik_length',
			'9  row_malformed',
			'10  row_malformed'
		]);
		expect(read.loaded.files).toMatchObject([
			{ file: 'Penerima Mei [1].csv', rows: 5, linked: 2, merged: 0, refused: 3, unread: ['Nama'] }
		]);
		read.close();
	});

	it('Windows-1252 keeps its letters, and commas, tabs and bars are told apart', async () => {
		const rows = (mark: string) =>
			csv(
				[
					['NIK', 'Koperasi', 'Program', 'Tanggal Gabung'],
					[PEOPLE[0] ?? '', 'Koperasi “Maju” – Desa é', 'KMP', '2025-03-01']
				],
				mark
			);
		const codes: unknown[] = [];
		for (const mark of [',', '\t', '|', ';']) {
			const western = Buffer.from(
				rows(mark).replace('“', '\x93').replace('”', '\x94').replace('–', '\x96'),
				'latin1'
			);
			for (const bytes of [
				western,
				Buffer.from(rows(mark)),
				Buffer.from(`\ufeff${rows(mark)}`, 'utf16le')
			]) {
				const read = await reading([['members', written('a.csv', bytes)]]);
				codes.push(...(await read.rows('SELECT code FROM cooperative')).map(({ code }) => code));
				read.close();
			}
		}
		expect(codes).toHaveLength(12);
		const message = 'cooperative|koperasi “maju” – desa é';
		const hash = createHmac('sha256', KEYS.id).update(message).digest('hex').slice(0, 8);
		expect(new Set(codes)).toEqual(new Set([`K-${hash}`]));
	});

	it('an XLSX with a title row, true dates, and numbers that Excel has cut', async () => {
		const file = path.join(folder(), 'daftar.xlsx');
		const text = (value: string) => ({ value, type: String });
		await writeExcel([
			[text('Penerima PKH')],
			[],
			['Kabupaten', 'Program', 'NIK', 'Mulai', 'Desil'].map(text),
			[
				text('Kabupaten Bogor'),
				text('PKH'),
				text(PEOPLE[0] ?? ''),
				{ value: new Date('2025-03-01'), type: Date, format: 'dd/mm/yyyy' },
				{ value: 3, type: Number }
			],
			[
				text('Kabupaten Bogor'),
				text('PKH'),
				{ value: 3201011708859010, type: Number },
				{ value: 45717, type: Number },
				{ value: 3, type: Number }
			]
		]).toFile(file);
		const read = await reading([['beneficiaries', file]]);
		expect(await read.rows(RECEIPTS)).toMatchObject([
			{ region: 3201, first: 2025 * 12 + 2, decile: 3 }
		]);
		expect(await refusals(read)).toEqual(['5 NIK nik_excel']);
		read.close();
	});

	it('Parquet with numbers and dates of its own', async () => {
		const file = path.join(folder(), 'daftar [1].parquet');
		const instance = await DuckDBInstance.create(':memory:');
		const connection = await instance.connect();
		await connection.run(
			`COPY (SELECT '${PEOPLE[0]}'::BIGINT AS nik, 'pkh' AS program, '32.01' AS kode_kabupaten, DATE '2025-03-31' AS mulai, 3.0 AS desil
				UNION ALL SELECT NULL, 'pkh', '32.01', NULL, NULL) TO '${file}' (FORMAT parquet)`
		);
		const read = await reading([['beneficiaries', file]]);
		expect(await read.rows(RECEIPTS)).toMatchObject([
			{ region: 3201, first: 2025 * 12 + 2, decile: 3 }
		]);
		expect(await refusals(read)).toEqual(['2 nik nik_missing']);
		read.close();
		instance.closeSync();
	});

	it('any line ends, a NUL, and a quotation mark where none belongs', async () => {
		const lines = [
			'NIK,Program,Kabupaten',
			`${PEOPLE[0]},pkh,Kabupaten Bogor`,
			`${PEOPLE[1]},p\0kh,Kabupaten Bogor`,
			`${PEOPLE[2]},pkh,"Kabupaten" Bogor`,
			`${PEOPLE[3]},pkh,Kabupaten Bogor`
		];
		for (const end of ['\n', '\r\n', '\r']) {
			const read = await reading([['beneficiaries', written('a.csv', lines.join(end))]]);
			expect(read.loaded.files).toMatchObject([{ rows: 4, linked: 3, refused: 1 }]);
			expect(await refusals(read)).toEqual(['3 Program programme_unknown']);
			read.close();
		}
	});
});

describe('places in lists', () => {
	const header = ['NIK', 'Program', 'Kode Wilayah'];
	const coded = (codes: readonly string[]) =>
		written('a.csv', csv([header, ...codes.map((code, at) => [PEOPLE[at] ?? '', 'pkh', code])]));
	const regions = 'SELECT region FROM receipt ORDER BY region';

	it('codes of Kemendagri in every length', async () => {
		const file = coded(['32.01', '3204', '32.02.05.2001', '320305', '3205052001']);
		const read = await reading([['beneficiaries', file]]);
		expect((await read.rows(regions)).map(({ region }) => region)).toEqual([
			3201, 3202, 3203, 3204, 3205
		]);
		read.close();
	});

	it('codes of BPS are asked for, and then read as such', async () => {
		const file = coded(['1101', '1102']);
		const problem = await problemOf('beneficiaries', file);
		expect(problem).toMatchObject({ kind: 'codes_ambiguous' });
		expect(problemText(problem, 'en').hint).toContain('--codes');
		const bps = await reading([['beneficiaries', file]], { codes: 'bps' });
		const dagri = await reading([['beneficiaries', file]], { map: { codes: 'kemendagri' } });
		expect((await bps.rows(regions)).map(({ region }) => region)).not.toEqual([1101, 1102]);
		expect((await dagri.rows(regions)).map(({ region }) => region)).toEqual([1101, 1102]);
		bps.close();
		dagri.close();
	});

	it('names beside digits decide the system, also for rows without one', async () => {
		const rows = [
			['NIK', 'Program', 'Kode', 'Kabupaten'],
			[PEOPLE[0] ?? '', 'pkh', '1101', 'Simeulue'],
			[PEOPLE[1] ?? '', 'pkh', '1102', '']
		];
		const map = { beneficiaries: { columns: { Kode: 'region_code' } } } as const;
		const read = await reading([['beneficiaries', written('a.csv', csv(rows))]], { map });
		// BPS: 1101 is Simeulue (11.09), 1102 Aceh Singkil (11.10).
		expect((await read.rows(regions)).map(({ region }) => region)).toEqual([1109, 1110]);
		read.close();
	});

	it('former names and codes count as the region of today, and are noted', async () => {
		const rows = [
			['NIK', 'Program', 'Kabupaten'],
			[PEOPLE[0] ?? '', 'pkh', 'Kabupaten Toba Samosir'],
			[PEOPLE[1] ?? '', 'pkh', 'Kabupaten Bogor']
		];
		const read = await reading([['beneficiaries', written('a.csv', csv(rows))]]);
		expect((await read.rows(regions)).map(({ region }) => region)).toEqual([1212, 3201]);
		const [file] = read.loaded.files;
		expect(file?.notes).toEqual({ region_former: 1 });
		for (const locale of LOCALES) expect(noteText('region_former', '1', locale)).toContain('1');
		read.close();
	});

	it('without a region a beneficiary is refused, by name of what is wrong', async () => {
		const file = coded(['', '32', '99.99', '32.01', 'Atlantis']);
		const read = await reading([['beneficiaries', file]]);
		expect(await refusals(read)).toEqual([
			'2 Kode Wilayah region_missing',
			'3 Kode Wilayah region_unknown',
			'4 Kode Wilayah region_unknown',
			'6 Kode Wilayah region_unknown'
		]);
		read.close();
	});

	it('without a region a member is where the NIK was issued', async () => {
		const rows = [
			['NIK', 'Koperasi', 'Program', 'Kode Wilayah'],
			[PEOPLE[0] ?? '', 'K-1', 'kmp', ''],
			[PEOPLE[1] ?? '', 'K-1', 'kmp', '33.20'],
			[PEOPLE[2] ?? '', 'K-1', 'kmp', 'Atlantis']
		];
		const read = await reading([['members', written('a.csv', csv(rows))]]);
		expect(await read.rows('SELECT region, region_stated FROM membership ORDER BY ALL')).toEqual([
			{ region: 3201, region_stated: false },
			{ region: 3201, region_stated: false },
			{ region: 3320, region_stated: true }
		]);
		expect(read.loaded.files[0]?.notes).toEqual({ region_unread: 1 });
		read.close();
	});
});

describe('rows that say the same', () => {
	it('spells that overlap or adjoin become one, and others stay apart', async () => {
		const [a = '', b = ''] = PEOPLE;
		const file = written(
			'a.csv',
			csv([
				['NIK', 'Program', 'Kode Wilayah', 'Desil', 'Mulai', 'Selesai'],
				[a, 'pkh', '32.01', '3', '2025-01', '2025-03'],
				[a, 'pkh', '32.04', '', '2025-04', '2025-05'],
				[a, 'pkh', '32.01', '3', '2025-01', '2025-03'],
				[a, 'pkh', '32.01', '5', '2025-08', ''],
				[a, 'sembako', '32.01', '3', '2025-02', '2025-02'],
				[b, 'pkh', '32.01', '', '', '2025-02'],
				[b, 'pkh', '32.01', '2', '2025-02', '2025-02']
			])
		);
		const read = await reading([['beneficiaries', file]]);
		const month = (number: number) => 2025 * 12 + number - 1;
		expect(await read.rows(RECEIPTS)).toEqual([
			{ programme: 0, region: 3201, decile: 2, sex: 1, first: null, last: month(2) },
			{ programme: 0, region: 3201, decile: 5, sex: 1, first: month(8), last: null },
			// Where the person lived last; the decile that was last stated.
			{ programme: 0, region: 3204, decile: 3, sex: 1, first: month(1), last: month(5) },
			{ programme: 1, region: 3201, decile: 3, sex: 1, first: month(2), last: month(2) }
		]);
		expect(read.loaded.files).toMatchObject([{ rows: 7, linked: 4, merged: 3, refused: 0 }]);
		read.close();
	});

	it('memberships of one cooperative and programme, and identical events', async () => {
		const [a = ''] = PEOPLE;
		const members = written(
			'm.csv',
			csv([
				[
					'NIK',
					'Kode Koperasi',
					'Program',
					'Tanggal Gabung',
					'Tanggal Keluar',
					'Transaksi Terakhir'
				],
				[a, 'K-2', 'kmp', '2025-01-10', '2025-03-31', '2025-02-01'],
				[a, 'k-2', 'kmp', '2025-04-01', '', '2025-06-01'],
				[a, 'K-2', 'kjmis', '2025-04-01', '', ''],
				[a, 'K-1', 'kmp', '2025-02-01', '2025-02-02', ''],
				[a, 'K-1', 'kmp', '2025-02-04', '2025-02-05', '']
			])
		);
		const activities = written(
			'a.csv',
			csv([
				['NIK', 'Kegiatan', 'Tanggal', 'Nominal', 'Koperasi'],
				[a, 'Belanja e-Warung', '2025-05-01', '50000', 'K-2'],
				[a, 'Belanja e-Warung', '01/05/2025', 'Rp 50.000', 'K-2'],
				[a, 'Belanja e-Warung', '2025-05-01', '60000', 'K-2'],
				[a, 'Pelatihan', '2025-05-02', '', ''],
				[a, 'Pelatihan', '2025-05-02', '-', '']
			])
		);
		const read = await reading([
			['members', members],
			['activities', activities]
		]);
		expect(
			await read.rows('SELECT number, code, programme FROM cooperative ORDER BY number')
		).toEqual([
			{ number: 1, code: 'K-1', programme: 0 },
			{ number: 2, code: 'K-2', programme: 0 },
			{ number: 3, code: 'K-2', programme: 1 }
		]);
		expect(
			await read.rows(
				'SELECT programme, cooperative, joined, left_on, last_transaction FROM membership ORDER BY ALL'
			)
		).toEqual([
			{
				programme: 0,
				cooperative: 1,
				joined: '2025-02-01',
				left_on: '2025-02-02',
				last_transaction: null
			},
			{
				programme: 0,
				cooperative: 1,
				joined: '2025-02-04',
				left_on: '2025-02-05',
				last_transaction: null
			},
			{
				programme: 0,
				cooperative: 2,
				joined: '2025-01-10',
				left_on: null,
				last_transaction: '2025-06-01'
			},
			{ programme: 1, cooperative: 3, joined: '2025-04-01', left_on: null, last_transaction: null }
		]);
		expect(
			await read.rows('SELECT kind, "date", amount, cooperative FROM activity ORDER BY ALL')
		).toEqual([
			{ kind: 0, date: '2025-05-02', amount: null, cooperative: null },
			{ kind: 2, date: '2025-05-01', amount: 50000, cooperative: 3 },
			{ kind: 2, date: '2025-05-01', amount: 60000, cooperative: 3 }
		]);
		expect(read.loaded.files).toMatchObject([
			{ rows: 5, linked: 4, merged: 1 },
			{ rows: 5, linked: 3, merged: 2 }
		]);
		read.close();
	});

	it('a person is the same in every list, and the disguise is the keyed one', async () => {
		const [a = '', b = ''] = PEOPLE;
		const file = written(
			'b.csv',
			csv([
				['NIK', 'No KK', 'Program', 'Kabupaten'],
				[a, b, 'pkh', 'Kabupaten Bogor'],
				[b, '123', 'pkh', 'Kabupaten Bogor']
			])
		);
		const members = written(
			'm.csv',
			csv([
				['NIK', 'Koperasi', 'Program'],
				[a, 'K-1', 'kmp']
			])
		);
		const read = await reading([
			['beneficiaries', file],
			['members', members]
		]);
		const digest = (key: Uint8Array, text: string) =>
			createHmac('sha256', key).update(text).digest();
		const person = (digits: string) => digest(KEYS.id, digits).readBigUInt64BE().toString();
		const key = (digits: string) => digest(KEYS.record, `rk/v1|${digits}`).readUInt16BE() % 4096;
		const rows = await read.rows(
			'SELECT pid::VARCHAR AS pid, rkey, fid::VARCHAR AS fid, frkey FROM receipt ORDER BY fid NULLS LAST'
		);
		expect(rows).toEqual([
			{ pid: person(a), rkey: key(a), fid: person(b), frkey: key(b) },
			{ pid: person(b), rkey: key(b), fid: null, frkey: null }
		]);
		expect(await read.rows('SELECT pid::VARCHAR AS pid FROM membership')).toEqual([
			{ pid: person(a) }
		]);
		expect(read.loaded.files[0]?.notes).toEqual({ family_unusable: 1 });
		read.close();
	});
});

describe('dates and values that cannot be', () => {
	it('are refused by name, each in its column', async () => {
		const [a = ''] = PEOPLE;
		const row = (first: string, last: string, decile = '') => [
			a,
			'pkh',
			'32.01',
			first,
			last,
			decile
		];
		const file = written(
			'a.csv',
			csv([
				['NIK', 'Program', 'Kode Wilayah', 'Mulai', 'Selesai', 'Desil'],
				row('0000-00-00', ''),
				row('2025-01', '2025-02-30'),
				row('2026-01', ''),
				row('2025-05', '2025-04'),
				row('2025-05', '2025-05', '11')
			])
		);
		const read = await reading([['beneficiaries', file]]);
		expect(await refusals(read)).toEqual([
			'2 Mulai date_invalid',
			'3 Selesai date_invalid',
			'4 Mulai date_future',
			'5 Selesai last_before_first',
			'6 Desil decile_range'
		]);
		read.close();
	});

	it('of members and activities as well', async () => {
		const [a = ''] = PEOPLE;
		const members = written(
			'm.csv',
			csv([
				['NIK', 'Koperasi', 'Program', 'Tanggal Gabung', 'Tanggal Keluar'],
				[a, '', 'kmp', '', ''],
				[a, 'K-1', 'pkh', '', ''],
				[a, 'K-1', 'kmp', '2025-05-02', '2025-05-01']
			])
		);
		const activities = written(
			'a.csv',
			csv([
				['NIK', 'Kegiatan', 'Tanggal', 'Nominal'],
				[a, 'arisan', '2025-05-01', ''],
				[a, 'SHU', '', ''],
				[a, 'SHU', '2025-05-01', '-5000'],
				[a, 'SHU', '2027-05-01', '']
			])
		);
		const read = await reading([
			['members', members],
			['activities', activities]
		]);
		expect(await refusals(read)).toEqual([
			'2 Koperasi cooperative_missing',
			'3 Program programme_unknown',
			'4 Tanggal Keluar left_before_joined',
			'2 Kegiatan activity_unknown',
			'3 Tanggal date_missing',
			'4 Nominal amount_invalid',
			'5 Tanggal date_future'
		]);
		read.close();
	});
});

describe('what stops a run', () => {
	const ok = csv([
		['NIK', 'Program', 'Kabupaten'],
		[PEOPLE[0] ?? '', 'pkh', 'Kabupaten Bogor']
	]);

	it.each<[string, () => string, string]>([
		['a missing file', () => path.join(folder(), 'tidak-ada.csv'), 'file_missing'],
		['a folder', () => folder(), 'file_is_folder'],
		['an empty file', () => written('a.csv', ''), 'file_empty'],
		['a page of HTML', () => written('a.xls', '<html><table></table></html>'), 'file_no_table'],
		['a cut workbook', () => written('a.xlsx', 'PK\x03\x04xl/workbook'), 'file_damaged']
	])('%s', async (_, file, rule) => {
		expect(await problemOf('beneficiaries', file())).toMatchObject({ kind: 'file', rule });
	});

	it.each<[string, string, string]>([
		['a Parquet file that is cut short', 'PAR1xx', 'file_damaged'],
		['no header', csv([[PEOPLE[0] ?? '', 'pkh', '32.01']]), 'header_missing'],
		['no rows', 'NIK,Program,Kabupaten\n', 'no_rows'],
		['a needed column that is missing', 'NIK,Kabupaten\n1,2\n', 'column_missing'],
		[
			'two columns that could be meant',
			`NIK,No KTP,Program,Kabupaten\n1,2,3,4\n`,
			'column_ambiguous'
		],
		['a quotation mark that is never closed', `${ok}"${PEOPLE[1]},pkh\n`, 'quote_open'],
		[
			'NIKs that Excel has damaged, all of them',
			'NIK,Program,Kabupaten\n3.2E+15,pkh,Kabupaten Bogor\n',
			'nik_damaged'
		]
	])('%s', async (_, content, kind) => {
		const problem = await problemOf('beneficiaries', written('daftar.csv', content));
		expect(problem).toMatchObject({ kind });
		for (const locale of LOCALES) {
			const { message, hint } = problemText(problem, locale);
			expect(`${message} ${hint}`).not.toMatch(/\d{5,}/);
			expect(message).toContain('daftar.csv');
		}
	});

	it('a mapping file that names a column or a programme that there is not', async () => {
		const file = written('a.csv', ok);
		const vain = { beneficiaries: { columns: { Entah: 'decile' } } } as const;
		await expect(reading([['beneficiaries', file]], { map: vain })).rejects.toMatchObject({
			problem: { kind: 'map_column_unknown', headers: ['Entah'] }
		});
		const wrong = { beneficiaries: { constants: { programme: 'blt' } } } as const;
		await expect(reading([['beneficiaries', file]], { map: wrong })).rejects.toMatchObject({
			problem: { kind: 'word_unknown' }
		});
		await expect(readListMap(written('map.json', '{'))).rejects.toBeInstanceOf(ListError);
	});

	it('a mapping file answers for a list of one programme', async () => {
		const file = written(
			'a.csv',
			csv([
				['No. Induk', 'Tempat'],
				[PEOPLE[0] ?? '', 'Kabupaten Bogor']
			])
		);
		const map = await readListMap(
			written(
				'map.json',
				JSON.stringify({
					beneficiaries: { columns: { 'No. Induk': 'nik', '#2': 'region_name' }, programme: 'PKH' }
				})
			)
		);
		const read = await reading([['beneficiaries', file]], { map });
		expect(await read.rows(RECEIPTS)).toMatchObject([{ programme: 0, region: 3201 }]);
		read.close();
	});

	it('the person, at once, and nothing is left', async () => {
		const rows = Array.from({ length: 200_000 }, () => [PEOPLE[0] ?? '', 'pkh', '32.01']);
		const file = written('a.csv', csv([['NIK', 'Program', 'Kode Wilayah'], ...rows]));
		const instance = await DuckDBInstance.create(':memory:');
		const connection = await instance.connect();
		const stop = new AbortController();
		const loading = loadLists({
			connection,
			files: [{ list: 'beneficiaries', file }],
			keys: KEYS,
			reference: loadReference(),
			today: TODAY,
			signal: stop.signal,
			onProgress: () => stop.abort()
		});
		await expect(loading).rejects.toMatchObject({ problem: { kind: 'aborted' } });
		const tables = await connection.runAndReadAll(
			`SELECT table_name FROM information_schema.tables WHERE starts_with(table_name, 'list_')`
		);
		expect(tables.getRowsJS()).toEqual([]);
		connection.closeSync();
		instance.closeSync();
	});
});

describe('many rows', () => {
	it('keep their order, so that a refused row is named by its place', async () => {
		const count = 300_000;
		const bad = [7, 122_880, 122_881, 250_001, count + 1];
		const lines = ['NIK,Program,Kode Wilayah'];
		for (let row = 2; row <= count + 1; row += 1) {
			const person = nik({ serial: row % 1000, district: 1 + (row % 40), year: row % 100 });
			lines.push(`${bad.includes(row) ? 'x' : person},pkh,32.01`);
		}
		const file = written('a.csv', `${lines.join('\n')}\n`);
		const rows: number[] = [];
		const read = await reading([['beneficiaries', file]], {
			onProgress: (progress) => rows.push(progress.rows)
		});
		expect(await refusals(read)).toEqual(bad.map((row) => `${row} NIK nik_letters`));
		expect(rows.at(-1)).toBe(count);
		expect([...rows].sort((a, b) => a - b)).toEqual(rows);
		read.close();
	});
});

describe('the report of refused rows', () => {
	it('says where and why in both languages, for its owner only, and holds no cell', async () => {
		const rows = [
			['NIK', 'Nama', 'Program', 'Kode Wilayah'],
			[`${PEOPLE[0]}9`, 'Rahasia', 'pkh', '32.01'],
			[PEOPLE[1] ?? '', 'Rahasia', 'bantuan lain', '32.01']
		];
		const read = await reading([['beneficiaries', written('daftar.csv', csv(rows))]]);
		for (const locale of LOCALES) {
			const at = folder();
			const file = path.join(at, 'refused.csv');
			await writeRefused(
				read.connection,
				file,
				read.loaded.files.map((each) => each.file),
				locale
			);
			const lines = readFileSync(file, 'utf8').replace('\ufeff', '').trimEnd().split('\r\n');
			expect(lines).toHaveLength(3);
			expect(lines[1]).toMatch(/^daftar\.csv,2,NIK,nik_length,/);
			expect(lines[2]).toMatch(/^daftar\.csv,3,Program,programme_unknown,/);
			expect(lines.join()).not.toMatch(/Rahasia|bantuan lain|\d{5,}/);
			expect(statSync(file).mode & 0o777).toBe(0o600);
			expect(readdirSync(at)).toEqual(['refused.csv']);
			// What stands there already is not overwritten.
			writeFileSync(path.join(at, 'other.csv'), 'old');
			await expect(
				writeRefused(read.connection, path.join(at, 'other.csv'), [], locale)
			).rejects.toThrow();
		}
		read.close();
	});
});
