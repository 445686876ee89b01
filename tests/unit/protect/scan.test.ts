import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildExtract } from '../../../data/publish/published/build';
import { ScanError, scanFolder, type ScanOptions } from '../../../data/publish/scan/folder';
import { loadKnown } from '../../../data/publish/scan/known';
import { checkCodes } from '../../../src/lib/protect/scan/codes';
import { findIdentifiers, type FindOptions } from '../../../src/lib/protect/scan/find';
import { personNumbers, somePersonNumbers } from '../../support/person-numbers';

const known = loadKnown();
const { issuers } = known;
const [NIK = '', OTHER = ''] = somePersonNumbers(2);

function kinds(text: string, options: Omit<FindOptions, 'issuers'> = {}): string[] {
	return findIdentifiers(text, { issuers, ...options }).map(({ kind }) => kind);
}

/** A number with its parts as people set them apart. */
function grouped(digits: string, sizes: readonly number[], separator: string): string {
	let at = 0;
	return sizes.map((size) => digits.slice(at, (at += size))).join(separator);
}

describe('a NIK in a text', () => {
	const words = fc.string({
		unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCXYZ ,;:!?()[]"\'=<>&#/-\n\t'),
		maxLength: 30
	});

	it('is found between any letters and signs, where it stands', () => {
		fc.assert(
			fc.property(words, personNumbers, words, (before, nik, after) => {
				// Hexadecimal letters on both sides make a digest of it; that is another claim.
				fc.pre(!/[a-f]{4}$/i.test(before) && !/^[a-f]{4}/i.test(after));
				const found = findIdentifiers(before + nik + after, { issuers }).find(
					({ position, length }) => position === before.length && length === 16
				);
				expect(found).toBeDefined();
				// A label before it says whose number it is, and "kk" is a word of these letters.
				if (!/\bkk\b/i.test(before)) expect(found?.kind).toBe('nik');
			}),
			{ numRuns: 2000 }
		);
	});

	it('is found at the end of a sentence, after a label with a dot, and as a database prints it', () => {
		for (const text of [`(${NIK}.)`, `No.${NIK}`, `${NIK}.0`, `${NIK}. Lalu`, `a,${NIK},b`])
			expect(kinds(text)).toEqual(['nik']);
		const [first, ...rest] = NIK;
		expect(kinds(`${first ?? ''}.${rest.join('')}E+15`)).toEqual(['nik']);
	});

	it('is found with separators, as people group it', () => {
		const groupings = fc.constantFrom(
			[4, 4, 4, 4],
			[6, 6, 4],
			[2, 2, 2, 6, 4],
			[2, 2, 2, 2, 2, 2, 4],
			[8, 8],
			Array<number>(16).fill(1)
		);
		const separators = fc.constantFrom(' ', '.', '-', '/', '\u00a0');
		fc.assert(
			fc.property(personNumbers, groupings, separators, (nik, sizes, separator) => {
				const written = grouped(nik, sizes, separator);
				expect(findIdentifiers(`NIK: ${written}, Bogor`, { issuers })).toEqual([
					{ kind: 'nik', position: 5, length: written.length }
				]);
			})
		);
	});

	it('is found in groups beside other numbers', () => {
		expect(kinds(`12 ${grouped(NIK, [4, 4, 4, 4], ' ')} 2025`)).toEqual(['nik']);
		expect(kinds(`12 ${NIK} 2025`)).toEqual(['nik']);
	});

	it('is called a No KK where the nearest label says so and it is no woman\u2019s', () => {
		const man = somePersonNumbers(50).find((each) => Number(each[6]) < 4) ?? '';
		expect(kinds(`No KK: ${man}`)).toEqual(['no_kk']);
		expect(kinds(`No KK -, NIK ${man}`)).toEqual(['nik']);
	});

	it('that cannot be is not found', () => {
		const impossible = (from: number, digits: string) =>
			NIK.slice(0, from) + digits + NIK.slice(from + digits.length);
		const cases = [
			impossible(0, '2001'),
			impossible(0, '3299'),
			impossible(4, '00'),
			impossible(6, '00'),
			impossible(6, '32'),
			impossible(6, '72'),
			impossible(8, '13'),
			impossible(8, '00'),
			impossible(6, '310490'),
			impossible(6, '290299'),
			impossible(12, '0000'),
			'1'.repeat(16)
		];
		for (const digits of cases)
			expect([digits.slice(0, 12), kinds(digits)]).toEqual([digits.slice(0, 12), []]);
		expect(kinds(impossible(6, '290296'))).toEqual(['nik']);
	});

	it('of a regency that has another number today is found', () => {
		expect(kinds(`9101${NIK.slice(4)}`)).toEqual(['nik']);
	});

	it('is not seen in decimals, in longer numbers and inside words of programs', () => {
		for (const text of [`0.${NIK}`, `-.${NIK}`, `${NIK}.25`, `7${NIK}`, `${NIK}7`])
			expect([text.length, kinds(text)]).toEqual([text.length, []]);
		expect(kinds(`x${NIK}y`, { form: 'code' })).toEqual([]);
		expect(kinds(`[${NIK}n,"${OTHER}"]`, { form: 'code' })).toEqual(['nik', 'nik']);
	});

	it('is not seen in digests', () => {
		const digests = fc.tuple(fc.string(), fc.constantFrom('md5', 'sha1', 'sha256', 'sha512'));
		fc.assert(
			fc.property(digests, personNumbers, fc.nat(), ([seed, algorithm], nik, place) => {
				const digest = createHash(algorithm).update(seed).digest('hex');
				const at = place % (digest.length - 16);
				const planted = digest.slice(0, at) + nik + digest.slice(at + 16);
				fc.pre(/[a-f]/.test(planted) && !/\d{17}/.test(planted));
				expect(kinds(`"sha256": "${planted}"`)).toEqual([]);
			}),
			{ numRuns: 1000 }
		);
	});
});

