import { existsSync, readFileSync, readdirSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { TIDY_COLUMNS, hasValue, isCertainty, isFigureState, isFlag } from '$lib/model';
import { loadReference } from '../../data/reference/load';

type Row = Record<(typeof TIDY_COLUMNS)[number], string>;

const FOLDER = 'data/published';
const FACTS = '../shared/facts';

function rowsOf<Columns extends string = string>(file: string): Record<Columns, string>[] {
	const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
	return Papa.parse<Record<Columns, string>>(text, { header: true, skipEmptyLines: true }).data;
}

/** Those that hold no figures have tables of their own. */
const OTHERS = ['changes.csv', 'stages.csv', 'targets.csv'];
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.csv') && !OTHERS.includes(name));
const rows = files.flatMap((file) =>
	rowsOf<keyof Row>(`${FOLDER}/${file}`).map((row) => ({ ...row, file }))
);

function valueOf(
	indicator: string,
	region: string,
	start: string,
	source?: string
): string | undefined {
	return rows.find(
		(row) =>
			row.indicator === indicator &&
			row.region_code === region &&
			row.period_start === start &&
			(source === undefined || row.source_id === source)
	)?.value;
}

describe('figures carried over', () => {
	const reference = loadReference();
	const units = new Map(reference.indicators.map(({ id, unit }) => [id, unit]));
	const regions = new Set(reference.regions.map(({ code }) => code));
	const sources = new Set(reference.sources.map(({ id }) => id));

	it('every file has the tidy columns in their order', () => {
		for (const file of files)
			expect(readFileSync(`${FOLDER}/${file}`, 'utf8').split('\n')[0]).toBe(TIDY_COLUMNS.join(','));
	});

	it('every row names an indicator, a region and a source that exist, in the indicator’s unit', () => {
		for (const row of rows) {
			expect(units.get(row.indicator), JSON.stringify(row)).toBe(row.unit);
			expect(regions, JSON.stringify(row)).toContain(row.region_code);
			expect(sources, JSON.stringify(row)).toContain(row.source_id);
		}
	});

	it('a value is empty exactly where the state has none', () => {
		for (const { state, value, certainty, flag } of rows) {
			expect(isFigureState(state) && hasValue(state)).toBe(value !== '');
			expect(isCertainty(certainty)).toBe(true);
			expect(flag === '' || isFlag(flag)).toBe(true);
		}
	});

	it('known answers', () => {
		expect(valueOf('pkh_families', '32.01', '2017-01-01')).toBe('115067');
		expect(valueOf('poor_people', '32.01', '2002-01-01')).toBe('451300');
		expect(valueOf('poverty_rate', '00', '2025-03-01')).toBe('8.47');
		expect(valueOf('poor_people', '00', '2025-03-01')).toBe('23854560');
		expect(valueOf('extreme_poverty_rate_190', '00', '2024-03-01')).toBe('0.83');
		expect(valueOf('extreme_poverty_rate_215', '00', '2024-03-01')).toBe('1.26');
		expect(valueOf('iumk_turnover', '31', '2020-01-01')).toBe('369000000000');
	});

	it('the families and the poor people of 2024 add up as counted by hand', () => {
		const sum = (indicator: string) =>
			rows
				.filter((row) => row.indicator === indicator && row.period_start === '2024-01-01')
				.reduce((total, { value }) => total + Number(value), 0);
		expect(valueOf('pkh_families', '32.01', '2024-01-01')).toBe('114773');
		expect(sum('pkh_families')).toBe(1_498_266);
		expect(sum('poor_people')).toBe(3_848_700);
	});

	it('817 families in Kabupaten Bandung are kept and marked', () => {
		const row = rows.find(
			({ region_code, period_start, indicator }) =>
				indicator === 'pkh_families' && region_code === '32.04' && period_start === '2017-01-01'
		);
		expect(row).toMatchObject({ value: '817', flag: 'jump' });
	});

	it('the permits before and after add up to their total', () => {
		const permits = rows
			.filter(({ indicator }) => indicator === 'iumk_permits')
			.map(({ value }) => Number(value));
		expect(permits.sort((a, b) => a - b)).toEqual([6952, 43950, 50902]);
		expect(6952 + 43950).toBe(permits[2]);
	});

	it('what nobody has counted and what is not published is no number', () => {
		expect(rows.find(({ indicator }) => indicator === 'kmp_members_from_pkh')).toMatchObject({
			region_code: '35.09',
			value: '',
			state: 'not_counted'
		});
		expect(rows.find(({ indicator }) => indicator === 'kjmis_members')).toMatchObject({
			value: '',
			state: 'not_published'
		});
		expect(rows.find(({ indicator }) => indicator === 'kmp_members')).toMatchObject({
			value: '1200000',
			flag: 'approximate'
		});
		expect(rows.find(({ indicator }) => indicator === 'extreme_poverty_rate_target')).toMatchObject(
			{ value: '0', state: 'target' }
		);
	});

	it('targets are the national ones, and the one that charts draw says what its row says', () => {
		const targets = rowsOf<'indicator' | 'region_code' | 'date' | 'value' | 'source_id'>(
			`${FOLDER}/targets.csv`
		);
		const of = (indicator: string) => targets.find((row) => row.indicator === indicator);
		expect(of('extreme_poverty_rate_190')).toMatchObject({ date: '2024-12-31', value: '0' });
		expect(of('extreme_poverty_rate_215')).toMatchObject({ date: '2026-12-31', value: '0' });
		expect(of('poverty_rate')).toMatchObject({ date: '2029-12-31', value: '5' });
		expect(of('kmp_cooperatives')).toMatchObject({ value: '80000' });
		for (const { source_id } of targets) expect(sources).toContain(source_id);
		const drawn = rows.filter(({ state }) => state === 'target');
		expect(drawn).toHaveLength(1);
		for (const { period_end, value, source_id } of drawn)
			expect(targets).toContainEqual(
				expect.objectContaining({ date: period_end, value, source_id })
			);
	});

	it('all 514 have a rate and an index, said to be of low certainty', () => {
		const own = rows.filter(({ file }) => file === 'poverty_rate_regencies.csv');
		for (const indicator of ['poverty_rate', 'human_development_index'])
			expect(
				new Set(
					own.filter((row) => row.indicator === indicator).map(({ region_code }) => region_code)
				).size
			).toBe(514);
		expect(new Set(own.map(({ certainty }) => certainty))).toEqual(new Set(['low']));
	});

	it('for Jawa Barat the rates of 2021 agree with the province’s own file, all 27', () => {
		const own = rows.filter(
			({ file, period_start }) => file === 'poverty_rate_jabar.csv' && period_start === '2021-01-01'
		);
		expect(own).toHaveLength(27);
		for (const { region_code, value } of own)
			expect(valueOf('poverty_rate', region_code, '2021-01-01', 'bps-regency-rate-2021')).toBe(
				value
			);
	});

	it('a regency whose rate was not seen has none', () => {
		expect(
			rows.find(
				({ indicator, region_code }) =>
					indicator === 'extreme_poverty_rate_190' && region_code === '92.11'
			)
		).toMatchObject({ value: '', state: 'missing' });
	});
});

describe.skipIf(!existsSync(FACTS))('agreement with the facts', () => {
	it('every rate and index of the 514', () => {
		for (const fact of rowsOf(`${FACTS}/regency_poverty_rate.csv`)) {
			const at = [fact['regency_code'] ?? '', '2021-01-01', 'bps-regency-rate-2021'] as const;
			expect(Number(valueOf('poverty_rate', ...at))).toBe(Number(fact['poverty_rate_pct']));
			expect(Number(valueOf('human_development_index', ...at))).toBe(
				Number(fact['human_development_index'])
			);
		}
	});

	it('every published figure, by value and state', () => {
		const facts = rowsOf(`${FACTS}/published_figures.csv`);
		const own = rows.filter(({ file }) => file === 'figures.csv');
		expect(own).toHaveLength(facts.length);
		facts.forEach((fact, at) => {
			const row = own[at];
			expect(row?.region_code).toBe(fact['region_code']);
			expect(row?.value).toBe(fact['value']);
			expect(fact['status']?.startsWith(row?.state ?? '?')).toBe(true);
			expect(row?.flag === 'approximate').toBe(fact['comparator'] === 'about');
		});
	});

	it('every round of the national series, thousands as people', () => {
		for (const fact of rowsOf(`${FACTS}/headline_series.csv`)) {
			const factor = { thousand: 1000, percent: 1 }[fact['unit'] ?? ''] ?? 1_000_000;
			const start =
				(fact['period'] ?? '').length === 4 ? `${fact['period']}-01-01` : `${fact['period']}-01`;
			const expected = Math.round(Number(fact['value']) * factor * 100) / 100;
			const same = rows.filter(
				(row) =>
					row.region_code === '00' && row.period_start === start && Number(row.value) === expected
			);
			expect(same, JSON.stringify(fact)).not.toHaveLength(0);
		}
	});
});
