import { rateOrWhyNot } from '$lib/answer/rate-or-why-not';
import { type Reached, reachedOver } from '$lib/answer/reached';
import {
	type BoundedFigure,
	NATION,
	RATE_INDICATORS,
	monthPeriod,
	placeLevel,
	provinceOf
} from '$lib/model';
import { cellFigure, lastMonthOf, rateFigure } from '$lib/protect/cell-figure';
import type { ComputedManifest } from '$lib/protect/manifest';
import { withLists } from '$lib/protect/count/sets';
import { counts, type CountRow } from '$lib/query/computed/counts';
import type { PlacesAsked } from '$lib/query/computed/places-asked';
import { rates, type RateRow } from '$lib/query/computed/rates';
import { type ReportRow, reporting } from '$lib/query/computed/reporting';
import type { Question } from '$lib/query/question';
import { type UnreportedRow, unreported } from '$lib/query/unreported';
import { programmeBegins } from '../../catalogue.server';
import { askSite, attachSitePart, computedExtracts } from '../../dataset.server';

export const KMP_STEPS = ['kmp_1', 'kmp_2', 'kmp_3', 'kmp_4', 'kmp_5', 'kmp_6', 'kmp_7'];
export const LADDER = ['step_assistance', 'step_group', 'step_micro', 'step_kur', 'graduated'];

/** Uptake of KMP by those who receive PKH. */
const UPTAKE = { part: withLists('kmp_pkh'), whole: withLists('pkh') };

/** What an extract has of all places in its last month, by place: asked once a build. */
export interface ListFacts {
	manifest: ComputedManifest;
	cells: ReadonlyMap<string, ReadonlyMap<string, CountRow>>;
	groups: ReadonlyMap<string, readonly RateRow[]>;
	reports: ReadonlyMap<string, readonly ReportRow[]>;
	/** Uptake at the end of each quarter, in the order of time, also of the country. */
	history: ReadonlyMap<string, readonly Reached<Uptake>[]>;
}

interface Uptake {
	figure: BoundedFigure;
}

let asked: Promise<ListFacts | null> | undefined;

/** Of an office's own extract where the site has one, else of the demo; null without any. */
export function listFacts(): Promise<ListFacts | null> {
	asked ??= read();
	return asked;
}

async function read(): Promise<ListFacts | null> {
	const manifest = computedExtracts()[0];
	if (!manifest) return null;
	const { id } = manifest;
	const [year = 0, number = 0] = manifest.period.end.split('-').map(Number);
	const month = monthPeriod(year, number).start;
	const parts = RATE_INDICATORS.flatMap(({ part, whole }): string[] => [part, whole]);
	const measures = [...new Set([...parts, ...KMP_STEPS, ...LADDER])];
	const cells = new Map<string, Map<string, CountRow>>();
	for (const row of await askSite(counts(id, month, measures.map(withLists)), id)) {
		const of = cells.get(row.region) ?? new Map<string, CountRow>();
		cells.set(row.region, of.set(row.measure, row));
	}
	const told = (await askSite(reporting(id), id)).filter((row) => row.month === month);
	return {
		manifest,
		cells,
		groups: byRegion(await groupRows(manifest, month)),
		reports: byRegion(told),
		history: reachedEach(byRegion(await historyRows(manifest)), await askSite(unreported(id), id))
	};
}

/** Uptake in every month of an extract, of some places or of a level. */
export function history(manifest: ComputedManifest, places: PlacesAsked): Question<RateRow> {
	return rates(manifest.id, {
		cube: 'k1',
		dimensions: [],
		from: manifest.period.start,
		until: lastMonthOf(manifest).period.start,
		places,
		...UPTAKE
	});
}

async function historyRows(manifest: ComputedManifest): Promise<BoundedFigure[]> {
	const context = lastMonthOf(manifest, await programmeBegins('id'));
	const figures: BoundedFigure[] = [];
	for (const places of [
		{ regions: [NATION] },
		{ level: 'province' },
		{ level: 'regency' }
	] as const)
		for (const row of await askSite(history(manifest, places), manifest.id)) {
			const [year = 0, month = 0] = row.start.split('-').map(Number);
			if (month % 3 !== 0) continue;
			const at = { ...context, period: monthPeriod(year, month) };
			// Of a month without a rate it is said why, and the line breaks there.
			figures.push(
				rateOrWhyNot({
					part: cellFigure(row.part, at),
					whole: cellFigure(row.whole, at),
					rate: rateFigure(row.part, row.whole, at)
				})
			);
		}
	return figures;
}

/** Larger places with of how many of their districts each figure is, and where those are others than before. */
function reachedEach(
	byPlace: ReadonlyMap<string, readonly BoundedFigure[]>,
	missing: readonly UnreportedRow[]
): Map<string, Reached<Uptake>[]> {
	const covered = [...byPlace.keys()].filter((code) => placeLevel(code) === 'regency');
	const lists = [...UPTAKE.part.lists, ...UPTAKE.whole.lists];
	return new Map(
		[...byPlace].map(([place, figures]) => {
			const districts = covered.filter((code) => {
				const larger = placeLevel(place) === 'nation' ? NATION : provinceOf(code);
				return code === place || larger === place;
			});
			const rows = figures.map((figure) => ({ figure }));
			return [place, reachedOver(rows, districts, missing, lists, 'month')];
		})
	);
}

/** Uptake of KMP by decile, and by sex and age: of provinces, and of regencies file by file. */
async function groupRows({ id, parts }: ComputedManifest, month: string): Promise<RateRow[]> {
	const rows: RateRow[] = [];
	const ask = async (file: string, places: Parameters<typeof rates>[1]['places']) => {
		const shared = {
			file,
			places,
			from: month,
			until: month,
			...UPTAKE
		};
		rows.push(
			...(await askSite(rates(id, { ...shared, cube: 'k2', dimensions: ['decile'] }), id)),
			...(await askSite(rates(id, { ...shared, cube: 'k3', dimensions: ['sex', 'age'] }), id))
		);
	};
	await ask(id, { level: 'province' });
	for (const { region } of parts)
		if (region !== '00')
			await ask(await attachSitePart(id, region), { level: 'regency', within: region });
	return rows;
}

/** Rows by the place that they are of, in their order. */
export function byRegion<Row extends { region: string }>(rows: readonly Row[]): Map<string, Row[]> {
	const by = new Map<string, Row[]>();
	for (const row of rows) {
		const of = by.get(row.region);
		if (of) of.push(row);
		else by.set(row.region, [row]);
	}
	return by;
}
