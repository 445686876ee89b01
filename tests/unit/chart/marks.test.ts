import { describe, expect, it } from 'vitest';
import { buildBars } from '../../../src/lib/chart/build/bars';
import { buildLine } from '../../../src/lib/chart/build/line';
import { buildTiles } from '../../../src/lib/chart/build/tiles';
import { sayFigure } from '../../../src/lib/chart/build/spoken';
import { describeChange } from '../../../src/lib/chart/build/summary';
import { layoutLine } from '../../../src/lib/chart/layout/line';
import { NARROW, WIDE, heightOf } from '../../../src/lib/chart/layout/size';
import { textWidth } from '../../../src/lib/chart/layout/text';
import { layoutTiles } from '../../../src/lib/chart/layout/tiles';
import { placeTip } from '../../../src/lib/chart/layout/tip';
import { markOf } from '../../../src/lib/chart/mark';
import { chartSvg } from '../../../src/lib/chart/render/svg';
import { yearPeriod } from '../../../src/lib/model';
import { figure, frame, places } from './samples';

const row = (label: string, value: ReturnType<typeof figure>) => ({ label, figure: value });

describe('marks tell kinds of figures apart', () => {
	it('what is computed only among published figures, a target always', () => {
		const computed = figure('32', 2024, 4, 'computed');
		expect(markOf(computed, ['published', 'computed'])).toBe('computed');
		expect(markOf(computed, ['computed', 'missing'])).toBeNull();
		expect(markOf(figure('32', 2024, 0, 'target'), ['target'])).toBe('target');
		expect(markOf(figure('32', 2024, null), ['published', 'missing'])).toBeNull();
		expect(markOf(figure('32', 2024, 4), ['published'])).toBeNull();
	});

	it('each computed point of a line is drawn, and none where all are', () => {
		const line = (state: 'published' | 'computed') =>
			chartSvg(
				buildLine({
					...frame(),
					series: [
						{
							key: 'a',
							label: 'A',
							figures: [
								figure('32', 2020, 1, state),
								figure('32', 2021, 3, 'computed'),
								figure('32', 2022, 4, 'computed'),
								figure('32', 2023, 9, state)
							]
						}
					]
				})
			);
		const squares = (svg: string) => svg.match(/fill="var\(--paper\)" stroke="/g)?.length ?? 0;
		// Two drawings, narrow and wide.
		expect(squares(line('published')) - squares(line('computed'))).toBe(2 * 2);
	});
});

describe('certainty below high', () => {
	const unsure = { ...figure('32.01', 2024, 10), certainty: 'low' as const };
	const model = buildBars({
		...frame(),
		rows: [row('A', unsure), row('B', figure('32.02', 2024, 7)), row('C', unsure)]
	});

	it('is spoken, and counted for the legend', () => {
		expect(sayFigure(unsure, 'id')).toBe('10 keluarga, diterbitkan sumber, kepastian rendah');
		expect(sayFigure(unsure, 'en')).toBe('10 families, published by its source, low certainty');
		expect(model.points[0]?.spoken).toMatch(/kepastian rendah$/);
		expect(model.certainties).toEqual([{ certainty: 'low', count: 2 }]);
	});

	it('is not said of what is sure', () => {
		expect(model.points.filter(({ spoken }) => spoken.includes('kepastian'))).toHaveLength(2);
	});
});

describe('what a filter leaves out', () => {
	const model = buildTiles({
		...frame(),
		places: places(4),
		provinceNames: new Map(),
		asked: { indicator: 'pkh_families', period: yearPeriod(2024) },
		figures: [
			figure('11.01', 2024, 10),
			figure('11.02', 2024, 12),
			figure('11.03', 2024, 99, 'published', 'jump')
		],
		included: new Set(['11.01']),
		bounds: [5, 20]
	});

	it('counts neither in the legend nor in the summary', () => {
		expect(model.classes.map(({ count }) => count)).toEqual([0, 1, 0]);
		expect(model.textures).toEqual([]);
		expect(model.leftOut).toBe(3);
		expect(model.implausible).toBe(false);
		expect(model.summary).toBe('Kabupaten 11.01: 10 keluarga.');
	});

	it('is drawn without a shade', () => {
		expect(chartSvg(model).match(/<path[^>]*fill="var\(--sequential/g)).toHaveLength(2);
	});
});

describe('the sentence about a line', () => {
	const years = (...values: number[]) =>
		values.map((value, index) => figure('32', 2020 + index, value));

	it('begins with a capital letter', () => {
		expect(describeChange('garis', years(9, 5), 'id')).toMatch(/^Garis turun dari 9 /);
	});

	it('calls neither of two protected figures more where their bounds meet', () => {
		const within = (value: number, index: number) => ({
			...figure('32', 2020 + index, value),
			bounds: [value - 4, value + 4] as const,
			incomplete: false
		});
		expect(describeChange('A', [100, 95].map(within), 'id')).toContain('tidak berbeda nyata');
		expect(describeChange('A', [100, 90].map(within), 'id')).toContain('turun');
	});

	it('tells a course that leaves the range of its ends', () => {
		expect(describeChange('A', years(9, 14, 3, 5), 'id')).toBe(
			'A turun dari 9 keluarga (2020) menjadi 5 keluarga (2023); tertinggi 14 keluarga (2021); ' +
				'terendah 3 keluarga (2022).'
		);
		expect(describeChange('A', years(100, 102, 200), 'id')).not.toMatch(/tertinggi|terendah/);
		expect(describeChange('A', years(100, 204, 200), 'id')).not.toContain('tertinggi');
		expect(describeChange('A', years(100, 206, 200), 'en')).toMatch(/; highest 206 families/);
	});

	it('leaves out of the course what is not believed', () => {
		const [first, last] = [figure('32', 2020, 1), figure('32', 2022, 2)];
		const doubted = figure('32', 2021, 900, 'published', 'jump');
		expect(describeChange('A', [first, doubted, last], 'id')).not.toContain('tertinggi');
	});
});

describe('names of lines', () => {
	const model = buildLine({
		...frame(),
		series: [
			{
				key: 'long',
				label: 'Indonesia',
				figures: [0, 1, 2, 3, 4].map((at) => figure('00', 2020 + at, 90 + at))
			},
			{
				key: 'early',
				label: 'Garis lama',
				figures: [figure('32', 2020, 40), figure('32', 2021, 30)]
			},
			{ key: 'lone', label: 'Kota Sawahlunto', role: 'chosen', figures: [figure('13', 2021, 5)] }
		]
	});

	it.each([NARROW, WIDE])(
		'stand whole inside a drawing of %i pixels, by their own end',
		(width) => {
			const size = { width, height: heightOf(model, width) };
			const layout = layoutLine(model, size);
			for (const { series, x, lines, align, leader } of layout.labels) {
				const wide = Math.max(
					...lines.map((text) => textWidth(text, 11.5, series.role === 'chosen'))
				);
				const left = align === 'left' ? x : align === 'right' ? x - wide : x - wide / 2;
				expect(left).toBeGreaterThanOrEqual(0);
				expect(left + wide).toBeLessThanOrEqual(width);
				if (series.key === 'long') continue;
				expect(leader).toBeNull();
				expect(left).toBeLessThan(layout.plot.right);
			}
		}
	);
});

describe('tiles of one province on a phone', () => {
	it('carry their abbreviations', () => {
		const model = buildTiles({
			...frame(),
			places: places(8).map((place) => ({ ...place, abbreviation: 'kCMH' })),
			provinceNames: new Map(),
			asked: { indicator: 'pkh_families', period: yearPeriod(2024) },
			figures: []
		});
		const size = { width: NARROW, height: heightOf(model, NARROW) };
		expect(layoutTiles(model, size)).toMatchObject({ lettered: true, font: 11 });
	});
});

describe('the words at a point', () => {
	it('stay eight pixels inside the chart on every side', () => {
		const chart = { width: 288, height: 250 };
		const words = { width: 240, height: 60 };
		for (const x of [0, 100, 160, 288])
			for (const y of [0, 125, 250]) {
				const { left, top } = placeTip({ x, y }, chart, words);
				expect(left).toBeGreaterThanOrEqual(8);
				expect(left + words.width).toBeLessThanOrEqual(280);
				expect(top).toBeGreaterThanOrEqual(8);
				expect(top + words.height).toBeLessThanOrEqual(242);
			}
	});
});
