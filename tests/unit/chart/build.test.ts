import { describe, expect, it } from 'vitest';
import { buildBars } from '../../../src/lib/chart/build/bars';
import { buildLine } from '../../../src/lib/chart/build/line';
import { buildPairs } from '../../../src/lib/chart/build/pairs';
import { describeSpread } from '../../../src/lib/chart/build/describe-spread';
import { changeOf, median, spreadOf } from '../../../src/lib/chart/build/summary';
import { buildTiles } from '../../../src/lib/chart/build/tiles';
import { PAGE_PALETTE } from '../../../src/lib/chart/option/palette';
import { lineOption } from '../../../src/lib/chart/option/series';
import { yearPeriod } from '../../../src/lib/model';
import { figure, frame, places } from './samples';

const name = (label: string, value: ReturnType<typeof figure>) => ({ label, figure: value });

describe('the summary is computed from the rows', () => {
	const rows = [
		name('A', figure('32.01', 2024, 10)),
		name('B', figure('32.02', 2024, 40)),
		name('C', figure('32.03', 2024, null)),
		name('D', figure('32.04', 2024, 9000, 'published', 'jump')),
		name('E', figure('32.05', 2024, 20)),
		name('F', figure('32.06', 2024, 0))
	];

	it('finds highest, lowest and middle, and leaves doubted and missing ones out', () => {
		const spread = spreadOf(rows);
		expect(spread.highest?.label).toBe('B');
		expect(spread.lowest?.label).toBe('F');
		expect(spread.median).toBe(15);
		expect([spread.missing, spread.implausible, spread.total]).toEqual([1, 1, 6]);
	});

	it('says so in both languages', () => {
		expect(describeSpread(rows, 'id')).toBe(
			'Tertinggi: B, 40 keluarga. Terendah: F, 0 keluarga. Nilai tengah: 15 keluarga. ' +
				'1 dari 6 tidak ada angkanya: data tidak ada 1. Tabelnya menyebut yang mana. 1 angka ditandai tidak wajar dan tidak ikut dihitung.'
		);
		expect(describeSpread(rows, 'en')).toBe(
			'Highest: B, 40 families. Lowest: F, 0 families. Middle value: 15 families. ' +
				'No figure for 1 of 6: no data 1. The table says which. Marked as implausible and left out: 1.'
		);
	});

	it('calls no figure the lowest whose lists had not all come, where others are complete', () => {
		const short = { ...figure('32.07', 2024, 3), bounds: null, incomplete: true };
		const said = describeSpread([...rows, { label: 'G', figure: short }], 'en');
		expect(said).toContain('Lowest: F, 0 families. Middle value: 15 families.');
		expect(said).toContain('Not compared, since some of their lists had not come: 1.');
		const alone = describeSpread([{ label: 'G', figure: short }], 'en');
		expect(alone).toBe('G: 3 families. Lists had not all come: true figures may be others.');
	});

	it('names all that share the value as it is written, and counts those beyond three', () => {
		const alike = [3, 3, 2, 1, 1, 1, 1].map((value, nth) =>
			name(`N${nth}`, figure('32.01', 2024, value))
		);
		expect(describeSpread(alike, 'id')).toContain('Tertinggi: N0 dan N1, 3 keluarga.');
		expect(describeSpread(alike, 'en')).toContain('Lowest: N3, N4, and 2 more, 1 family.');
		expect(describeSpread(alike.slice(0, 2), 'id')).toBe('Semuanya sama: 3 keluarga.');
	});

	it('calls lowest what is withheld, where even its upper end lies below all others', () => {
		const rate = (value: number | null, high: number) => ({
			...figure('35.09', 2024, value, value === null ? 'withheld' : 'computed'),
			...{ unit: 'percent' as const, bounds: [0, high] as const, incomplete: false }
		});
		const rows = [name('A', rate(3.8, 4)), name('B', rate(3.5, 4)), name('C', rate(null, 1.22))];
		expect(describeSpread(rows, 'en')).toContain('Lowest: C, usually below 1.3%.');
		// It may be either side of others: then it is not said to be lower.
		const open = [...rows.slice(0, 2), name('C', rate(null, 3.6))];
		expect(describeSpread(open, 'en')).toContain('Lowest: B, 3.5%.');
		const late = { ...rate(null, 1.22), incomplete: true };
		expect(describeSpread([...rows.slice(0, 2), name('C', late)], 'en')).toContain('Lowest: B');
		// One alone that is known is no highest among others.
		expect(
			describeSpread(
				[rows[0], rows[2]].flatMap((row) => row ?? []),
				'en'
			)
		).toMatch(/^A: 3.8%/);
	});

	it('has no middle of nothing and measures change between the first and last that are there', () => {
		expect(median([])).toBeNull();
		const figures = [null, 5, 7, null].map((value, index) => figure('32', 2017 + index, value));
		expect(changeOf(figures)?.change).toBe(2);
		expect(changeOf(figures.slice(0, 2))).toBeNull();
	});
});