describe('other identifiers in a text', () => {
	it.each([
		['hubungi 081234567890', 'phone'],
		['0812-3456-7890', 'phone'],
		['+62 812 3456 789', 'phone'],
		['6281234567891', 'phone'],
		['siti.aminah@gmail.com', 'email'],
		['mailto:budi_1@dinsos.jepara.go.id?x', 'email'],
		['No. Rekening: 1234567890', 'account'],
		['kartu KKS 6013 0112 3456 7890', 'account'],
		['norek 0123456789012', 'account'],
		['Jl. Pemuda', 'address'],
		['Jalan Raya Mayong No. 12', 'address'],
		['RT 03/RW 04', 'address'],
		['RT/RW: 003/004', 'address'],
		['rt 3 rw 4', 'address'],
		['Dusun Krajan', 'address']
	])('%s: %s', (text, kind) => {
		expect(kinds(text)).toEqual([kind]);
	});

	it.each([
		'Rp628.000.000.000',
		'628000000000',
		'2024-08-12 08:12:34',
		'0812',
		'0.0812345678',
		'4f2a81bc-3d5e-4f10-9a2b-081234567890',
		'2.170.000.000 rekening',
		'rekening 2.170.000.000',
		'rekening Rp 1500000000',
		'KKS 2017 2018 2019',
		'32.010.101 41.019.001',
		'Kecamatan Dusun Selatan',
		'icon@2x.png',
		'nama@example.org',
		'jalan keluar dari kemiskinan',
		'Jalan menuju graduasi',
		'M12 0.5l-10-20 30-40-50-60-70-80z'
	])('%s is nobody\u2019s', (text) => {
		expect(kinds(text)).toEqual([]);
	});

	it('an e-mail address that may be published is not found', () => {
		expect(kinds('data@dinsos.go.id', { allowed: new Set(['data@dinsos.go.id']) })).toEqual([]);
	});
});

