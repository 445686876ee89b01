import type { ExtractContext } from '$lib/answer/context';
import { buildTiles } from '$lib/chart/build/tiles';
import type { TilesModel } from '$lib/chart/model';
import { formatDate, formatNumber, formatPeriod } from '$lib/i18n/format';
import { getLocale } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages';
import { type Figure, type Locale, NATION, dayOfMonth, monthPeriod, parseMonth } from '$lib/model';
import type { CellContext } from '$lib/protect/cell-figure';
import { type RateRow, rates } from '$lib/query/computed/rates';
import { type ReportRow, reporting } from '$lib/query/computed/reporting';
import { programmes } from '$lib/query/programmes';
import { regions } from '$lib/query/regions';
import { type Catalogue, catalogue } from '../catalogue.server';
import { reportsOf } from '../data/reports';
import { askSite } from '../dataset.server';
import { extractPage } from '../extract.server';
import { computedRows } from './computed-rows.server';
import type { OverviewContext } from './context';
import { freshnessOf } from './freshness';
import { moversOf } from './movers';
import { mapFigures } from './map-figures';
import { mapTable } from './map-table';
import { SMALL_MAP, smallMap } from './small-map';
import { UPTAKE, UPTAKE_PROGRAMME, uptakeChart } from './uptake.server';

/** All that an extract made from lists adds to the overview; null where the site has none. */
export async function computedOverview(names: Catalogue) {
	const locale = getLocale();
	const known = await knownOf(names, locale);
	if (!known) return null;
	const { context, reports } = known;
	const { extract, cell } = context;
	const last = lastMonth(context);
	const now = await uptakeAt(last, context);
	const begin = cell.begins?.[UPTAKE_PROGRAMME] ?? null;
	const whole = begin && firstWholeMonth(begin.on);
	const clipped = whole !== null && last - 12 < whole && whole < last;
	const then = await uptakeAt(clipped ? whole : last - 12, context);
	const nameOf = (region: string) => context.names[region] ?? region;
	return {
		extract,
		demo: cell.kind === 'demo',
		rows: await computedRows(context),
		uptake: await uptakeChart(context, reports),
		movers: {
			...moversOf(then, now),
			names: context.names,
			from: formatPeriod(then.context.period, locale),
			to: formatPeriod(cell.period, locale),
			known: then.rows.length > 0,
			begin: clipped && begin ? { ...begin, on: formatDate(begin.on, locale) } : null
		},
		freshness: {
			...freshnessOf(reportsOf(reports, nameOf)),
			until: formatPeriod(cell.period, locale)
		},
		map: drawingOf(now.rows, context, locale)
	};
}

/** The map of uptake in the last month as a chart with all that belongs to it; null without lists. */
export async function overviewMap(locale: Locale): Promise<TilesModel | null> {
	const known = await knownOf(await catalogue(locale), locale);
	if (!known) return null;
	const { rows } = await uptakeAt(lastMonth(known.context), known.context);
	return mapOf(rows, known.context, locale);
}

/** What is known of an extract before it is asked, and whose lists it has. */
async function knownOf(names: Catalogue, locale: Locale) {
	const page = await extractPage(names, locale);
	if (!page) return null;
	const { extract } = page.context;
	const reports = await askSite(reporting(extract), extract);
	return { reports, context: await contextOf(page.context, reports, locale) };
}

/** The first month of which each day is one of the programme. */
function firstWholeMonth(day: string): number {
	const month = parseMonth(day.slice(0, 7)) ?? 0;
	return day.endsWith('-01') ? month : month + 1;
}

function lastMonth({ cell }: ExtractContext): number {
	return parseMonth(cell.period.start.slice(0, 7)) ?? 0;
}

/** The counts behind each district's uptake in a month; no rows before the extract begins. */
async function uptakeAt(
	month: number,
	{ extract, cell }: OverviewContext
): Promise<{ rows: RateRow[]; context: CellContext }> {
	const day = dayOfMonth(month, 1);
	const question = rates(extract, {
		cube: 'k1',
		dimensions: [],
		from: day,
		until: day,
		places: { level: 'regency' },
		...UPTAKE
	});
	const [year = 0, number = 0] = day.split('-').map(Number);
	return {
		rows: await askSite(question, extract),
		context: { ...cell, period: monthPeriod(year, number) }
	};
}

function mapOf(rows: readonly RateRow[], context: OverviewContext, locale: Locale): TilesModel {
	const month = formatPeriod(context.cell.period, locale);
	const figures = mapFigures(rows, context.cell);
	const { known, total } = coverage(figures, context, locale);
	return buildTiles({
		id: SMALL_MAP,
		locale,
		title: m.overview_map_title({ known, total }, { locale }),
		subtitle: m.overview_map_caption({ month }, { locale }),
		unit: 'percent',
		sources: [context.source],
		places: context.places,
		provinceNames: context.provinceNames,
		figures,
		asked: { indicator: 'kmp_pkh_of_pkh', period: context.cell.period }
	});
}

/** Of how many districts a figure is known, in words. */
function coverage(figures: readonly Figure[], { places }: OverviewContext, locale: Locale) {
	return {
		known: formatNumber(figures.filter(({ value }) => value !== null).length, locale),
		total: formatNumber(places.length, locale)
	};
}

function drawingOf(rows: readonly RateRow[], context: OverviewContext, locale: Locale) {
	const model = mapOf(rows, context, locale);
	return {
		...smallMap(model),
		...coverage(
			model.tiles.map(({ figure }) => figure),
			context,
			locale
		),
		summary: model.summary,
		table: mapTable(rows, context)
	};
}

async function contextOf(
	context: ExtractContext,
	reports: readonly ReportRow[],
	locale: Locale
): Promise<OverviewContext> {
	const all = await askSite(regions());
	const systems = await askSite(programmes(locale));
	return {
		...context,
		programmes: Object.fromEntries(
			systems.map(({ id: system, name, page }) => [system, { name, page }])
		),
		places: all.flatMap(({ code, level, name, abbreviation, x, y }) =>
			level === 'regency' && x !== null && y !== null
				? [{ region: code, name, abbreviation, x, y }]
				: []
		),
		provinceNames: new Map(
			all.filter(({ level }) => level === 'province').map(({ code, name }) => [code, name])
		),
		received: receivedIn(context, reports)
	};
}

function receivedIn(
	{ lists }: ExtractContext,
	reports: readonly ReportRow[]
): OverviewContext['received'] {
	return (place, wanted, at) => {
		const then = reports.filter(({ month }) => month === at);
		const members = lists[place];
		const isIn = (region: string) =>
			members?.includes(region) ?? (place === NATION || region.startsWith(place));
		const regions = [...new Set(then.map(({ region }) => region).filter(isIn))];
		const came = new Set(
			then.filter(({ state }) => state === 'received').map(({ region, list }) => region + list)
		);
		const sent = regions.filter((region) => wanted.every((list) => came.has(region + list)));
		return { regions: sent.sort(), total: regions.length };
	};
}
