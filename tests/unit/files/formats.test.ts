import { strToU8, zipSync } from 'fflate';
import { tableFromArrays, tableToIPC } from 'apache-arrow';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { jsonTables } from '$lib/files/format/json';
import { zipEntries } from '$lib/files/format/zip';
import { expectDamageTold, faultIn, reading, rowsOf, sample } from './support';

const RELATIONS = 'http://schemas.openxmlformats.org';

/** A workbook by hand: one sheet with these cells. */
function workbook(sheet: string, more: Record<string, string> = {}): Uint8Array {
	const parts: Record<string, string> = {
		'[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="${RELATIONS}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
		'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${RELATIONS}/spreadsheetml/2006/main" xmlns:r="${RELATIONS}/officeDocument/2006/relationships"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="${RELATIONS}/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet xmlns="${RELATIONS}/spreadsheetml/2006/main">${sheet}</worksheet>`,
		...more
	};
	return zipSync(
		Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))
	);
}

/** Makes the directory of a ZIP say another size of its first sheet. */
function sayUnpacked(zip: Uint8Array, size: number): void {
	const at = new TextDecoder('latin1').decode(zip).lastIndexOf('xl/worksheets/sheet1.xml') - 46;
	new DataView(zip.buffer, zip.byteOffset).setUint32(at + 24, size, true);
}

