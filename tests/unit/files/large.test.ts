import { beforeAll, describe, expect, test } from 'vitest';
import { type Corrections, type OwnReading, readOwn, readOwnLarge } from '$lib/files';
import { groupsOf } from '$lib/files/combine';
import { largeGroups } from '$lib/files/large/groups';
import { type LargeBench, loadLarge, rowsOf as answered } from '$lib/files/large/load';
import { settle } from '$lib/files/large/settle';
import { createResolver } from '$lib/read/region';
import { bytesOf, reading, reference, rowsOf } from './support';
import { wasmBench } from './wasm-bench';

let bench: LargeBench;
beforeAll(async () => {
	bench = await wasmBench();
}, 60_000);

async function large(content: string | Uint8Array, said: Corrections = {}): Promise<OwnReading> {
	const bytes = typeof content === 'string' ? bytesOf(content) : content;
	const result = await readOwnLarge(new Blob([bytes.slice()]), reference, said);
	if (!result.ok) throw new Error(JSON.stringify(result.fault));
	return loadLarge(bench, 'x', result.reading, async (unsettled) =>
		settle(await unsettled, createResolver(reference))
	);
}

async function faultOfLarge(content: string | Uint8Array) {
	const bytes = typeof content === 'string' ? bytesOf(content) : content;
	const result = await readOwnLarge(new Blob([bytes.slice()]), reference);
	if (result.ok) throw new Error('read');
	return result.fault;
}

/** The table's rows, dates as their texts. */
async function tableRows({ columns }: OwnReading): Promise<unknown[][]> {
	const list = columns.map(({ name, type }) =>
		type === 'date' ? `"${name}"::VARCHAR AS "${name}"` : `"${name}"`
	);
	return answered(await bench.query(`SELECT ${list.join(', ')} FROM berkas.x`));
}

/** What is told of a file, whichever way it was read. */
const told = (read: OwnReading) => ({
	columns: read.columns,
	headerLine: read.headerLine,
	regionColumns: read.regionColumns,
	rows: read.rows,
	rowsIn: read.rowsIn,
	rowsBlank: read.rowsBlank,
	rowsRefused: read.rowsRefused,
	cellsRefused: read.cellsRefused,
	problems: read.problems,
	people: read.people,
	join: read.join && { ...read.join, regions: [] }
});

const OFFICIAL = [
	'Data penduduk miskin 2023;;;;',
	'Kode;Kabupaten/Kota;Penduduk miskin (ribu jiwa);Tingkat;Diperbarui',
	'32.01;Kab. Bogor;474,7;7,27;2024-03-01',
	'',
	'32.71;Kota Bogor;1.070,2;6,67;01/03/2024',
	'32.73;"Kota ""Bandung""\nlama";102,8;3.96;2024-03-01',
	';;;;',
	'32.04;Kab. Bandung;lima;6,40;31/02/2024',
	'Kode;Kabupaten/Kota;Penduduk miskin (ribu jiwa);Tingkat;Diperbarui',
	'32.05;Garut;9,5;7;2024-03-01;lebih',
	'3299;Kab. Entah;-;n/a;',
	'32.06;Tasikmalaya;Rp 1.234;12%;2024-3-9'
].join('\n');

describe('a large text is read as a small one', () => {
	test.each([
		['an office’s table, with everything that goes wrong in one', OFFICIAL, {}],
		['line breaks of Windows', OFFICIAL.replaceAll('\n', '\r\n'), {}],
		[
			'points, ambiguous numbers and yes or no',
			'a,n,m,y\nx,1.5,7,ya\ny,"1,234.5",8,tidak\nz,1.234,"1,234",Ya \nw,,bukan angka,mungkin\n',
			{ types: { 3: 'boolean' } }
		],
		['no header', '1;2\n3;4\n', { headerLine: 0 }],
		['numbers that say nothing of their mark', 'a;b\n1;x\n1.234;y\n5;z\n', {}],
		[
			'words between quotation marks and none',
			'a;b;c\n"";-;5" pipa\n"x; y";tad;"\'"\n',
			{ types: { 1: 'text' } }
		],
		['words for no number', 'a;b\nx;1,5\ny;nan\nz;inf\nw;-\n', { types: { 1: 'number' } }],
		['one column', 'nilai\n1\n\n2\n', {}],
		['Excel’s own word for the delimiter', 'sep=|\ndaerah|n\nKota Bogor|1\n', {}]
	] as [string, string, Corrections][])('%s', async (_, text, said) => {
		const small = await reading(text, said);
		const read = await large(text, said);
		expect(told(read)).toEqual(told(small));
		expect(await tableRows(read)).toEqual(rowsOf(small));
	});

	test.each([
		[
			'UTF-16',
			(text: string) =>
				Uint8Array.from(
					new Uint8Array(
						Uint16Array.from([...`\ufeff${text}`].map((letter) => letter.charCodeAt(0))).buffer
					)
				)
		],
		[
			'Windows-1252',
			(text: string) => Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)))
		],
		[
			'line breaks of two kinds',
			(text: string) => bytesOf(text.replace('\n', '\r\n').replace(/\n$/, '\r'))
		],
		['the line breaks of old', (text: string) => bytesOf(text.replaceAll('\n', '\r'))]
	])('%s is written anew first', async (_, write) => {
		const read = await large(write('daerah;luas\nKota Bogor é;12\nKota Bandung;13,5\n'));
		expect(await tableRows(read)).toEqual([
			['Kota Bogor é', 12],
			['Kota Bandung', 13.5]
		]);
	});

	test('values by place and year', async () => {
		const text =
			'kode,tahun,keluarga\n32.01,2022,1.5\n32.01,2023,2\n32.01,2023,3\n32.71,2023,4\n99.99,2023,5\n';
		const groups = await largeGroups(bench, 'x', await large(text), 2);
		const key = (group: { region: string; year: number | null }) => `${group.region} ${group.year}`;
		const sorted = (list: typeof groups) => list.sort((a, b) => key(a).localeCompare(key(b)));
		expect(sorted(groups)).toEqual(sorted(groupsOf(await reading(text), 2)));
		expect(groups).toHaveLength(3);
	});
});

