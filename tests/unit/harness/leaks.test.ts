import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findRaw } from '../../support/leaks';
import { Needles } from '../../support/needles';
import { personNumbers, somePersonNumbers } from '../../support/person-numbers';

const numbers = somePersonNumbers(2000);
let folder: string;

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'searched-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function place(name: string, content: string | Uint8Array): void {
	mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
	writeFileSync(path.join(folder, name), content);
}

function number(index: number): string {
	return numbers[index] ?? '';
}

async function found(): Promise<string[]> {
	const leaks = await findRaw([folder], numbers);
	return leaks.map(({ file, needle }) => `${path.relative(folder, file)} ${needle}`);
}

describe('the search for numbers that went in', () => {
	it('finds each of thousands, also where they follow one another without a sign', () => {
		const search = new Needles(numbers).search();
		expect(search(Buffer.from(numbers.join('')))).toEqual(new Set(numbers.keys()));
	});

	it('finds a number in any two pieces, with one separator or two between digits', () => {
		const separators = fc.array(fc.constantFrom('', '', ' ', '.', '-', '\u00a0', ' -', '\0'), {
			minLength: 16,
			maxLength: 16
		});
		fc.assert(
			fc.property(personNumbers, separators, fc.nat({ max: 40 }), (nik, between, cut) => {
				const search = new Needles([nik]).search();
				const bytes = Buffer.from(
					`12x${[...nik].map((digit, at) => digit + (between[at] ?? '')).join('')}`
				);
				const [one, two] = [bytes.subarray(0, cut), bytes.subarray(cut)].map(search);
				expect([...(one ?? []), ...(two ?? [])]).toEqual([0]);
			}),
			{ numRuns: 50 }
		);
	});

	it('finds no other number, and none across words', () => {
		const search = new Needles([number(0)]).search();
		const nearly = number(0).slice(0, 15) + ((Number(number(0)[15]) + 1) % 10);
		const split = `${number(0).slice(0, 8)}, ${number(0).slice(8)}\n${number(0).slice(0, 8)} x ${number(0).slice(8)}`;
		expect(search(Buffer.from(`${nearly} ${split}`))).toEqual(new Set());
	});

	it('reads every file: text, compressed, wide characters, deep folders, names', async () => {
		place('run.log', `x ${number(0)}\n${number(0)}`);
		place('deep/er/report.csv.gz', gzipSync(`a,${number(1)}`));
		place('wide.txt', Buffer.from(number(2), 'utf16le'));
		place(`${number(3)}.tmp`, '');
		place('clean.txt', 'nothing');
		expect(await found()).toEqual([
			`${number(3)}.tmp 3`,
			path.join('deep', 'er', 'report.csv.gz 1'),
			'run.log 0',
			'wide.txt 2'
		]);
	});

	it('reads databases and Parquet by SQL, where the number is no text', async () => {
		const instance = await DuckDBInstance.create(':memory:');
		const connection = await instance.connect();
		for (const statement of [
			`ATTACH '${folder}/core.duckdb' AS core`,
			`CREATE TABLE core.k1 AS SELECT ${number(4)} AS pub`,
			`DETACH core`,
			`COPY (SELECT ${number(5)} AS pub) TO '${folder}/k1.parquet' (FORMAT parquet)`
		])
			await connection.run(statement);
		connection.closeSync();
		instance.closeSync();
		place('core.duckdb.gz', gzipSync(readFileSync(path.join(folder, 'core.duckdb'))));
		expect(await found()).toEqual(['core.duckdb 4', 'core.duckdb.gz 4', 'k1.parquet 5']);
	});

	it('refuses needles that it would never find', () => {
		expect(() => new Needles(['123'])).toThrow(RangeError);
	});
});