const text = (at: string, value: string) =>
	`<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;

describe('workbooks', () => {
	test('sheets, numbers and dates are read as they are', async () => {
		const bytes = await writeWorkbook([
			[{ value: 'Kabupaten/Kota' }, { value: 'Luas' }, { value: 'Tanggal' }],
			[
				{ value: 'Kabupaten Bogor' },
				{ type: Number, value: 2986.2 },
				{ type: Date, value: new Date('2024-03-01T00:00:00Z'), format: 'yyyy-mm-dd' }
			]
		] as never).toBuffer();
		const read = await reading(new Uint8Array(bytes));
		expect(read.kind).toBe('xlsx');
		expect(rowsOf(read)).toEqual([['Kabupaten Bogor', 2986.2, '2024-03-01']]);
	});

	test('a formula gives the result that the workbook holds; one without is listed', async () => {
		const sheet = `<sheetData><row r="1">${text('A1', 'daerah')}${text('B1', 'nilai')}</row><row r="2">${text('A2', 'x')}<c r="B2"><f>1+1</f><v>2</v></c></row><row r="3">${text('A3', 'y')}<c r="B3"><f>HYPERLINK("http://x")</f></c></row></sheetData>`;
		const read = await reading(workbook(sheet));
		expect(rowsOf(read)).toEqual([
			['x', 2],
			['y', null]
		]);
		expect(read.problems).toMatchObject([{ line: 3, column: 'nilai', rule: 'formula_unanswered' }]);
	});

	test('a bomb is known by its directory, before anything is unpacked', async () => {
		const bomb = zipSync({
			'xl/workbook.xml': strToU8('<workbook/>'),
			'xl/worksheets/sheet1.xml': new Uint8Array(1024 * 1024)
		});
		sayUnpacked(bomb, 3_000_000_000);
		expect(await faultIn(bomb)).toEqual({
			rule: 'unpacks_too_large',
			found: 3_000_000_011,
			most: 160 * 1024 * 1024
		});
	});

	test('a bomb whose directory lies is stopped where it passes what was said', async () => {
		const bomb = zipSync({
			'xl/workbook.xml': strToU8('<workbook/>'),
			'xl/worksheets/sheet1.xml': new Uint8Array(8 * 1024 * 1024)
		});
		const entry = zipEntries(bomb).find(({ name }) => name.includes('sheet1'));
		expect(entry?.unpacked).toBe(8 * 1024 * 1024);
		sayUnpacked(bomb, 1000);
		expect(await faultIn(bomb)).toMatchObject({ rule: 'zip_lies' });
	});

	test('one cell in the last corner of the sheet makes no table of that size', async () => {
		const sheet = `<sheetData><row r="1">${text('A1', 'a')}</row><row r="1048576">${text('XFD1048576', 'b')}</row></sheetData>`;
		expect(['too_many_columns', 'too_many_rows', 'too_many_cells']).toContain(
			(await faultIn(workbook(sheet))).rule
		);
	});

	test('entities that multiply are refused', async () => {
		const strings = '<!DOCTYPE x [<!ENTITY a "aaaa">]><sst/>';
		expect(await faultIn(workbook('', { 'xl/sharedStrings.xml': strings }))).toMatchObject({
			rule: 'xml_entities'
		});
	});

	test('a ZIP of something else, a cut one, an old one and a locked one are told apart', async () => {
		const whole = workbook(`<sheetData><row r="1">${text('A1', 'a')}</row></sheetData>`);
		expect((await faultIn(zipSync({ 'foto.jpg': strToU8('x') }))).rule).toBe('zip_other');
		expect((await faultIn(whole.slice(0, whole.length - 30))).rule).toBe('zip_damaged');
		expect((await faultIn(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2))).rule).toBe('old_excel');
		const broken = workbook('<sheetData><row', {});
		expect(['workbook_damaged', 'empty']).toContain((await faultIn(broken)).rule);
	});
});

describe('Arrow', () => {
	const table = tableFromArrays({
		kode: ['32.01', '32.02'],
		nilai: Float64Array.from([1.5, 2.5])
	});

	test.each(['stream', 'file'] as const)('a %s is read', async (form) => {
		const read = await reading(tableToIPC(table, form));
		expect(read.kind).toBe('arrow');
		expect(rowsOf(read)).toEqual([
			['32.01', 1.5],
			['32.02', 2.5]
		]);
	});

	test.each(['stream', 'file'] as const)(
		'wherever a %s is cut, no value is made up',
		async (form) => {
			const whole = tableToIPC(table, form);
			await fc.assert(
				fc.asyncProperty(fc.integer({ min: 4, max: whole.length - 16 }), async (length) => {
					expect(['arrow_cut', 'arrow_damaged', 'empty', 'header_only']).toContain(
						(await faultIn(whole.slice(0, length))).rule
					);
				})
			);
		}
	);
});

const SAMPLES = ['lz4.arrow', 'lz4.arrows', 'zstd.arrow', 'zstd.arrows'];

test.each(SAMPLES)(
	'packed Arrow, %s as Polars writes it, is read as what was packed',
	async (name) => {
		const read = await reading(sample(`polars-${name}`));
		expect(rowsOf(read)).toEqual(
			Array.from({ length: 2000 }, (_, at) => [
				`32.${String(1 + (at % 40)).padStart(2, '0')}`,
				at % 7 === 0 ? null : at / 2
			])
		);
	}
);

describe('Arrow that is damaged', () => {
	const of = tableFromArrays({ kode: ['32.01', '32.02'], nilai: [1, 2] });
	const FILES: [name: string, whole: () => Uint8Array][] = [
		['a stream', () => tableToIPC(of, 'stream')],
		['a file', () => tableToIPC(of, 'file')],
		...SAMPLES.map((name): [string, () => Uint8Array] => [name, () => sample(`polars-${name}`)])
	];

	test.each(FILES)('%s is refused by name or gives other values, and ends soon', (_, make) =>
		expectDamageTold(make())
	);
});

describe('JSON', () => {
	test('lists of objects, of lists, in an object, by lines and GeoJSON', () => {
		const rows = (content: unknown) => jsonTables(JSON.stringify(content))[0]?.rows;
		const expected = [
			['a', 'b'],
			[1, 'x'],
			[null, 'y']
		];
		expect(rows([{ a: 1, b: 'x' }, { b: 'y' }])).toEqual(expected);
		expect(rows({ data: [{ a: 1, b: 'x' }, { b: 'y' }], total: 2 })).toEqual(expected);
		expect(
			rows([
				['a', 'b'],
				[1, 'x'],
				[null, 'y']
			])
		).toEqual(expected);
		expect(jsonTables('{"a":1,"b":"x"}\n{"b":"y"}\n')[0]?.rows).toEqual(expected);
		expect(
			rows({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { a: 1 } }] })
		).toEqual([['a'], [1]]);
	});

	test('names such as __proto__ are names like any other', () => {
		expect(jsonTables('[{"__proto__": 1, "constructor": 2}]')[0]?.rows).toEqual([
			['__proto__', 'constructor'],
			[1, 2]
		]);
	});

	test('what is cut, nested without end or no list is refused by name', async () => {
		expect((await faultIn('[{"a": 1}, {"a"')).rule).toBe('json_damaged');
		expect((await faultIn('{"a": 1}')).rule).toBe('json_no_table');
		expect((await faultIn('[]')).rule).toBe('json_no_table');
		const deep = await faultIn(`[${'['.repeat(200_000)}${']'.repeat(200_000)}]`).catch(() => null);
		expect(deep === null || /json|memory|text|header/.test(deep.rule)).toBe(true);
	});
});

describe('HTML saved as .xls', () => {
	test('the largest table is read', async () => {
		const read = await reading(
			'<html><body><p>PKH 2024</p><table><tr><th>Kabupaten/Kota<th>Jumlah (ribu jiwa)<tr><td>Kab. Bogor<td>1.234,5<tr><td>Kota Bogor<td>99,1</table></body></html>'
		);
		expect(read.kind).toBe('html');
		expect(rowsOf(read)).toEqual([
			['Kab. Bogor', 1234.5],
			['Kota Bogor', 99.1]
		]);
		expect(read.columns[1]).toMatchObject({ unit: 'people', factor: 1000, decimal: ',' });
	});

	test('merged cells that would fill the memory are counted first', async () => {
		const cell = '<td colspan=200 rowspan=200>x</td>';
		expect((await faultIn(`<table><tr>${cell.repeat(1000)}</table>`)).rule).toBe('too_many_cells');
	});

	test('a page without a table, and one nested without end, are refused by name', async () => {
		expect((await faultIn('<html><body>halo</body></html>')).rule).toBe('no_table');
		const deep = await faultIn(`<html>${'<div>'.repeat(8_000)}<table><tr><td>x`);
		expect(deep.rule).not.toBe('');
	});
});
