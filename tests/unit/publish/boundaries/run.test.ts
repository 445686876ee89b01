import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import type { Feature, FeatureCollection } from 'geojson';
import { topology } from 'topojson-server';
import { afterAll, describe, expect, it } from 'vitest';
import { readOutlines } from '$lib/chart/ground/outlines';
import { LOCALES } from '$lib/model';
import { runBoundaries } from '../../../../data/publish/boundaries/run';
import { collection, regenciesOf, shapefile } from './samples';

const folder = mkdtempSync(path.join(os.tmpdir(), 'boundaries-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const jabar = regenciesOf('32');
const whole = collection(jabar.map(({ code, name }) => ({ kode: code, nama: name })));
const zipped = shapefile(whole, ['kode', 'nama']);

function put(name: string, content: string | Uint8Array): string {
	const file = path.join(folder, name);
	writeFileSync(file, content);
	return file;
}

/** Runs the command. Gives what it said and what it wrote. */
async function run(file: string, ...more: string[]) {
	const out = path.join(folder, 'out.json');
	rmSync(out, { force: true });
	let said = '';
	let printed = '';
	const code = await runBoundaries([file, '--out', out, ...more], {
		err: (text) => (said += text),
		out: (text) => (printed += text)
	});
	const written = code === 0 ? readOutlines(readFileSync(out, 'utf8')) : null;
	return { code, said, printed, codes: Object.keys(written?.outlines.regions ?? {}), written };
}

/** The first feature with something else in its geometry. */
function changed(geometry: unknown): string {
	const [first, ...rest] = whole.features;
	const broken = { ...first, geometry } as Feature;
	return JSON.stringify({ ...whole, features: [...rest, broken] } satisfies FeatureCollection);
}

const point = (x: number, y: number) => [
	[
		[x, y],
		[x, y + 1],
		[x + 1, y + 1],
		[x, y]
	]
];

describe('npm run boundaries', () => {
	const wanted = jabar.map(({ code }) => code);

	it('reads GeoJSON', async () => {
		const file = put('batas.geojson', JSON.stringify(whole));
		const { codes, written } = await run(file, '--source', 'BIG, 2024');
		expect(codes).toEqual(wanted);
		expect(written?.source).toBe('BIG, 2024');
	});

	it('reads TopoJSON, and names the file where no source is said', async () => {
		const file = put('batas.topojson', JSON.stringify(topology({ kabupaten: whole }, 1e5)));
		const { codes, written } = await run(file);
		expect(codes).toEqual(wanted);
		expect(written?.source).toBe('batas.topojson');
	});

	it('reads a zipped shapefile, in a folder of the zip too', async () => {
		const zip = zipSync({ 'kab/BATAS.SHP': zipped.shp, 'kab/BATAS.dbf': zipped.dbf });
		expect((await run(put('batas.zip', zip))).codes).toEqual(wanted);
	});

	it('gives the same outlines whatever the file was', async () => {
		const areas = async (file: string) =>
			(await run(file)).written?.outlines.regions['32.01']?.[0]?.length;
		const zip = zipSync({ 'batas.shp': zipped.shp, 'batas.dbf': zipped.dbf });
		const corners = await areas(put('a.geojson', JSON.stringify(whole)));
		expect(corners).toBeGreaterThan(100);
		expect(await areas(put('a.zip', zip))).toBe(corners);
	});

	it('winds rings the right way, whichever way the file does', async () => {
		const reversed = {
			...whole,
			features: whole.features.map((each) => ({
				...each,
				geometry: {
					type: 'Polygon',
					coordinates:
						each.geometry.type === 'Polygon'
							? each.geometry.coordinates.map((ring) => ring.toReversed())
							: []
				}
			}))
		};
		const { written } = await run(put('terbalik.geojson', JSON.stringify(reversed)));
		const straight = await run(put('lurus.geojson', JSON.stringify(whole)));
		const turning = (ring: readonly (readonly [number, number])[] = []) =>
			ring.reduce((sum, [x, y], index) => {
				const [beforeX, beforeY] = ring[index - 1] ?? [x, y];
				return sum + beforeX * y - x * beforeY;
			}, 0);
		const [one, two] = [written, straight.written].map((each) =>
			turning(each?.outlines.regions['32.01']?.[0])
		);
		expect(one).toBeLessThan(0);
		expect(two).toBeCloseTo(one ?? 0, 6);
	});

	it('says what joined, what did not and how large it is, to a person and to a program', async () => {
		const more = { type: 'Feature', properties: { kode: '99.99', nama: 'Waduk Cirata' } };
		const extra = { ...more, geometry: { type: 'Polygon', coordinates: point(105, -5) } };
		const none = { ...more, geometry: null };
		const features = [...whole.features, extra, none];
		const file = put('lebih.geojson', JSON.stringify({ ...whole, features }));
		const { said } = await run(file);
		expect(said).toMatch(
			/12 dari 514 kabupaten dan kota mendapat batas: 12 fitur dikenali dari kode/
		);
		expect(said).toMatch(/fitur 13 \(99\.99 Waduk Cirata\): Tidak ada wilayah dengan kode 99\.99/);
		expect(said).toMatch(/502 kabupaten dan kota tidak ada dalam berkas ini/);
		expect(said).toMatch(/tanpa bentuk, dilewati: nomor 14/);
		expect(said).toMatch(/Ukuran: [\d,]+ kB brotli/);
		const { printed } = await run(file, '--json', '--lang', 'en');
		expect(JSON.parse(printed)).toMatchObject({
			features: 14,
			empty: [14],
			joined: { regions: 12, of: 514, by_code: 12, by_name: 0 },
			unjoined: [{ feature: 13, message: 'There is no region with the code 99.99.' }]
		});
	});
});

describe('a wrong file is refused with what is wrong and the way out', () => {
	const { shp, dbf } = zipped;
	const cases: [what: string, name: string, content: string | Uint8Array, says: RegExp[]][] = [
		['empty', 'kosong.json', '', [/kosong\.json kosong/, /kosong\.json is empty/]],
		['text', 'a.kml', '<kml/>', [/EPSG:4326/, /EPSG:4326/]],
		['cut off', 'a.json', JSON.stringify(whole).slice(0, 500), [/terpotong/, /cut off/]],
		['other JSON', 'b.json', '{"a":1}', [/FeatureCollection/, /FeatureCollection/]],
		[
			'without features',
			'c.json',
			'{"type":"FeatureCollection","features":[]}',
			[/tidak memuat satu wilayah/, /no area at all/]
		],
		['a bare .shp', 'd.shp', shp, [/Zip berkas \.shp, \.dbf/, /Zip the \.shp, \.dbf/]],
		['a zip without a table', 'e.zip', zipSync({ 'x.shp': shp }), [/x\.dbf/, /x\.dbf/]],
		[
			'a zip of two layers',
			'f.zip',
			zipSync({ 'x.shp': shp, 'x.dbf': dbf, 'y.shp': shp, 'y.dbf': dbf }),
			[/x, y.*--layer/, /x, y.*--layer/]
		],
		[
			'a zip of something else',
			'g.zip',
			zipSync({ 'baca.txt': new Uint8Array(4) }),
			[/tidak ada shapefile/, /neither a shapefile/]
		],
		[
			'a broken zip',
			'h.zip',
			zipSync({ 'x.shp': shp }).slice(0, 60),
			[/rusak, terpotong/, /broken, cut off/]
		],
		[
			'a broken shapefile',
			'i.zip',
			zipSync({ 'x.shp': shp.slice(0, 150), 'x.dbf': dbf.slice(0, 20) }),
			[/x\.shp dalam .* rusak/, /x\.shp in .* is broken/]
		],
		[
			'points',
			'j.json',
			changed({ type: 'Point', coordinates: [107, -7] }),
			[/Fitur 12 .* Point, bukan wilayah/, /Feature 12 .* Point, not an area/]
		],
		[
			'metres',
			'k.json',
			changed({ type: 'Polygon', coordinates: point(700_000, 9_200_000) }),
			[/fitur 12 .* WGS 84/, /feature 12 .* WGS 84/]
		],
		[
			'swapped',
			'l.json',
			changed({ type: 'Polygon', coordinates: point(-7, 107) }),
			[/Fitur 12 .*tertukar/, /Feature 12 .*swapped/]
		],
		[
			'a broken ring',
			'm.json',
			changed({ type: 'Polygon', coordinates: [[[107, -7]]] }),
			[/fitur 12 .*kurang dari empat/, /feature 12 .*fewer than four/]
		],
		[
			'words for numbers',
			'n.json',
			changed({
				type: 'Polygon',
				coordinates: [
					[
						['a', 1],
						['b', 2],
						['c', 3],
						['a', 1]
					]
				]
			}),
			[/fitur 12 .*selain angka/, /feature 12 .*other than numbers/]
		]
	];
	for (const [what, name, content, says] of cases)
		for (const [index, locale] of LOCALES.entries())
			it(`${what} (${locale})`, async () => {
				const file = put(name, content);
				const { code, said } = await run(file, '--lang', locale);
				expect(code).toBe(1);
				expect(said).toContain(file);
				expect(said).toMatch(says[index] ?? /never/);
			});

	it('a file that is not there, a folder, a property and an option that do not exist', async () => {
		expect((await run(path.join(folder, 'tiada'))).said).toMatch(/tiada tidak ada/);
		expect((await run(folder)).said).toMatch(/adalah folder/);
		const file = put('p.geojson', JSON.stringify(whole));
		expect((await run(file, '--code', 'KODE')).said).toMatch(
			/properti KODE .*Yang ada: kode, nama/
		);
		expect((await run(file, '--codes', 'gadm')).said).toMatch(/kemendagri atau bps, bukan "gadm"/);
		expect((await run(file, '--lyer', 'x', '--lang', 'en')).said).toMatch(
			/There is no option --lyer/
		);
		expect((await run(file, '--layer', 'x')).code).toBe(0);
	});

	it('nothing is written where it cannot be', async () => {
		const file = put('q.geojson', JSON.stringify(whole));
		let said = '';
		const streams = { err: (text: string) => (said += text), out: () => undefined };
		const out = path.join(folder, 'tiada', 'x.json');
		expect(await runBoundaries([file, '--out', out], streams)).toBe(1);
		expect(said).toMatch(/tidak dapat ditulis/);
	});

	it('the help says every option in both languages', async () => {
		for (const locale of LOCALES) {
			let printed = '';
			const streams = { err: () => undefined, out: (text: string) => (printed += text) };
			expect(await runBoundaries(['--help', '--lang', locale], streams)).toBe(0);
			for (const option of ['source', 'out', 'layer', 'code', 'codes', 'name', 'province', 'json'])
				expect(printed).toContain(`--${option} `.trimEnd());
		}
	});
});
