import { beforeAll, describe, expect, test } from 'vitest';
import type { Corrections, OwnReading } from '$lib/files';
import { type BegunTable, beginTable } from '$lib/files/large/begin';
import { type LargeBench, loadLarge, rowsOf } from '$lib/files/large/load';
import { type Unsettled, settle } from '$lib/files/large/settle';
import { readOwnEarly, readOwnLarge } from '$lib/files/read';
import { createResolver } from '$lib/read/region';
import { bytesOf, reference } from './support';
import { wasmBench } from './wasm-bench';

let bench: LargeBench;
let made: string[] = [];
beforeAll(async () => {
	const real = await wasmBench();
	bench = {
		...real,
		query: (sql, ...rest) => {
			if (/CREATE OR REPLACE TABLE/.test(sql)) made.push(sql);
			return real.query(sql, ...rest);
		}
	};
});

const HEADER = 'kode,kabupaten,keluarga,tanggal\n';
const row = (at: number) =>
	`32.0${(at % 9) + 1},Kabupaten ${at % 40},${at * 7},2024-01-${10 + (at % 9)}\n`;
const ROWS = Array.from({ length: 60_000 }, (_, at) => row(at)).join('');

async function early(content: string | Uint8Array, said?: Corrections) {
	const bytes = typeof content === 'string' ? bytesOf(content) : content;
	return readOwnEarly(new Blob([bytes.slice()]), reference, said);
}

/** Begins the table by what the first rows say. */
async function begin(content: string): Promise<BegunTable> {
	const first = await early(content);
	if (!first?.large) throw new Error('nothing early');
	const { columns, regionColumns: regions, large: plan } = first;
	return beginTable(bench, 'x', { columns, regions, plan });
}

async function load(content: string, begun: BegunTable | null): Promise<OwnReading> {
	const result = await readOwnLarge(new Blob([content]), reference);
	if (!result.ok) throw new Error(JSON.stringify(result.fault));
	const settled = async (unsettled: Promise<Unsettled>) =>
		settle(await unsettled, createResolver(reference));
	return loadLarge(bench, 'x', result.reading, settled, { begun });
}

const all = async () => rowsOf(await bench.query('SELECT * FROM berkas.x'));
const told = ({ large, ...rest }: OwnReading) => ({ ...rest, start: large?.start });

/** What is told of a file and its rows, by way of a begun table and without one. */
async function bothWays(content: string) {
	const plain = { told: told(await load(content, null)), rows: await all() };
	made = [];
	const begun = await begin(content);
	return { plain, begun: { told: told(await load(content, begun)), rows: await all() } };
}

describe('the table of a large file is begun by its first rows', () => {
	test('and is made once, where the rest is like them', async () => {
		const { plain, begun } = await bothWays(HEADER + ROWS);
		expect(begun).toEqual(plain);
		expect(plain.rows).toHaveLength(60_000);
		expect(made).toHaveLength(1);
	});

	test('and stands, where single cells are odd', async () => {
		const { plain, begun } = await bothWays(
			`${HEADER}${ROWS}${'lain,Kota X,tidak ada,entah\n'.repeat(1000)}`
		);
		expect(begun).toEqual(plain);
		expect(plain.rows).toHaveLength(61_000);
		expect(made).toHaveLength(1);
	});

	test('and is made anew, where the whole file says otherwise', async () => {
		// Beyond the first piece that is walked through, so that some of it is in the sample.
		const comma = `32.01,${'Kota X '.repeat(9)},"3,5",2024-01-02\n`.repeat(60_000);
		const { plain, begun } = await bothWays(`${HEADER}${ROWS}${comma}`);
		expect(begun).toEqual(plain);
		expect(plain.rows.at(-1)).toContain(3.5);
		expect(made).toHaveLength(2);
	});

	test('and taken away without a trace, where the file may not be read', async () => {
		const begun = await begin(HEADER + ROWS);
		await begun.forget();
		await expect(async () => bench.query('SELECT 1 FROM berkas.x')).rejects.toThrow(
			'does not exist'
		);
	});

	test('but not of rows of people, of a text written anew, or where nothing can be said', async () => {
		const people = `nik,nama\n${'3201014505900001,Siti\n'.repeat(60_000)}`;
		const western = Uint8Array.from(`nama,n\n${'café,1\n'.repeat(300_000)}`, (letter) =>
			letter.charCodeAt(0)
		);
		const breaks = `a,b\r\n${'1,2\r\n3,4\n'.repeat(100_000)}`;
		for (const content of [people, western, breaks, 'a'.repeat(2_000_000), '', 'a,b\n"1'])
			expect(await early(content)).toBeNull();
	});
});
