import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildBars } from '../../../src/lib/chart/build/bars';
import { buildLine } from '../../../src/lib/chart/build/line';
import { buildMultiples } from '../../../src/lib/chart/build/multiples';
import { buildPairs } from '../../../src/lib/chart/build/pairs';
import { buildTiles } from '../../../src/lib/chart/build/tiles';
import { beyondIn } from '../../../src/lib/chart/layout/beyond';
import { lineScale } from '../../../src/lib/chart/layout/scales';
import { NARROW } from '../../../src/lib/chart/layout/size';
import { markOf } from '../../../src/lib/chart/mark';
import type { ChartModel } from '../../../src/lib/chart/model';
import { optionOf } from '../../../src/lib/chart/option/option';
import { PAGE_PALETTE } from '../../../src/lib/chart/option/palette';
import { signatureOf } from '../../../src/lib/chart/render/signature';
import { chartSvg, stillSvg } from '../../../src/lib/chart/render/svg';
import { monthPeriod, yearPeriod } from '../../../src/lib/model';
import { figure, frame, monthly, places } from './samples';

const months = (start: number) =>
	monthly(
		'32.01',
		Array.from({ length: 24 }, (_, index) => start + ((index * 7919) % 9001))
	);

const line = buildLine({
	...frame(),
	series: [
		{ key: 'a', label: 'Kabupaten Bogor', role: 'chosen', figures: months(200_000) },
		{ key: 'b', label: 'Jawa Barat', role: 'compared', figures: months(160_000) }
	],
	annotations: [{ date: monthPeriod(2024, 3).start, label: 'Kebijakan', kind: 'policy' }]
});

const rows = Array.from({ length: 27 }, (_, index) => ({
	label: `Kabupaten ${index}`,
	figure: figure(
		`32.${String(index + 1).padStart(2, '0')}`,
		2024,
		index === 5 ? null : index * 1000
	)
}));

const bars = buildBars({
	...frame(),
	rows,
	reference: { label: 'Jawa Barat', figure: figure('32', 2024, 9000) }
});

const tiles = buildTiles({
	...frame(),
	places: places(),
	provinceNames: new Map(),
	asked: { indicator: 'pkh_families', period: yearPeriod(2024) },
	figures: places()
		.slice(9)
		.map(({ region }, index) =>
			figure(region, 2024, (index * 7919) % 100_003, index % 50 === 0 ? 'withheld' : 'published')
		)
});

const pairs = buildPairs({
	...frame(),
	rows: rows.map(({ label, figure: before }) => ({
		key: before.region,
		label,
		before,
		after: figure(before.region, 2024, 7)
	})),
	labels: { before: '2018', after: '2024' }
});

const multiples = buildMultiples({
	...frame(),
	panels: rows.slice(0, 6).map(({ label, figure: { region } }) => ({
		key: region,
		label,
		series: [{ key: region, label, figures: [figure(region, 2023, 5), figure(region, 2024, 9)] }]
	}))
});

/** A screen of 320 pixels without the page's margins: a drawing made for more would shrink. */
const ROOM_AT_320 = 288;

const all: ChartModel[] = [line, bars, tiles, pairs, multiples];

function drawings(model: ChartModel): [narrow: string, wide: string] {
	const [narrow = '', wide = ''] = chartSvg(model).split(/(?=<svg )/);
	return [narrow, wide];
}

const weigh = (text: string) => brotliCompressSync(text).length;

/** Data of a series in the option, by id. */
function dataOf(model: ChartModel, id: string): unknown {
	const { series } = optionOf(model, { width: 680, height: 300 }, PAGE_PALETTE);
	return [series ?? []].flat().find((entry) => entry.id === id)?.data;
}

