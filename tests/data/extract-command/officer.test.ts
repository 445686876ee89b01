import { DuckDBInstance } from '@duckdb/node-api';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeExcel from 'write-excel-file/node';
import type { PrivateReport } from '../../../data/publish/extract/private-report';
import type { ComputedManifest } from '../../../src/lib/protect/manifest';
import { packageFaults, rowFaults } from '../../support/frictionless';
import { people, published, western, write, writeSecret } from './support/lists';
import { type Ended, room, started } from './support/run';

const { at, leave } = room();
afterAll(leave);

/** Codes of BPS and Kemendagri for two regencies of Aceh; 1101 is another regency in the other system. */
const SIMEULUE = { bps: 1101, kemendagri: '11.09', issuer: '1109' };
const SINGKIL = { bps: 1102, kemendagri: '11.10', issuer: '1110' };

/** 300 recipients; members are the 201st to the 320th. */
const ALL = people(320, [SIMEULUE.issuer, SINGKIL.issuer]);
const RECIPIENTS = ALL.slice(0, 300);
const MEMBERS = ALL.slice(200);

/** A semicolon CSV as Excel saves it in Windows-1252: a title, an empty line, other words, another order. */
function recipientsFile(): string {
	const rows = RECIPIENTS.map(
		(nik, i) =>
			`${1 + (i % 4)};Hj. Rosé;${i % 2 ? 'Aceh Singkil' : 'Simeulue'};PKH;${nik};03/01/2025`
	);
	const lines = [
		'DAFTAR PENERIMA MANFAAT – TAHUN 2025;;;;;',
		'',
		'Desil;Nama Lengkap;Kabupaten/Kota;Jenis Bantuan;Nomor Induk Kependudukan;Mulai Menerima',
		...rows,
		// Rows 304 to 308 as Excel numbers them.
		`2;Rosé;Simeulue;PKH;${RECIPIENTS[0]};03/01/2025`,
		`2;Rosé;Simeulue;PKH;${ALL[310]?.slice(1)};03/01/2025`,
		`2;Rosé;Simeulue;PKH;${ALL[311]};31/02/2025`,
		`2;Rosé;Pulau Entah;PKH;${ALL[312]};03/01/2025`,
		`12;Rosé;Simeulue;PKH;${ALL[313]};03/01/2025`
	];
	return write(at('daftar', 'penerima mei.csv'), western(`${lines.join('\r\n')}\r\n`));
}

/** A workbook with a title row, codes of BPS as numbers, and one NIK that Excel has damaged. */
async function membersFile(): Promise<string> {
	const text = (value: string) => ({ value, type: String });
	const file = at('daftar', 'anggota.xlsx');
	await writeExcel([
		[text('Anggota KDMP per Mei 2025')],
		['Kode Kab', 'Koperasi', 'No. KTP', 'Program', 'Tanggal Masuk'].map(text),
		...MEMBERS.map((nik, i) => [
			{ value: i % 2 ? SINGKIL.bps : SIMEULUE.bps, type: Number },
			text(`KMP ${1 + (i % 2)}`),
			text(nik),
			text('KDMP'),
			{ value: new Date('2025-02-10'), type: Date, format: 'dd/mm/yyyy' }
		]),
		// Row 123: a number of 16 digits, whose last one Excel has lost.
		[
			{ value: SIMEULUE.bps, type: Number },
			text('KMP 1'),
			{ value: Number(MEMBERS[0]?.replace(/\d$/, '0')), type: Number },
			text('KDMP'),
			{ value: new Date('2025-02-10'), type: Date, format: 'dd/mm/yyyy' }
		]
	]).toFile(file);
	return file;
}

/** A Parquet file from a colleague's database. */
async function activitiesFile(): Promise<string> {
	const file = at('daftar', 'kegiatan.parquet');
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	const rows = MEMBERS.slice(0, 40).map(
		(nik) => `(${nik}::BIGINT, 'Pelatihan', DATE '2025-02-20')`
	);
	await connection.run(
		`COPY (FROM (VALUES ${rows.join(', ')}) t(nik, kegiatan, tanggal)) TO '${file}' (FORMAT parquet)`
	);
	connection.closeSync();
	instance.closeSync();
	return file;
}

