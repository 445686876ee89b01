import { buildLine } from '$lib/chart/build/line';
import type { LineModel } from '$lib/chart/model';
import { formatNumber, formatPeriod } from '$lib/i18n/format';
import { getLocale } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages';
import { type BoundedFigure, NATION, monthPeriod } from '$lib/model';
import { rateFigure } from '$lib/protect/cell-figure';
import { withLists } from '$lib/protect/count/sets';
import { rates } from '$lib/query/computed/rates';
import { type ReportRow } from '$lib/query/computed/reporting';
import { askSite } from '../dataset.server';
import type { OverviewContext } from './context';
import { type Stretch, stretchesOf } from './stretches';
import { uptakeTitle } from './uptake-title';

/** The programme of which it is the uptake. */
export const UPTAKE_PROGRAMME = 'kmp';
export const UPTAKE = { part: withLists('kmp_pkh'), whole: withLists('pkh') };

/** So many stretches can be told apart; a country whose reports change more often is one line. */
const MOST = 4;

/**
 * Share of PKH recipients who are KMP members, month by month. Where other districts report than the
 * month before, the line breaks and another begins: what changed there may be the reports alone.
 * Null where the country has no such share.
 */
export async function uptakeChart(
	context: OverviewContext,
	reports: readonly ReportRow[]
): Promise<LineModel | null> {
	const { extract, cell, first, source } = context;
	const question = rates(extract, {
		cube: 'k1',
		dimensions: [],
		from: first,
		until: cell.period.start,
		places: { regions: [NATION] },
		...UPTAKE
	});
	const figures = (await askSite(question, extract)).flatMap(({ start, part, whole }) => {
		const [year = 0, month = 0] = start.split('-').map(Number);
		return rateFigure(part, whole, { ...cell, period: monthPeriod(year, month) }) ?? [];
	});
	const begin = figures.findIndex(({ value }) => value !== null);
	if (begin < 0) return null;
	const shown = figures.slice(begin);
	const lists = [...new Set([...UPTAKE.part.lists, ...UPTAKE.whole.lists])];
	const { stretches, total } = stretchesOf(shown, reports, lists);
	const locale = getLocale();
	const count = (value: number) => formatNumber(value, locale);
	return buildLine({
		id: 'keikutsertaan-kmp',
		locale,
		title: uptakeTitle(stretches, total, locale),
		subtitle: m.overview_uptake_subtitle({
			from: formatPeriod((shown[0] ?? figures[0] ?? cell).period, locale),
			to: formatPeriod(cell.period, locale)
		}),
		unit: 'percent',
		sources: [source],
		notes: [noteOf(stretches, total)],
		series: (stretches.length > MOST ? [oneOf(shown, stretches)] : stretches).map(
			(stretch, index) => ({
				key: `uptake-${index}`,
				label:
					stretch.reported === null
						? m.overview_uptake_line()
						: m.overview_uptake_of({ count: count(stretch.reported) }),
				role: 'chosen' as const,
				figures: stretch.figures,
				...('changes' in stretch ? { changes: stretch.changes } : {})
			})
		)
	});
}

/** All stretches as one line, which says since when the same districts report. */
function oneOf(figures: readonly BoundedFigure[], stretches: readonly Stretch[]) {
	const changes = stretches.slice(1).flatMap((stretch) => stretch.figures[0]?.period.start ?? []);
	return { figures, reported: null, changes };
}

/** Of how many districts each month is. */
function noteOf(stretches: readonly Stretch[], total: number): string {
	const locale = getLocale();
	const count = (value: number) => formatNumber(value, locale);
	const all = stretches.map(({ reported }) => reported);
	const [fewest, most] = [Math.min(...all), Math.max(...all)];
	return fewest === most
		? m.overview_uptake_note({ count: count(fewest), total: count(total) })
		: m.overview_uptake_note_some({
				fewest: count(fewest),
				most: count(most),
				total: count(total)
			});
}