describe('bars', () => {
	const model = buildBars({
		...frame(),
		rows: [
			name('Kecil', figure('32.01', 2024, 5)),
			name('Hilang', figure('32.02', 2024, null)),
			name('Diragukan', figure('32.03', 2024, 817, 'published', 'outlier')),
			name('Besar', figure('32.04', 2024, 9)),
			name('Juga kecil', figure('32.05', 2024, 5))
		],
		chosen: '32.01'
	});

	it('rank what can be ranked, with one rank for equals, and put the rest last', () => {
		expect(model.bars.map(({ label, rank }) => [label, rank])).toEqual([
			['Besar', 1],
			['Kecil', 2],
			['Juga kecil', 2],
			['Diragukan', null],
			['Hilang', null]
		]);
	});

	it('are spoken with value, unit and state', () => {
		expect(model.points[0]?.spoken).toBe('Besar, 2024: 9 keluarga, diterbitkan sumber');
		expect(model.points[4]?.spoken).toBe('Hilang, 2024: data tidak ada');
	});

	it('name every state in them, and that one is implausible', () => {
		expect(model.states).toEqual(['published', 'missing']);
		expect(model.implausible).toBe(true);
	});
});

describe('lines', () => {
	it('never join figures of another definition to the rest', () => {
		const model = buildLine({
			...frame(),
			series: [
				{
					key: 'id',
					label: 'Indonesia',
					role: 'chosen',
					figures: [
						figure('00', 2021, 4),
						figure('00', 2024, 0.8, 'not_comparable'),
						figure('00', 2022, 3),
						figure('00', 2026, 0, 'target')
					]
				}
			]
		});
		expect(model.series.map((line) => line.figures.map(({ value }) => value))).toEqual([
			[4, 3],
			[0.8],
			[0]
		]);
		expect(model.series.map(({ apart }) => apart)).toEqual([false, true, true]);
	});

	it('keep the accent for the chosen one, and six compared at most', () => {
		const series = Array.from({ length: 8 }, (_, index) => ({
			key: String(index),
			label: String(index),
			role: index === 0 ? ('chosen' as const) : ('compared' as const),
			figures: [figure('32', 2024, index)]
		}));
		const model = buildLine({ ...frame(), series });
		expect(model.series.map(({ category }) => category)).toEqual([null, 2, 3, 4, 5, 6, null, null]);
	});

	it('break where the page says so, in the drawing and in words', () => {
		const figures = [1, 2, 3, 4].map((value, at) => figure('32', 2020 + at, value));
		const whole = { key: 'a', label: 'Jawa Barat', role: 'chosen' as const, figures };
		const told = buildLine({ ...frame(), series: [{ ...whole, breaks: ['2022-01-01'] }] });
		const [line] = told.series;
		if (!line) throw new Error('there is a line');
		const values = (one: typeof line) =>
			lineOption(one, { xAxisIndex: 0, yAxisIndex: 0 }, '', PAGE_PALETTE).data.map(
				([, value]) => value
			);
		expect(values(line)).toEqual([1, 2, null, 3, 4]);
		expect(told.summary).toContain(
			'Jawa Barat: garisnya terputus sebelum 2022, karena daerah yang melapor bukan lagi daerah yang sama.'
		);
		const [unbroken] = buildLine({ ...frame(), series: [whole] }).series;
		expect(unbroken && values(unbroken)).toEqual([1, 2, 3, 4]);
	});

	it('say of a total of how many districts it is, and in a note what its rings are', () => {
		const lacking = {
			...figure('32', 2021, 7),
			...{ bounds: null, incomplete: true, districts: { reported: 36, total: 39 } }
		};
		const model = buildLine({
			...frame(),
			series: [{ key: 'a', label: 'Jawa Barat', figures: [figure('32', 2020, 6), lacking] }]
		});
		expect(model.points.map(({ spoken }) => /belum lengkap: .*$/.exec(spoken)?.[0])).toEqual([
			undefined,
			'belum lengkap: 36 dari 39 daerah'
		]);
		expect(model.notes).toEqual([expect.stringMatching(/^Titik berlubang: /)]);
		const whole = [{ key: 'a', label: 'Jawa Barat', figures: [figure('32', 2020, 6)] }];
		expect(buildLine({ ...frame(), series: whole }).notes).toEqual([]);
	});

	it('keep both of two contradicting statements', () => {
		const twice = [figure('32', 2024, 1), figure('32', 2024, 2, 'published', 'conflict')];
		const model = buildLine({ ...frame(), series: [{ key: 'a', label: 'A', figures: twice }] });
		expect(model.table.rows[0]?.cells[0]).toHaveLength(2);
		expect(new Set(model.points.map(({ key }) => key)).size).toBe(2);
	});
});

