import { formatNumber } from '$lib/i18n/format';
import { getLocale, localizeHref } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages';
import {
	type BoundedFigure,
	type ListKind,
	NATION,
	dayOfMonth,
	listPlace,
	monthPeriod,
	parseMonth
} from '$lib/model';
import { cellFigure, rateFigure } from '$lib/protect/cell-figure';
import { withLists } from '$lib/protect/count/sets';
import { rates } from '$lib/query/computed/rates';
import { askSite } from '../dataset.server';
import type { OverviewContext } from './context';
import type { StatusRow } from './status-row';

/** The chief measure of each system, as lists can tell it; without a whole it is a count. */
interface Asked {
	part: string;
	whole: string | null;
	/** The first of these places that the extract has. */
	places: readonly string[];
	programme: string;
	name: () => string;
}

const ASKED: readonly Asked[] = [
	{
		part: 'kjmis_assisted',
		whole: 'assisted',
		places: [listPlace('kjmis-2020'), NATION],
		programme: 'kjmis',
		name: m.overview_row_kjmis
	},
	{
		part: 'kmp_pkh',
		whole: 'pkh',
		places: [NATION],
		programme: 'kmp',
		name: m.overview_row_kmp
	},
	{
		part: 'kmp_active',
		whole: 'kmp',
		places: [NATION],
		programme: 'kmp',
		name: m.overview_row_kmp_active
	},
	{
		part: 'mentored_assisted',
		whole: 'assisted',
		places: [listPlace('pke-2021-35'), NATION],
		programme: 'umkm_ekstrem',
		name: m.overview_row_mentored
	},
	{
		part: 'graduated',
		whole: null,
		places: [NATION],
		programme: 'tangga',
		name: m.overview_row_graduated
	},
	{
		part: 'koperasi_kampung_active',
		whole: 'koperasi_kampung',
		places: ['31'],
		programme: 'koperasi_kampung',
		name: m.overview_row_kampung
	}
];

/** The same five systems as lists tell of them. No target is set for any: a reader may try one. */
export async function computedRows(context: OverviewContext): Promise<StatusRow[]> {
	const rows = await Promise.all(ASKED.map((asked) => rowOf(asked, context)));
	return rows.flatMap((row) => row ?? []);
}

async function rowOf(asked: Asked, context: OverviewContext): Promise<StatusRow | null> {
	const place = asked.places.find((one) => context.names[one] !== undefined);
	if (place === undefined) return null;
	const last = parseMonth(context.cell.period.start.slice(0, 7)) ?? 0;
	const [actual, earlier] = await Promise.all([
		figureAt(asked, place, last, context),
		figureAt(asked, place, last - 12, context)
	]);
	if (actual === null) return null;
	const lists = listsOf(asked);
	const [now, then] = [last, last - 12].map((at) =>
		context.received(place, lists, dayOfMonth(at, 1))
	);
	// What other districts had reported is another total: against it nothing has risen or fallen.
	const changed = now?.regions.join() !== then?.regions.join();
	return {
		id: asked.whole === null ? asked.part : `${asked.part}_of_${asked.whole}`,
		name: asked.name(),
		place: context.names[place] ?? place,
		programme: context.programmes[asked.programme] ?? { name: '', page: '' },
		unit: actual.unit,
		direction: 'at_least',
		actual,
		before: changed ? null : earlier,
		changed: changed && earlier !== null,
		source: { href: localizeHref('/data/'), publisher: context.source.publisher },
		target: null,
		reported: reportedIn(now),
		newest: ''
	};
}

async function figureAt(
	{ part, whole }: Asked,
	place: string,
	at: number,
	{ extract, cell }: OverviewContext
): Promise<BoundedFigure | null> {
	const month = dayOfMonth(at, 1);
	const question = rates(extract, {
		cube: 'k1',
		dimensions: [],
		from: month,
		until: month,
		places: { regions: [place] },
		part: withLists(part),
		whole: withLists(whole ?? part)
	});
	const [row] = await askSite(question, extract);
	if (!row) return null;
	const [year = 0, number = 0] = row.start.split('-').map(Number);
	const context = { ...cell, period: monthPeriod(year, number) };
	return whole === null ? cellFigure(row.part, context) : rateFigure(row.part, row.whole, context);
}

function listsOf({ part, whole }: Asked): ListKind[] {
	return [part, whole ?? part].flatMap((measure) => withLists(measure).lists);
}

/** A total says of how many districts it is, where that is not all of them. */
function reportedIn(received: ReturnType<OverviewContext['received']> | undefined): string {
	if (!received || received.regions.length === received.total) return '';
	const locale = getLocale();
	const count = formatNumber(received.regions.length, locale);
	return m.overview_reported({ count, total: formatNumber(received.total, locale) });
}
