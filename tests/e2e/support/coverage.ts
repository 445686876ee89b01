import { readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { SITE } from '../../../data/site/build';
import { inLocale } from './pages';
import { type Locator, expect, type Page } from './test';

interface Row {
	indicator: string;
	region_code: string;
	period_start: string;
	period_end: string;
	value: string;
	state: string;
	flag: string;
}

interface RegionRow {
	code: string;
	level: string;
	name: string;
	abbreviation: string;
}

function read<Kind>(file: string): Kind[] {
	const text = readFileSync(path.join(SITE, 'extract/published', file), 'utf8');
	return Papa.parse<Kind>(text, { header: true, skipEmptyLines: true }).data;
}

/** Flags with which a value is shown and not ranked. */
const DOUBTED = [
	'over_hundred',
	'conflict',
	'jump',
	'total_mismatch',
	'placeholder_zero',
	'outlier'
];

/** A value as it stands on the page: whose, and how much. */
export interface Shown {
	region: string;
	value: number;
}

function yearly(rows: readonly Row[], indicator: string, year: number): Map<string, Row> {
	return new Map(
		rows
			.filter((row) => row.indicator === indicator && row.value !== '')
			.filter((row) => row.period_start === `${year}-01-01` && row.period_end === `${year}-12-31`)
			.map((row) => [row.region_code, row])
	);
}

/**
 * PKH families for each hundred poor people in the regencies of Jawa Barat, worked out here from the
 * published CSV: what can be ranked, largest first, then what is doubted, largest first.
 */
export function ratiosOf(year: number, among?: ReadonlySet<string>): Shown[] {
	const rows = read<Row>('figure.csv');
	const people = yearly(rows, 'poor_people', year);
	const ratios = [...yearly(rows, 'pkh_families', year)]
		.filter(([region]) => region.startsWith('32.') && (among?.has(region) ?? true))
		.map(([region, families]) => {
			const poor = people.get(region);
			if (!poor) throw new Error(`no poor people of ${region} in ${year}`);
			return {
				region,
				value: (100 * Number(families.value)) / Number(poor.value),
				doubted: DOUBTED.includes(families.flag) || DOUBTED.includes(poor.flag)
			};
		})
		.sort((a, b) => Number(a.doubted) - Number(b.doubted) || b.value - a.value);
	return ratios.map(({ region, value }) => ({ region, value }));
}

/** Of what can be ranked. */
export function lowestOf(year: number): string {
	const rows = read<Row>('figure.csv');
	const doubted = new Set(
		[...yearly(rows, 'pkh_families', year)]
			.filter(([, { flag }]) => DOUBTED.includes(flag))
			.map(([region]) => region)
	);
	return ratiosOf(year).findLast(({ region }) => !doubted.has(region))?.region ?? '';
}

export function membersOf(list: string): Set<string> {
	return new Set(
		read<{ list_id: string; region_code: string }>('priority_list_member.csv')
			.filter((row) => row.list_id === list)
			.map((row) => row.region_code)
	);
}

export function regionOf(code: string): RegionRow {
	const row = read<RegionRow>('region.csv').find((region) => region.code === code);
	if (!row) throw new Error(`no region ${code}`);
	return row;
}

export const YEARS = [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024];
export const LAST_YEAR = 2024;

/** The coverage page, as a reader touches and reads it. */
export class CoveragePage {
	constructor(readonly page: Page) {}

	async open(search = '', locale: 'id' | 'en' = 'id'): Promise<void> {
		await this.page.goto(`${inLocale('/cakupan/', locale)}${search}`);
		await this.page.locator('.years output').waitFor();
		await this.listens(this.box('peta'));
	}

	/** Until the page's program has taken over its HTML: before, nobody hears a click or a choice. */
	async listens(box: Locator): Promise<void> {
		// Svelte marks what listens.
		await expect
			.poll(() => box.evaluate((one) => Object.getOwnPropertySymbols(one).length))
			.toBeGreaterThan(0);
	}

	chart(id: string) {
		return this.page.locator(`figure:has(#${id}-title)`);
	}

	box(id: string) {
		return this.chart(id).getByRole('application');
	}

	select(name: 'measure' | 'area' | 'year' | 'period' | 'list' | 'region' | 'drawing') {
		const label = {
			area: /^(Kawasan|Area)/,
			measure: /^(Ukuran|Measure)/,
			year: /^(Tahun|Year)/,
			period: /^(Periode|Period)/,
			list: /^(Daftar daerah|List of regions)/,
			region: /^(Daerah yang disorot|Region in focus)/,
			drawing: /^(Gambar peta|Drawing of the map)/
		}[name];
		return this.page.locator('.sentence').getByLabel(label);
	}

	/** Steps to the year before or after, or plays. */
	yearButton(which: 'before' | 'after' | 'play') {
		return this.page.locator('.years button').nth({ before: 0, after: 1, play: 2 }[which]);
	}

	problem() {
		return this.page.locator('[data-problem]');
	}

	/** The values in the table behind a chart, in its order; of what is not drawn yet too. */
	async values(id: string): Promise<Shown[]> {
		// A closed table follows its chart when the browser is idle.
		await expect(this.chart(id).locator('details.table')).not.toHaveAttribute('aria-busy');
		return this.chart(id)
			.locator('table data')
			.evaluateAll((all) =>
				all.map((element) => ({
					region: element.getAttribute('data-region') ?? '',
					value: Number(element.getAttribute('value'))
				}))
			);
	}

	/** Every word and number that the answer states, without its drawings. */
	async stated(): Promise<string[]> {
		await expect(this.page.locator('.answer details.table[aria-busy]')).toHaveCount(0);
		return this.page.locator('.answer').evaluate((answer) => {
			const said =
				'.title, .subtitle, .summary, .states, .small p, table, ul, li, data, .section > p';
			return [...answer.querySelectorAll(said)].map((element) => {
				const value = element.getAttribute('value');
				const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
				return value === null ? text : `${value} ${text}`;
			});
		});
	}

	search(): string {
		return new URL(this.page.url()).search;
	}

	/** Clicks the middle of a text in a chart's drawing, whoever has drawn it. */
	async clickText(id: string, text: string): Promise<void> {
		const box = this.box(id);
		await this.listens(box);
		await box.scrollIntoViewIfNeeded();
		const label = box.locator('svg:visible text').getByText(text, { exact: true }).first();
		await label.scrollIntoViewIfNeeded();
		const place = await label.boundingBox();
		if (!place) throw new Error(`${text} is not drawn in ${id}`);
		await this.page.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
	}
}
