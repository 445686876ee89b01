import type { ExtractContext } from '$lib/answer/context';
import { buildTiles } from '$lib/chart/build/tiles';
import { formatNumber, formatPeriod } from '$lib/i18n/format';
import { getLocale } from '$lib/i18n/locale';
import { NATION, dayOfMonth, monthPeriod, parseMonth } from '$lib/model';
import { type CellContext, rateFigure } from '$lib/protect/cell-figure';
import { type RateRow, rates } from '$lib/query/computed/rates';
import { type ReportRow, reporting } from '$lib/query/computed/reporting';
import { programmes } from '$lib/query/programmes';
import { regions } from '$lib/query/regions';
import type { Catalogue } from '../catalogue.server';
import { reportsOf } from '../data/reports';
import { askSite } from '../dataset.server';
import { extractPage } from '../extract.server';
import { computedRows } from './computed-rows.server';
import type { OverviewContext } from './context';
import { freshnessOf } from './freshness';
import { moversOf } from './movers';
import { mapTable } from './map-table';
import { smallMap } from './small-map';
import { UPTAKE, uptakeChart } from './uptake.server';

/** All that an extract made from lists adds to the overview; null where the site has none. */
export async function computedOverview(names: Catalogue) {
	const page = await extractPage(names, getLocale());
	if (!page) return null;
	const { extract, cell } = page.context;
	const reports = await askSite(reporting(extract), extract);
	const context = await contextOf(page.context, reports);
	const last = parseMonth(cell.period.start.slice(0, 7)) ?? 0;
	const now = await uptakeAt(last, context);
	const then = await uptakeAt(last - 12, context);
	const nameOf = (region: string) => context.names[region] ?? region;
	return {
		extract,
		demo: cell.kind === 'demo',
		rows: await computedRows(context),
		uptake: await uptakeChart(context, reports),
		movers: {
			...moversOf(then, now),
			names: context.names,
			from: formatPeriod(then.context.period, getLocale()),
			to: formatPeriod(cell.period, getLocale()),
			known: then.rows.length > 0
		},
		freshness: {
			...freshnessOf(reportsOf(reports, nameOf)),
			until: formatPeriod(cell.period, getLocale())
		},
		map: mapOf(now.rows, context)
	};
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

function mapOf(rows: readonly RateRow[], context: OverviewContext) {
	const locale = getLocale();
	const figures = rows.flatMap(({ part, whole }) => rateFigure(part, whole, context.cell) ?? []);
	const model = buildTiles({
		id: 'peta-kecil',
		locale,
		title: '',
		subtitle: '',
		unit: 'percent',
		sources: [],
		places: context.places,
		provinceNames: context.provinceNames,
		figures,
		asked: { indicator: 'kmp_pkh_of_pkh', period: context.cell.period }
	});
	return {
		...smallMap(model),
		known: formatNumber(figures.filter(({ value }) => value !== null).length, locale),
		total: formatNumber(context.places.length, locale),
		summary: model.summary,
		table: mapTable(rows, context)
	};
}

async function contextOf(
	context: ExtractContext,
	reports: readonly ReportRow[]
): Promise<OverviewContext> {
	const all = await askSite(regions());
	const systems = await askSite(programmes(getLocale()));
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
	{ lists, cell }: ExtractContext,
	reports: readonly ReportRow[]
): OverviewContext['received'] {
	const last = reports.filter(({ month }) => month === cell.period.start);
	return (place, wanted) => {
		const members = lists[place];
		const isIn = (region: string) =>
			members?.includes(region) ?? (place === NATION || region.startsWith(place));
		const regions = [...new Set(last.map(({ region }) => region).filter(isIn))];
		const came = new Set(
			last.filter(({ state }) => state === 'received').map(({ region, list }) => region + list)
		);
		const received = regions.filter((region) => wanted.every((list) => came.has(region + list)));
		return { received: received.length, total: regions.length };
	};
}