describe('the codes of an extract', () => {
	it.each([
		['region', ['00', '32', '32.01', 'list:pke-2021-35']],
		['month', ['2025-01', '2025-01-01']],
		['measure', ['pkh', 'kmp_7', 'members', 'moved_assistance_group']],
		['decile', ['*', '10', 'unknown']],
		['age', ['0-14', '65+']],
		['waiting', ['36+']],
		['cooperative', ['K-0a1b2c3d', 'JPR/012-A']],
		['state', ['late']]
	])('%s may hold %j', (column, values) => {
		expect(checkCodes(column, values, known.rules)).toEqual([]);
	});

	it.each([
		['region', '99.99'],
		['region', 'list:nowhere'],
		['sex', 'Siti'],
		['cooperative', 'Koperasi Siti Aminah'],
		['cooperative', NIK],
		['cooperative', '081234567890']
	])('%s may not hold anything else', (column, value) => {
		expect(checkCodes(column, ['', value], known.rules)).toEqual([
			{ kind: 'name', position: 1, length: value.length }
		]);
	});

	it('a column of another name is refused once', () => {
		expect(checkCodes('remark', ['a', 'b'], known.rules)).toHaveLength(1);
	});
});

describe('a folder to publish', () => {
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(path.join(tmpdir(), 'scanned-'));
	});
	afterEach(() => rmSync(folder, { recursive: true }));

	function place(name: string, content: string | Uint8Array): void {
		mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
		writeFileSync(path.join(folder, name), content);
	}

	/** Statements in a DuckDB that can write into the folder; `$` is the folder. */
	async function sql(...statements: string[]): Promise<void> {
		const instance = await DuckDBInstance.create(':memory:');
		const connection = await instance.connect();
		for (const statement of statements)
			await connection.run(statement.replaceAll('$', () => folder));
		connection.closeSync();
		instance.closeSync();
	}

	/** Findings as `file place kind`, each once. */
	async function found(options: ScanOptions = {}): Promise<string[]> {
		const { findings } = await scanFolder(folder, { known, ...options });
		const text = JSON.stringify(findings);
		for (const digits of [NIK, OTHER]) expect(text).not.toContain(digits.slice(6, 12));
		return [...new Set(findings.map(({ file, place, kind }) => `${file} ${place} ${kind}`))];
	}

	it.each([
		['k1.csv', `region,pub\n32.01,${NIK}\n`],
		['manifest.json', `{"id": "x", "note": "${NIK}"}`],
		['index.html', `<p>NIK <b>${NIK}</b></p>`],
		['chunk.js', `const a={b:"${NIK}"};`],
		['style.css', `a::after{content:"${NIK}"}`],
		['map.svg', `<svg><text>${NIK}</text><path d="M3.2 1"/></svg>`],
		['plain', `x\n${NIK}\n`],
		['picture.png', Buffer.from(`\u0089PNG\0\0${NIK}\0`, 'latin1')],
		['wide.txt', Buffer.from(`\ufeffNIK\t${NIK}`, 'utf16le')],
		['.well-known/deep/file.txt', NIK]
	])('a NIK in %s is found', async (name, content) => {
		place(name, content);
		expect(await found()).toEqual([`${name} file nik`]);
	});

	it('a NIK in what is compressed is found, once where the plain file stands beside it', async () => {
		const csv = `region,pub\n32.01,${NIK}\n`;
		place('k1.csv.gz', gzipSync(csv));
		place('page.html.br', brotliCompressSync(csv));
		place('twin.html', csv);
		place('twin.html.gz', gzipSync(csv));
		place('changed.html', 'nothing');
		place('changed.html.gz', gzipSync(csv));
		expect(await found()).toEqual([
			'changed.html.gz file nik',
			'k1.csv.gz file nik',
			'page.html.br file nik',
			'twin.html file nik'
		]);
	});

	it('a NIK that is cut by the end of a piece is found once, where it stands', async () => {
		const before = 4 * 2 ** 20 - 8;
		place('long.txt', `${' '.repeat(before)}${NIK} ${'-'.repeat(5_000_000)}`);
		const { findings } = await scanFolder(folder, { known });
		expect(findings).toEqual([
			{ file: 'long.txt', place: 'file', kind: 'nik', position: before, length: 16 }
		]);
	});

	it('a NIK in a database is found: text, ENUM, number, list, comment, label without a row', async () => {
		await sql(
			`ATTACH '$/core.duckdb' AS core (STORAGE_VERSION 'v1.0.0')`,
			`CREATE TYPE core.unused AS ENUM ('a', '${NIK}')`,
			`CREATE TABLE core.k1 AS SELECT '${NIK}' AS words, '${NIK}'::ENUM('${NIK}') AS code,
				${NIK} AS long, ${NIK}::DOUBLE AS float, ['${NIK}'] AS list, {'a': '${NIK}'} AS pair,
				42 AS pub, DATE '2025-01-01' AS month`,
			`COMMENT ON TABLE core.k1 IS 'from ${NIK}'`,
			`DETACH core`
		);
		expect((await found()).filter((each) => !each.includes('bytes'))).toEqual([
			'core.duckdb metadata nik',
			'core.duckdb k1.code nik',
			'core.duckdb k1.float nik',
			'core.duckdb k1.list nik',
			'core.duckdb k1.long nik',
			'core.duckdb k1.pair nik',
			'core.duckdb k1.words nik'
		]);
	});

	it('a NIK that was deleted from a database is found in its bytes', async () => {
		await sql(
			`ATTACH '$/core.duckdb' AS core (STORAGE_VERSION 'v1.0.0')`,
			`CREATE TABLE core.raw AS
				SELECT CASE WHEN i % 3 = 0 THEN '${NIK}' ELSE '${OTHER}' END AS code FROM range(3000) t(i)`,
			`CHECKPOINT core`,
			`CREATE TABLE core.kept AS SELECT i AS pub FROM range(3000) t(i)`,
			`CHECKPOINT core`,
			`DROP TABLE core.raw`,
			`CHECKPOINT core`,
			`DETACH core`
		);
		expect(await found()).toEqual(['core.duckdb bytes nik']);
	});

	it('a NIK in Parquet is found: values, statistics, metadata, and by content whatever the name', async () => {
		await sql(
			`COPY (SELECT '${NIK}' AS code) TO '$/k1.parquet' (FORMAT parquet)`,
			`COPY (SELECT '${NIK}' AS code) TO '$/renamed.bin' (FORMAT parquet)`,
			`COPY (SELECT 1 AS pub) TO '$/k2.parquet' (FORMAT parquet, KV_METADATA {source: '${NIK}'})`,
			`COPY (SELECT ${NIK} AS pub) TO '$/k3.parquet' (FORMAT parquet)`
		);
		expect((await found()).filter((each) => !each.includes('bytes'))).toEqual([
			'k1.parquet metadata nik',
			'k1.parquet parquet.code nik',
			'k2.parquet metadata nik',
			'k3.parquet metadata nik',
			'k3.parquet parquet.pub nik',
			'renamed.bin metadata nik',
			'renamed.bin parquet.code nik'
		]);
	});

	it('a compressed database without its plain file is opened too', async () => {
		await sql(
			`ATTACH '$/core.duckdb' AS core`,
			`CREATE TABLE core.k1 AS SELECT ${NIK} AS pub`,
			`DETACH core`
		);
		place('other.duckdb.br', brotliCompressSync(readFileSync(path.join(folder, 'core.duckdb'))));
		rmSync(path.join(folder, 'core.duckdb'));
		expect(await found()).toEqual(['other.duckdb.br k1.pub nik']);
	});

	it('columns and keys that name something of a person are found', async () => {
		place('list.csv', '"No KK";Nama Penerima;ALAMAT;desil\n;;;\n');
		place('manifest.json', '{"no_hp": 1, "columns": [{"name": "nama_ibu"}], "name": "x"}');
		await sql(`COPY (SELECT 1 AS norek, 1 AS nik_koperasi) TO '$/k.parquet' (FORMAT parquet)`);
		expect(await found()).toEqual([
			'k.parquet parquet.norek account',
			'list.csv file no_kk',
			'list.csv file name',
			'list.csv file address',
			'manifest.json file phone',
			'manifest.json file name'
		]);
	});

	it('a name among codes is found where a file may hold only codes', async () => {
		place(
			'k1.csv.gz',
			gzipSync('region,month,measure,pub\n32.01,2025-01-01,pkh,15\nSiti,2025-01-01,pkh,10\n')
		);
		await sql(
			`ATTACH '$/core.duckdb' AS core`,
			`CREATE TABLE core.k1 AS SELECT '32.01' AS region, 'Siti' AS measure, 15::UINTEGER AS pub, 12 AS n`,
			`DETACH core`
		);
		expect(await found({ coded: () => true })).toEqual([
			'core.duckdb k1.measure name',
			'core.duckdb k1.n name',
			'k1.csv.gz csv.region name'
		]);
		expect(await found()).toEqual([]);
	});

	it('codes alone are not found, in an empty table either', async () => {
		place('k2.csv', 'region,month,measure,decile,pub\n');
		place('k6.csv', 'cooperative,month,measure,pub\n0012,2025-01-01,members,15\n');
		place('stage.csv', 'region,stage,reached_on\n32.01,mapping,2022-07-25\n32.02,finance,\n');
		await sql(`COPY (SELECT '32.01' AS region, DATE '2025-01-01' AS month, '65+' AS age, 15 AS pub)
			TO '$/k3.parquet' (FORMAT parquet)`);
		expect(await found({ coded: () => true })).toEqual([]);
	});

	it('an identifier in the name of a file is found, and not repeated', async () => {
		place(`data-${NIK}.txt`, 'nothing');
		expect(await found()).toEqual([`data-${'▮'.repeat(16)}.txt name nik`]);
	});

	it('a link is followed to what it would hand out', async () => {
		place('real/a.txt', NIK);
		mkdirSync(path.join(folder, 'web'));
		symlinkSync(path.join(folder, 'real'), path.join(folder, 'web', 'link'));
		expect(await found()).toEqual(['real/a.txt file nik']);
		const { findings } = await scanFolder(path.join(folder, 'web'), { known });
		expect(findings.map(({ file }) => file)).toEqual(['link/a.txt']);
	});

	it('what cannot be read stops the search', async () => {
		place('broken.parquet', `PAR1${NIK}`);
		await expect(scanFolder(folder, { known })).rejects.toThrow(ScanError);
		rmSync(path.join(folder, 'broken.parquet'));
		place('broken.csv.gz', gzipSync('a'.repeat(1000)).subarray(0, 20));
		await expect(scanFolder(folder, { known })).rejects.toThrow('broken.csv.gz');
		rmSync(path.join(folder, 'broken.csv.gz'));
		place('list.xlsx', Buffer.from('PK\u0003\u0004 and more', 'latin1'));
		await expect(scanFolder(folder, { known })).rejects.toThrow('list.xlsx');
	});

	it('says how far it is', async () => {
		place('a.txt', 'a');
		place('b.txt', 'b');
		const steps: string[] = [];
		const { files } = await scanFolder(folder, {
			known,
			onProgress: (done, total) => steps.push(`${done}/${total}`)
		});
		expect({ files, steps }).toEqual({ files: 2, steps: ['0/2', '1/2', '2/2'] });
	});

	it('with the figures that sources publish holds none', async () => {
		const out = path.join(folder, 'published');
		await buildExtract({ published: 'data/published', reference: 'data/reference', out });
		const { files, findings } = await scanFolder(folder, { known });
		expect(findings).toEqual([]);
		expect(files).toBeGreaterThan(3);
	});
});