describe('people in the whole of a large text', () => {
	const rows = (more: string) =>
		`wilayah,catatan,jumlah\n${'Kota Bogor,biasa saja,12\n'.repeat(300_000)}${more}`;

	test.each([
		['nik', 'Kota Bogor,3201014505900001,1\n'],
		['nik', 'Kota Bogor,320101-450590-0001,1\n'],
		['phone', 'Kota Bogor,hubungi 0812-3456-7890,1\n'],
		['phone', 'Kota Bogor,+62 812 3456 7890,1\n'],
		['email', 'Kota Bogor,siti@kantor.go.id,1\n'],
		['account', 'Kota Bogor,No Rekening 1234567890123,1\n']
	])('one %s far below the sample is found', async (kind, line) => {
		const result = await readOwnLarge(new Blob([rows(line)]), reference);
		expect(result.ok && result.reading.people).toEqual([{ kind, columns: [], values: 1 }]);
	});

	test('a table of none is none, and a few amounts that begin like a mobile number are none', async () => {
		const amounts = Array.from(
			{ length: 2000 },
			(_, at) => `Kota Bogor,${at % 100 === 0 ? 62_812_345_678 + at : at * 7}`
		);
		for (const text of [rows(''), `wilayah,rupiah\n${amounts.join('\n')}\n`]) {
			const result = await readOwnLarge(new Blob([text]), reference);
			expect(result.ok && result.reading.people).toEqual([]);
		}
	});

	test('a column of mobile numbers is one, though they are read as amounts', async () => {
		const phones = Array.from({ length: 2000 }, (_, at) => `Kota Bogor,${6_281_234_500_001 + at}`);
		const result = await readOwnLarge(new Blob([`wilayah,isi\n${phones.join('\n')}\n`]), reference);
		expect(result.ok && result.reading.people.map(({ kind }) => kind)).toEqual(['phone']);
	});
});

describe('hostile large texts', () => {
	test('a lone quotation mark is told with its line', async () => {
		const text = `a,b\n1,2\n"satu,1\n${'dua,2\n'.repeat(2_000_000)}`;
		expect(await faultOfLarge(text)).toMatchObject({ rule: 'quote_open', found: 3 });
		expect(await faultOfLarge('a,b\n1,2\n3,"satu\n')).toMatchObject({
			rule: 'quote_open',
			found: 3
		});
	});

	test('a million columns, one line without end, zero bytes and letters of two kinds', async () => {
		expect(await faultOfLarge(`${'a,'.repeat(1_000_000)}\n`)).toMatchObject({
			rule: 'too_many_columns'
		});
		expect(['too_many_columns', 'too_much_text']).toContain(
			(await faultOfLarge('a'.repeat(20_000_000))).rule
		);
		expect(await faultOfLarge(`a,b\n${'1,2\n'.repeat(2_000_000)}3,\u00004\n`)).toMatchObject({
			rule: 'nul',
			found: 2_000_002
		});
		const mixed = Uint8Array.from([
			...bytesOf(`nama,n\ncafé,1\n${'x,1\n'.repeat(2_000_000)}`),
			0x63,
			0xe9,
			0x2c,
			0x32,
			0x0a
		]);
		expect(await faultOfLarge(mixed)).toEqual({ rule: 'letters_mixed', found: 2, most: 2_000_003 });
	});

	test('bytes that are no text are refused', async () => {
		const bytes = Uint8Array.from({ length: 500_000 }, (_, at) => (at * 7919 + (at >> 8)) % 251);
		expect((await faultOfLarge(bytes)).rule).toBe('binary');
	});

	test('what is no text is told how large it may be', async () => {
		const result = await readOwnLarge(new Blob(['PAR1', new Uint8Array(100)]), reference);
		expect(result).toMatchObject({
			ok: false,
			fault: { rule: 'too_large', most: 32 * 1024 * 1024 }
		});
	});
});

test('small files are read whole', async () => {
	const result = await readOwn(bytesOf('a,b\n1,2\n'), reference);
	expect(result.ok && result.reading.large).toBeNull();
});
