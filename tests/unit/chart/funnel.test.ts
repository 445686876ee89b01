import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildBars } from '../../../src/lib/chart/build/bars';
import { type FunnelRow, buildFunnel } from '../../../src/lib/chart/build/funnel';
import { buildLine } from '../../../src/lib/chart/build/line';
import { sayFigure } from '../../../src/lib/chart/build/spoken';
import { layoutFunnel } from '../../../src/lib/chart/layout/funnel';
import { NARROW, WIDE, heightOf } from '../../../src/lib/chart/layout/size';
import { optionOf } from '../../../src/lib/chart/option/option';
import { PAGE_PALETTE } from '../../../src/lib/chart/option/palette';
import { chartSvg } from '../../../src/lib/chart/render/svg';
import { walk } from '../../../src/lib/chart/walk';
import { type BoundedFigure, type Reporting, monthPeriod } from '../../../src/lib/model';
import { cellFigure, rateFigure } from '../../../src/lib/protect/cell-figure';
import { frame } from './samples';

const context = {
	kind: 'demo' as const,
	protection: {
		base: 5,
		threshold: 10,
		bound: 4,
		method: 'keyed_random_rounding' as const,
		table: null,
		tableHash: null,
		families: true,
		smallestDenominator: 50,
		demoSecret: true
	},
	sourceId: 'demo',
	period: monthPeriod(2025, 12)
};

function row(
	region: string,
	part: number | null,
	whole: number | null,
	reach: Reporting = 'received'
): FunnelRow {
	const cell = (measure: string, published: number | null) => ({
		region,
		measure,
		published,
		reach
	});
	const [a, b] = [cell('kmp_pkh', part), cell('pkh', whole)];
	return {
		label: `Kabupaten ${region}`,
		part: cellFigure(a, context),
		whole: cellFigure(b, context),
		rate: rateFigure(a, b, context)
	};
}

/** Twenty alike, one far above, one far below. */
const alike = Array.from({ length: 20 }, (_, index) =>
	row(`32.${10 + index}`, 50 + index * 50, 500 + index * 500)
);
const rows = [
	...alike,
	row('33.01', 900, 5000),
	row('33.02', 150, 5000),
	row('33.03', null, 600),
	row('33.04', null, null, 'late'),
	row('33.05', null, null, 'not_received'),
	row('33.06', 20, 45),
	row('33.07', 100, 5000, 'late')
];

const model = buildFunnel({
	...frame({ unit: 'percent' }),
	rows,
	chosen: '32.15',
	wholeLabel: 'penerima PKH',
	variance: 4
});
const of = (region: string) => model.marks.find((mark) => mark.region === region);
const size = (width: number) => ({ width, height: heightOf(model, width) });