describe('the path of an officer with files that nobody has prepared', () => {
	let ended: Ended;
	let report: PrivateReport;
	const out = at('terbit', 'aceh');

	beforeAll(async () => {
		const lists = [recipientsFile(), await membersFile(), await activitiesFile()] as const;
		ended = await started(
			[
				...['--beneficiaries', lists[0], '--members', lists[1], '--activities', lists[2]],
				...['--secret', writeSecret(at('rahasia', 'kunci.txt')), '--id', 'aceh', '--out', out],
				...['--codes', 'bps', '--until', '2025-02', '--json']
			],
			at('tmp')
		);
		report = JSON.parse(readFileSync(at('daftar', 'aceh.private-report.json'), 'utf8'));
	}, 180_000);

	it('ends well and says so in the summary, in Indonesian', () => {
		expect(ended.err).toContain('Kumpulan data aceh ditulis');
		expect(ended.code).toBe(0);
	});

	it('knows every row: linked, merged and refused', () => {
		expect(report.files).toMatchObject([
			{
				list: 'beneficiaries',
				rows: 305,
				linked: 300,
				merged: 1,
				refused: 4,
				unread: ['Nama Lengkap']
			},
			{ list: 'members', rows: 121, linked: 120, merged: 0, refused: 1 },
			{ list: 'activities', rows: 40, linked: 40, merged: 0, refused: 0 }
		]);
		const whole = report.matches.filter(({ region }) => region === '00');
		expect(whole.map(({ list, of, people: all, matched }) => [list, of, all, matched])).toEqual([
			['beneficiaries', 'members', 300, 100],
			['members', 'beneficiaries', 120, 100],
			['activities', 'beneficiaries', 40, 40],
			['activities', 'members', 40, 40]
		]);
	});

	it('names refused rows as the officer sees them in Excel', () => {
		const text = readFileSync(at('daftar', 'aceh.private-refused.csv'), 'utf8');
		const rows = text.replace('\ufeff', '').trimEnd().split('\r\n').slice(1);
		expect(rows.map((row) => row.split(',').slice(0, 4).join(' '))).toEqual([
			'penerima mei.csv 305 Nomor Induk Kependudukan nik_length',
			'penerima mei.csv 306 Mulai Menerima date_invalid',
			'penerima mei.csv 307 Kabupaten/Kota region_unknown',
			'penerima mei.csv 308 Desil decile_range',
			'anggota.xlsx 123 No. KTP nik_excel'
		]);
	});

	it('keeps both reports to their owner, and leaves nothing else beside the lists', () => {
		const own = readdirSync(at('daftar')).filter((name) => name.startsWith('aceh.'));
		expect(own.sort()).toEqual(['aceh.private-refused.csv', 'aceh.private-report.json']);
		for (const name of own) expect(statSync(at('daftar', name)).mode & 0o777).toBe(0o600);
		expect(readdirSync(at('terbit'))).toEqual(['aceh']);
		expect(readdirSync(at('tmp'))).toEqual([]);
	});

	it('writes the whole extract, with the codes of Kemendagri', () => {
		const manifest = JSON.parse(readFileSync(`${out}/manifest.json`, 'utf8')) as ComputedManifest;
		expect(manifest).toMatchObject({ id: 'aceh', kind: 'computed' });
		expect(manifest.regencies).toEqual([SIMEULUE.kemendagri, SINGKIL.kemendagri]);
		const wanted = ['core.duckdb', '00.duckdb', '11.duckdb', 'k1.csv.gz', 'k1.parquet'];
		expect(readdirSync(out)).toEqual(expect.arrayContaining([...wanted, 'datapackage.json']));
		const members = published(out, 'k1').find(
			({ region, month, measure }) =>
				region === '00' && month === '2025-02-01' && measure === 'kmp_pkh'
		);
		// 100 recipients are members, and a multiple of five is published as it is.
		expect(Number(members?.pub)).toBe(100);
	});

	it('describes the extract as a data package, and every row keeps to it', () => {
		const descriptor: unknown = JSON.parse(readFileSync(`${out}/datapackage.json`, 'utf8'));
		const rows = (file: string) =>
			Papa.parse<string[]>(gunzipSync(readFileSync(`${out}/${file}`)).toString('utf8'), {
				delimiter: ',',
				skipEmptyLines: true
			}).data;
		expect(packageFaults(descriptor)).toEqual([]);
		expect(rowFaults(descriptor, rows)).toEqual([]);
	});

	it('prints the report as JSON and nothing else to where programs read', () => {
		expect(JSON.parse(ended.out)).toEqual(report);
	});
});