describe.each(all.map((model) => [model.kind, model] as const))('the drawing of %s', (_, model) => {
	const svg = chartSvg(model);

	it('holds nothing that the content security policy refuses, and no colour of its own', () => {
		expect(svg).not.toMatch(/<style|<script|\son\w+=|class="zr|javascript:/);
		expect(svg).not.toMatch(/#[0-9a-f]{3,8}\b|rgba?\(|hsl\(/i);
		expect(svg).not.toMatch(/NaN|undefined|Infinity/);
	});

	it('has a narrow and a wide one, both named by what they show', () => {
		expect(svg.match(/<svg /g)).toHaveLength(2);
		expect(svg.match(new RegExp(`data-signature="${signatureOf(model)}"`, 'g'))).toHaveLength(2);
		expect(svg).toMatch(/^<svg class="narrow"/);
	});

	it('has no text smaller than 11 pixels', () => {
		const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
		expect(Math.min(...sizes)).toBeGreaterThanOrEqual(11);
		expect(svg).toContain(`viewBox="0 0 ${NARROW} `);
		expect(NARROW).toBeLessThanOrEqual(ROOM_AT_320);
		expect(svg).not.toContain('font-size:');
	});

	it('is one alone, as wide as a phone, where no program will take it over', () => {
		const still = stillSvg(model);
		expect(still.match(/<svg /g)).toHaveLength(1);
		expect(still).toContain(`viewBox="0 0 ${NARROW} `);
		expect(still).not.toContain('data-signature');
		const [narrow] = drawings(model);
		expect(still.replace(/<svg [^>]*>/, '')).toBe(narrow.replace(/<svg [^>]*>/, ''));
	});

	it('is the same each time', () => {
		expect(chartSvg(model)).toBe(svg);
	});
});

describe('drawings are small', () => {
	it('two lines over 24 months: at most 2 kB', () => {
		expect(weigh(drawings(line)[1])).toBeLessThanOrEqual(2000);
	});

	it('514 tiles: at most 9 kB', () => {
		expect(weigh(drawings(tiles)[1])).toBeLessThanOrEqual(9000);
	});
});

describe('a missing value is never drawn as zero', () => {
	const gap = buildLine({
		...frame(),
		series: [
			{ key: 'a', label: 'A', figures: [5, null, 0, 4].map((v, i) => figure('32', 2020 + i, v)) }
		]
	});

	it('in a line it is a gap; a published zero is zero', () => {
		const data = dataOf(gap, 'line-a') as [number, number | null][];
		expect(data.map(([, value]) => value)).toEqual([5, null, 0, 4]);
		const path = (svg: string) =>
			[...svg.matchAll(/<path d="([^"]*)"[^>]*stroke="var\(--grey-mark\)" stroke-width="1.5"/g)]
				.length;
		expect(path(drawings(gap)[1])).toBeGreaterThan(0);
	});

	it('in bars it is words without a bar; a published zero has a bar of no length', () => {
		const model = buildBars({
			...frame(),
			rows: [
				{ label: 'Nol', figure: figure('32.01', 2024, 0) },
				{ label: 'Kosong', figure: figure('32.02', 2024, null) },
				{ label: 'Isi', figure: figure('32.03', 2024, 8) },
				{ label: 'Belum', figure: figure('32.04', 2024, null, 'not_counted') }
			]
		});
		const data = dataOf(model, 'bars') as { name: string; value: number | null }[];
		expect(data.map(({ name, value }) => [name, value])).toEqual([
			['32.03', 8],
			['32.01', 0],
			['32.02', null],
			['32.04', null]
		]);
		const [, svg] = drawings(model);
		expect(svg).toContain('>data tidak ada</text>');
		expect(svg).toContain('>belum ada yang menghitung</text>');
		expect(svg.match(/<path[^>]*fill="var\(--grey-mark\)"/g)?.length).toBeLessThanOrEqual(2);
	});

	it('a value without a state that has one is not drawn, even where a zero stands in it', () => {
		const wrong = { ...figure('32.01', 2024, 0), state: 'missing' as const };
		const model = buildBars({ ...frame(), rows: [{ label: 'A', figure: wrong }] });
		expect(dataOf(model, 'bars')).toEqual([{ name: '32.01', value: null }]);
	});

	it('a doubted value leaves the line and does not stretch the scale', () => {
		const figures = [4, 5].map((value, index) => figure('32', 2020 + index, value));
		figures.push(figure('32', 2022, 9000, 'published', 'jump'));
		const model = buildLine({ ...frame(), series: [{ key: 'a', label: 'A', figures }] });
		const data = dataOf(model, 'line-a') as [number, number | null][];
		expect(data.map(([, value]) => value)).toEqual([4, 5, null]);
		expect(lineScale(model).max).toBeLessThanOrEqual(10);
		expect(beyondIn(model)).toEqual(['above']);
		expect(model.points.map((point) => markOf(point.figure, model.states))).toEqual([
			null,
			null,
			'implausible'
		]);
	});
});

describe('the signature', () => {
	it('changes with any figure that is drawn', () => {
		const other = buildBars({ ...frame(), rows: rows.slice(0, -1) });
		expect(signatureOf(other)).not.toBe(signatureOf(bars));
		const same = JSON.parse(JSON.stringify(bars)) as ChartModel;
		expect(signatureOf(same)).toBe(signatureOf(bars));
	});
});