describe('pairs', () => {
	it('count what rose, fell and stayed, where both values are fit to be compared', () => {
		const pair = (key: string, before: number | null, after: number | null) => ({
			key,
			label: key,
			before: figure(key, 2018, before),
			after: figure(key, 2024, after)
		});
		const rows = [pair('A', 1, 4), pair('B', 5, 4), pair('C', 3, 3), pair('D', null, 3)];
		const model = buildPairs({ ...frame(), rows, labels: { before: '2018', after: '2024' } });
		expect(model.summary).toBe(
			'Naik: 1; turun: 1; tetap: 1. Perubahan terbesar: A, 3 keluarga. 1 dari 8 tidak ada angkanya: data tidak ada 1. Tabelnya menyebut yang mana.'
		);
	});

	it('of percentages lie apart by points, as far as the two that are written', () => {
		const pair = (key: string, before: number, after: number) => {
			const of = (value: number) => ({
				...figure(key, 2024, value),
				...{ unit: 'percent' as const, bounds: [value, value] as const, incomplete: false }
			});
			return { key, label: key, before: of(before), after: of(after) };
		};
		const rows = [pair('A', 0.452, 11.348), pair('B', 5, 4), pair('C', 3, 3), pair('D', 2, 3)];
		const model = buildPairs({ ...frame(), rows, labels: { before: '2018', after: '2024' } });
		expect(model.summary).toContain('Perubahan terbesar: A, 10,8 poin persen.');
	});
});

describe('tiles', () => {
	const four = places(4);
	const model = buildTiles({
		...frame(),
		places: four,
		provinceNames: new Map([['11', 'Aceh']]),
		asked: { indicator: 'pkh_families', period: yearPeriod(2024) },
		figures: [
			figure('11.01', 2024, 10),
			figure('11.02', 2024, null, 'not_counted'),
			figure('11.03', 2024, 99, 'published', 'jump')
		],
		bounds: [5, 20]
	});

	it('without a figure are missing, and each look is its own', () => {
		expect(model.tiles.map(({ look }) => look)).toEqual([
			'class',
			'not_counted',
			'implausible',
			'missing'
		]);
		expect(model.tiles[0]?.classNumber).toBe(2);
		expect(model.tiles[3]?.figure).toMatchObject({ value: null, state: 'missing' });
	});

	it('count the regions of each class and texture', () => {
		expect(model.classes.map(({ count }) => count)).toEqual([0, 1, 0]);
		expect(model.textures.map(({ look, count }) => [look, count])).toEqual([
			['missing', 1],
			['not_counted', 1],
			['implausible', 1]
		]);
	});

	it('that came late, never came, could not have come or are withheld look different, and each is named', () => {
		const states = ['late', 'not_received', 'not_begun', 'withheld'] as const;
		const regions = four.map(({ region }) => region);
		const told = buildTiles({
			...frame(),
			...{ places: four, provinceNames: new Map([['11', 'Aceh']]) },
			asked: { indicator: 'pkh_families', period: yearPeriod(2024) },
			figures: states.map((state, index) => figure(regions[index] ?? '', 2024, null, state)),
			told: new Set(regions)
		});
		expect(told.textures.map(({ look, count }) => [look, count])).toEqual(
			expect.arrayContaining(states.map((state) => [state, 1]))
		);
		expect(new Set(told.textures.map(({ label }) => label)).size).toBe(4);
		expect(told.summary).toMatch(/: .+ 1, .+ 1, .+ 1, .+ 1\./);
		for (const state of states) expect(told.states).toContain(state);
	});

	it('of which nothing is told are ground: in no table, no count, and passed over by the keys', () => {
		const told = buildTiles({
			...frame(),
			...{ places: four, provinceNames: new Map([['11', 'Aceh']]) },
			asked: { indicator: 'pkh_families', period: yearPeriod(2024) },
			figures: [figure('11.01', 2024, 10), figure('11.02', 2024, 900)],
			told: new Set(['11.01'])
		});
		expect(told.tiles).toHaveLength(4);
		expect(told.points.map(({ key }) => key)).toEqual(['11.01']);
		expect(told.table.rows.map(({ key }) => key)).toEqual(['11.01']);
		expect([told.untold, told.leftOut, told.textures]).toEqual([3, 0, []]);
		expect(told.summary).not.toContain('900');
	});

	it('begin at the corner and are outlined by province in four edges', () => {
		expect([model.width, model.height]).toEqual([4, 1]);
		expect(model.provinces[0]).toMatchObject({ name: 'Aceh', x: 2, y: 0.5 });
		expect(model.provinces[0]?.edges).toHaveLength(4);
	});
});
