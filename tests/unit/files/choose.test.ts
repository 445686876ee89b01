import { beforeAll, describe, expect, test } from 'vitest';
import { type Corrections, type OwnReading, readOwnLarge } from '$lib/files';
import { choosePlace, withPlace } from '$lib/files/choose';
import { groupsOf } from '$lib/files/combine';
import { candidatesOf } from '$lib/files/join';
import { largeGroups } from '$lib/files/large/groups';
import { type LargeBench, loadLarge, rowsOf } from '$lib/files/large/load';
import { rejoinLarge, sameRows } from '$lib/files/large/rejoin';
import { settle } from '$lib/files/large/settle';
import { tableColumns } from '$lib/files/region-code';
import { writtenCsv } from '$lib/files/to-csv';
import { tableStatement } from '$lib/files/to-table';
import type { RegionCode } from '$lib/model';
import { createResolver } from '$lib/read/region';
import { bytesOf, reading, reference } from './support';
import { wasmBench } from './wasm-bench';

let bench: LargeBench;
beforeAll(async () => {
	bench = await wasmBench();
}, 60_000);

/** Two that could each be two regions, one twice and once with a blank behind it. */
const TEXT =
	'daerah,nilai\nBogor,1\nKab. Garut,2\nCirebon,3\n"Bogor ",4\nNegeri Entah Berantah,5\n';
/** Nothing of it is matched before the reader has chosen. */
const NONE = 'daerah,nilai\nBogor,1\nCirebon,2\n';

interface Way {
	read: (text: string, said?: Corrections) => Promise<OwnReading>;
	/** As the page does it: the table follows the reading. */
	choose: (read: OwnReading, place: string, region: RegionCode | null) => Promise<OwnReading>;
	groups: (read: OwnReading) => Promise<{ region: RegionCode; sum: number }[]>;
}

const keyOfPlace = (read: OwnReading, said: string) =>
	read.join?.unjoined.find((place) => place.said === said)?.key ?? '';

async function written(read: OwnReading): Promise<OwnReading> {
	await bench.addFile('x.csv', writtenCsv(read));
	await bench.query(tableStatement('x', read));
	await bench.dropFile('x.csv');
	return read;
}

const HELD: Way = {
	read: async (text, said) => written(await reading(text, said)),
	choose: async (read, place, region) =>
		written(choosePlace(read, keyOfPlace(read, place), region)),
	groups: async (read) => groupsOf(read, 1)
};

const LARGE: Way = {
	read: async (text, said = {}) => {
		const result = await readOwnLarge(new Blob([bytesOf(text).slice()]), reference, said);
		if (!result.ok) throw new Error(JSON.stringify(result.fault));
		return loadLarge(bench, 'x', result.reading, async (unsettled) =>
			settle(await unsettled, createResolver(reference))
		);
	},
	choose: async (read, place, region) => {
		const next = choosePlace(read, keyOfPlace(read, place), region);
		expect(sameRows(read, next)).toBe(true);
		await rejoinLarge(bench, 'x', read, next);
		return next;
	},
	groups: (read) => largeGroups(bench, 'x', read, 1)
};

const ask = async (sql: string) => rowsOf(await bench.query(sql));
const codes = async () =>
	(await ask('SELECT kode_wilayah FROM berkas.x ORDER BY rowid')).map(([code]) => code);
const columnsOf = async () => (await ask('DESCRIBE berkas.x')).map(([name]) => name);
/** What is told of the places, whatever way it came about. */
const told = ({ join, regionColumns, large }: OwnReading) => ({
	join: join && { ...join, regions: join.regions },
	regionColumns,
	large: large && Object.fromEntries(large.regions)
});

describe.each([
	['held', HELD],
	['too large to be held', LARGE]
])('of a file that is %s', (_, way) => {
	test('a place that could be two is left out until the reader has chosen, with both to choose from', async () => {
		const read = await way.read(TEXT);
		const [bogor] = read.join?.unjoined ?? [];
		expect(read.join).toMatchObject({ places: 4, found: 1, codes: ['32.05'] });
		expect(bogor).toMatchObject({ said: 'Bogor', rows: 2, chosen: null });
		expect(
			bogor &&
				candidatesOf(bogor.why)
					.map(({ code }) => code)
					.sort()
		).toEqual(['32.01', '32.71']);
		expect(await codes()).toEqual([null, '32.05', null, null, null]);
	});

	test('what was chosen joins every row of the place, in table and figures, and keeps its line', async () => {
		const read = await way.choose(await way.read(TEXT), 'Bogor', '32.71');
		expect(await codes()).toEqual(['32.71', '32.05', null, '32.71', null]);
		expect(read.join).toMatchObject({ places: 4, found: 2, codes: ['32.05', '32.71'] });
		expect(read.join?.unjoined.map(({ said, chosen }) => [said, chosen])).toEqual([
			['Bogor', '32.71'],
			['Cirebon', null],
			['Negeri Entah Berantah', null]
		]);
		expect(await way.groups(read)).toContainEqual(
			expect.objectContaining({ region: '32.71', sum: 5 })
		);
	});

	test('it is the same as if the file had been read with the choice', async () => {
		const chosen = await way.choose(await way.read(TEXT), 'Bogor', '32.01');
		const table = await codes();
		const key = keyOfPlace(chosen, 'Bogor');
		const again = await way.read(TEXT, { places: withPlace({}, key, '32.01') });
		expect(told(again)).toEqual(told(chosen));
		expect(await codes()).toEqual(table);
	});

	test('it can be changed and taken back', async () => {
		const first = await way.read(TEXT);
		const other = await way.choose(await way.choose(first, 'Bogor', '32.71'), 'Bogor', '32.01');
		expect(await codes()).toEqual(['32.01', '32.05', null, '32.01', null]);
		const back = await way.choose(other, 'Bogor', null);
		expect(told(back)).toEqual(told(first));
		expect(await codes()).toEqual([null, '32.05', null, null, null]);
	});

	test('the column of codes comes with the first place and goes with the last', async () => {
		const none = await way.read(NONE);
		expect(await columnsOf()).toEqual(['daerah', 'nilai']);
		const one = await way.choose(none, 'Cirebon', '32.74');
		expect(await columnsOf()).toEqual(tableColumns(one).map(({ name }) => name));
		expect(await codes()).toEqual([null, '32.74']);
		await way.choose(one, 'Cirebon', null);
		expect(await columnsOf()).toEqual(['daerah', 'nilai']);
	});

	test('what is none of its candidates, or was found anyway, is not taken', async () => {
		const read = await way.read(TEXT);
		const key = keyOfPlace(read, 'Bogor');
		expect(choosePlace(read, key, '32.73')).toBe(read);
		expect(choosePlace(read, 'Kab. Garut', '32.71')).toBe(read);
		const said = { places: { [key]: '32.73', '\u0000Kab. Garut\u0000': '32.71' } };
		expect(told(await way.read(TEXT, said)).join).toEqual(told(read).join);
	});
});

test('an unknown province offers no province in the place of its regency', async () => {
	const { join } = await reading(
		'provinsi,kabupaten,nilai\nJawa Berat,Bogor,1\nJawa Tengah,Kab. Tegal,2\n'
	);
	const [place] = join?.unjoined ?? [];
	expect(place?.why).toMatchObject({ rule: 'region_province_unknown' });
	expect(place?.why.candidates).not.toEqual([]);
	expect(place && candidatesOf(place.why)).toEqual([]);
});