describe('a funnel plot', () => {
	it('says where each place stands, in the table and in speech', () => {
		expect(of('33.01')?.position).toBe('far_above');
		expect(of('33.02')?.position).toBe('far_below');
		expect(of('32.15')).toMatchObject({ position: 'within', chosen: true });
		const line = model.table.rows.find(({ key }) => key === '33.01');
		expect(line?.words).toEqual(['di atas batas 99,8%']);
		expect(line?.cells.flat().map(({ unit }) => unit)).toEqual(['percent', 'people']);
		const spoken = model.points.find(({ key }) => key === '33.01')?.spoken;
		expect(spoken).toContain('18,0%');
		expect(spoken).toContain('penerima PKH: 5.000 orang; di atas batas 99,8%');
	});

	it('never draws at zero whoever has no rate: named, each with why', () => {
		const said = Object.fromEntries(model.absent.map(({ words, labels }) => [words, labels]));
		expect(said['terlambat']).toEqual(['Kabupaten 33.04']);
		expect(said['tidak diterima']).toEqual(['Kabupaten 33.05']);
		expect(said['Terlalu sedikit orang untuk sebuah persentase']).toEqual(['Kabupaten 33.06']);
		expect(model.marks.map(({ region }) => region)).not.toContain('33.04');
		expect(said['belum lengkap']).toEqual(['Kabupaten 33.07']);
		const late = model.table.rows.find(({ key }) => key === '33.07');
		expect(late?.words).toEqual(['belum lengkap']);
		expect(late?.cells[0]).toMatchObject([{ value: 2, unit: 'percent' }]);
		for (const name of ['33.03', '33.04', '33.05', '33.06', '33.07'])
			expect(model.summary).toContain(name);
	});

	it('says whether its limits allow for chance alone, or for the usual spread as well', () => {
		const noteOf = (some: readonly FunnelRow[]) =>
			buildFunnel({ ...frame(), rows: some, wholeLabel: '', variance: 4 }).notes.join();
		const spread = alike.map((_, at) => row(`34.${10 + at}`, at % 2 === 0 ? 300 : 900, 3000));
		expect(noteOf(spread)).toContain('dilebarkan menurut sebaran yang biasa');
		expect(noteOf(alike)).toContain('karena kebetulan dan pembulatan saja');
		const subtitleOf = (some: readonly FunnelRow[]) =>
			buildFunnel({ ...frame({ subtitle: 'Bagian' }), rows: some, wholeLabel: '', variance: 4 })
				.subtitle;
		expect(subtitleOf(spread)).toBe('Bagian; batas: kebetulan dan sebaran biasa antardaerah');
		expect(subtitleOf(alike)).toBe('Bagian; batas: kebetulan saja');
		expect(subtitleOf([])).toBe('Bagian');
	});

	it('draws a withheld rate up to what it lies below, without a position', () => {
		expect(of('33.03')).toMatchObject({ position: null, rate: { value: null, state: 'withheld' } });
		const place = layoutFunnel(model, size(WIDE)).places.get('33.03');
		expect(place?.y).toBeLessThan(layoutFunnel(model, size(WIDE)).plot.bottom);
	});

	it('is walked by the number of people, then through those without a rate', () => {
		const drawn = model.points.filter(({ row: at }) => at === 0);
		const wholes = drawn.map(
			({ key }) => model.marks.find((mark) => mark.key === key)?.whole.value
		);
		expect(wholes).toEqual([...wholes].sort((a, b) => (a ?? 0) - (b ?? 0)));
		const last = drawn[drawn.length - 1]?.key ?? null;
		expect(walk(model.points, last, 'ArrowRight')?.spoken).toContain('terlambat');
		expect(new Set(model.points.map(({ key }) => key)).size).toBe(rows.length);
	});

	it.each([NARROW, WIDE])(
		'names lines, the far ones and the chosen inside a width of %i',
		(width) => {
			const layout = layoutFunnel(model, size(width));
			expect(layout.ends.map(({ lines }) => lines.join(' '))).toEqual(
				expect.arrayContaining(['99,8%', '95%', expect.stringContaining('rata-rata')])
			);
			expect(layout.named.map(({ mark }) => mark.region)).toContain('32.15');
			for (const { x, y } of [...layout.places.values()]) {
				expect(x).toBeGreaterThanOrEqual(layout.plot.left);
				expect(x).toBeLessThanOrEqual(layout.plot.right);
				expect(y).toBeLessThanOrEqual(layout.plot.bottom);
			}
		}
	);

	it('is drawn for both widths without a colour of its own', () => {
		const svg = chartSvg(model);
		expect(svg.match(/<svg /g)).toHaveLength(2);
		expect(svg).not.toMatch(/NaN|undefined|Infinity|#[0-9a-f]{3,8}\b|rgba?\(/);
		expect(svg).toContain('penerima PKH →');
	});

	it('is drawn of any counts, also of none', () => {
		const counts = fc.tuple(
			fc.option(fc.integer({ min: 2, max: 400 }).map((fives) => fives * 5)),
			fc.option(fc.integer({ min: 2, max: 4000 }).map((fives) => fives * 5))
		);
		fc.assert(
			fc.property(fc.array(counts, { maxLength: 12 }), (list) => {
				const any = buildFunnel({
					...frame({ unit: 'percent' }),
					rows: list.map(([part, whole], index) => row(`11.${10 + index}`, part, whole)),
					wholeLabel: 'orang',
					variance: 4
				});
				const option = optionOf(any, { width: WIDE, height: 420 }, PAGE_PALETTE);
				expect(JSON.stringify(option)).not.toMatch(/NaN|Infinity/);
				expect(any.points).toHaveLength(list.length);
			}),
			{ numRuns: 60 }
		);
	});
});

describe('bounds in other charts', () => {
	const rated = (region: string, part: number | null, whole: number) => {
		const { label, rate } = row(region, part, whole);
		if (!rate) throw new Error('a rate is made of it');
		return { label, figure: rate };
	};

	it('are spoken with a value, and instead of one', () => {
		expect(sayFigure(rated('32.01', 100, 1000).figure, 'id')).toMatch(/^10,0%, antara .+ dan .+, /);
		expect(sayFigure(rated('32.01', null, 1000).figure, 'id')).toMatch(/^umumnya di bawah 1,0%/);
	});

	it('stand beside bars with the ranks that chance allows', () => {
		const bars = buildBars({
			...frame({ unit: 'percent' }),
			rows: [rated('32.01', 20, 100), rated('32.02', 40, 100), rated('32.03', null, 100)],
			ranks: [[1, 2], [1, 2], null]
		});
		expect(bars.bars.map(({ ranks }) => ranks)).toEqual([[1, 2], [1, 2], null]);
		expect(bars.table.rows.map(({ words }) => words)).toEqual([['1–2'], ['1–2'], ['–']]);
		expect(bars.points[0]?.spoken).toContain('peringkat yang mungkin: 1–2');
		const svg = chartSvg(bars);
		expect(svg).toContain('>peringkat<');
		expect(svg).toContain('umumnya di bawah');
	});

	it('leave plain bars as they were: no column of ranks, no whisker', () => {
		const plain = rows.slice(0, 3).map(({ label, part }) => {
			const { bounds, incomplete, ...figure }: BoundedFigure = part;
			expect([bounds, incomplete]).not.toContain(undefined);
			return { label, figure };
		});
		const bars = buildBars({ ...frame({ unit: 'people' }), rows: plain });
		expect(bars.table.wordColumns).toBeUndefined();
		const { series } = optionOf(bars, { width: 680, height: 90 }, PAGE_PALETTE);
		const drawn = [series ?? []].flat().find(({ id }) => id === 'bounds');
		expect(drawn?.data).toEqual([]);
	});

	it('are a band about a line, which a late month breaks with its mark', () => {
		const months = [1, 2, 3, 4, 5].map((month) => {
			const part = month === 3 ? null : 60 + month * 5;
			const reach = month === 3 ? ('late' as const) : ('received' as const);
			const cell = { region: '32.01', measure: 'kmp', published: part, reach };
			return cellFigure(cell, { ...context, period: monthPeriod(2025, month) });
		});
		const line = buildLine({
			...frame({ unit: 'people' }),
			series: [{ key: 'a', label: 'A', role: 'chosen', figures: months }]
		});
		const { series } = optionOf(line, { width: 680, height: 340 }, PAGE_PALETTE);
		const all = [series ?? []].flat();
		const dataOf = (id: string) => all.find((entry) => entry.id === id)?.data as unknown[];
		expect(dataOf('bounds')).toHaveLength(2);
		expect(dataOf('absences').length).toBeGreaterThan(0);
		expect((dataOf('line-a')[2] as unknown[])[1]).toBeNull();
	});
});

describe('a funnel of one district whose rate is known', () => {
	const model = buildFunnel({
		...frame({ locale: 'en', unit: 'percent' }),
		rows: [row('32.01', 100, 1000), row('32.02', null, null, 'not_received')],
		wholeLabel: 'recipients',
		variance: 0
	});

	it('says nothing of where it stands, and not that its upper end alone is known', () => {
		expect(model.mean).toBeNull();
		expect(JSON.stringify(model.table)).not.toContain('upper');
	});

	it('draws it as a dot: a column of hatches is of a rate that is withheld', () => {
		const { series } = optionOf(model, { width: WIDE, height: 340 }, PAGE_PALETTE);
		const marks = (series as { id?: string; data?: unknown[] }[]).find(({ id }) => id === 'marks');
		expect(marks?.data).toHaveLength(1);
	});
});
