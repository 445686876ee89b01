import { buildLine } from '$lib/chart/build/line';
import { changeOf, spreadOf } from '$lib/chart/build/summary';
import { formatAmount, formatPeriod } from '$lib/i18n/format';
import { getLocale } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages';
import { type Figure, NATION, figuresOf } from '$lib/model';
import { type FigureKey, headlines } from '$lib/query/headlines';
import { programmeFigures } from '$lib/query/programme-figures';
import { programmeTables } from '$lib/query/programme-tables';
import { programmes } from '$lib/query/programmes';
import { series } from '$lib/query/series';
import { uncounted } from '$lib/query/uncounted';
import Headlines from '$lib/ui/Headlines.svelte';
import { type Catalogue, catalogue, headlineOf, need, sourcesOf } from './catalogue.server';
import { askSite, computedExtracts } from './dataset.server';
import DemoNote from './data/DemoNote.svelte';
import { computedOverview } from './overview/computed.server';
import { drawn } from './overview/drawn.server';
import FreshnessView from './overview/FreshnessView.svelte';
import Movers from './overview/Movers.svelte';
import Programmes from './overview/Programmes.svelte';
import type { ProgrammeSummary } from './overview/programme-summary';
import { publishedRows } from './overview/published-rows.server';
import SmallMapView from './overview/SmallMapView.svelte';
import { type StatusRow, dated } from './overview/status-row';
import StatusTable from './overview/StatusTable.svelte';
import { overviewWords } from './overview/words.server';

/** What stands at the top, in this order: the measure of all programmes, then what they reach. */
const HEADLINES: readonly FigureKey[] = [
	{ indicator: 'poverty_rate', region: NATION },
	{ indicator: 'extreme_poverty_rate_215', region: NATION },
	{ indicator: 'kmp_cooperatives', region: NATION },
	{ indicator: 'kmp_members', region: NATION }
];

export async function load() {
	const locale = getLocale();
	const names = await catalogue(locale);
	const top = await askSite(headlines(HEADLINES));
	const national = await askSite(
		series({
			indicators: ['poverty_rate', 'extreme_poverty_rate_190', 'extreme_poverty_rate_215'],
			regions: [NATION]
		})
	);
	// One extract is told of: an office's own where the site has one, else the demo.
	const manifest = computedExtracts()[0];
	const counted = manifest ? await computedOverview(manifest, names) : null;
	const stated = await publishedRows(names);
	const rows = dated([...stated, ...(counted?.rows ?? [])]);
	return {
		words: overviewWords(),
		targets: {
			rows,
			published: drawn(StatusTable, {
				id: 'target-terbit',
				caption: m.overview_targets_published(),
				rows: rows.slice(0, stated.length)
			})
		},
		lists: counted ? listsOf(counted, rows.slice(stated.length)) : null,
		headlines: drawn(Headlines, { headlines: top.map((figure) => headlineOf(figure, names)) }),
		uncounted: drawn(Headlines, {
			headlines: [...(await askSite(uncounted())), ...(await askSite(headlines(UNSEEN)))].map(
				(figure) => ({
					...headlineOf(figure, names),
					note: WHY_UNCOUNTED[figure.indicator]?.() ?? ''
				})
			)
		}),
		poverty: povertyChart(figuresOf(national, 'poverty_rate'), names),
		extreme: extremeChart(national, names),
		programmes: drawn(Programmes, { programmes: await programmeSummaries(names) })
	};
}

/** What an extract adds, as the page shows it: one chart that lives, and the rest as drawn here. */
function listsOf(
	counted: Awaited<ReturnType<typeof computedOverview>>,
	rows: readonly StatusRow[]
) {
	const { extract, demo, uptake, movers, map, freshness } = counted;
	const mark = demo ? drawn(DemoNote, {}) : '';
	return {
		lead: demo ? m.overview_lists_demo() : m.overview_lists_real(),
		mark,
		uptake,
		file: `/extract/${extract}/k1.csv.gz`,
		targets:
			mark +
			drawn(StatusTable, {
				id: 'target-hitung',
				caption: demo ? m.overview_targets_computed_demo() : m.overview_targets_computed(),
				rows
			}),
		moved: drawn(Movers, { movers }),
		map: drawn(SmallMapView, { map, demo, month: movers.to }),
		freshness: drawn(FreshnessView, { freshness })
	};
}

/** Known to exist, while what it consists of is not public. */
const UNSEEN: readonly FigureKey[] = [{ indicator: 'umkm_priority_regencies', region: NATION }];

const WHY_UNCOUNTED: Partial<Record<string, () => string>> = {
	kmp_members_from_pkh: m.overview_uncounted_kmp,
	kjmis_members: m.overview_uncounted_kjmis,
	umkm_priority_regencies: m.overview_uncounted_48
};

function povertyChart(figures: readonly Figure[], names: Catalogue) {
	const locale = getLocale();
	const change = changeOf(figures);
	if (!change) throw new Error('the national poverty rate has fewer than two figures');
	const { first, last } = change;
	const percent = (figure: Figure) => formatAmount(figure.value ?? 0, figure.unit, locale);
	const ends = { from: percent(first), to: percent(last) };
	const peak = spreadOf(figures.map((figure) => ({ label: '', figure }))).highest?.figure;
	return buildLine({
		id: 'kemiskinan-nasional',
		locale,
		title:
			peak && peak !== first && peak !== last
				? m.overview_poverty_title_peak({
						...ends,
						peak: percent(peak),
						when: formatPeriod(peak.period, locale)
					})
				: change.change < 0
					? m.overview_poverty_title_down(ends)
					: m.overview_poverty_title_up(ends),
		subtitle: m.overview_poverty_subtitle(span(first, last)),
		unit: 'percent',
		sources: sourcesOf(figures, names),
		series: [
			{ key: 'poverty_rate', label: need(names.regions, NATION).name, role: 'chosen', figures }
		]
	});
}

function extremeChart(national: readonly Figure[], names: Catalogue) {
	const lines = [
		{ key: 'extreme_poverty_rate_190', label: m.overview_extreme_190() },
		{ key: 'extreme_poverty_rate_215', label: m.overview_extreme_215() }
	].map((line) => ({ ...line, role: 'compared' as const, figures: figuresOf(national, line.key) }));
	const figures = lines.flatMap((line) => line.figures);
	const byTime = [...figures].sort((a, b) => a.period.start.localeCompare(b.period.start));
	const [first, last] = [byTime[0], byTime.at(-1)];
	if (!first || !last) throw new Error('there is no figure of extreme poverty');
	return buildLine({
		id: 'kemiskinan-ekstrem-nasional',
		locale: getLocale(),
		title: m.overview_extreme_title(),
		subtitle: m.overview_extreme_subtitle(span(first, last)),
		unit: 'percent',
		sources: sourcesOf(figures, names),
		notes: [m.overview_extreme_note()],
		series: lines
	});
}

/** First and last period in words. */
function span(first: Figure, last: Figure): { from: string; to: string } {
	const locale = getLocale();
	return { from: formatPeriod(first.period, locale), to: formatPeriod(last.period, locale) };
}

/** Each programme with the newest figure of each of its indicators that is stated for a few places. */
async function programmeSummaries(names: Catalogue): Promise<ProgrammeSummary[]> {
	const all = (await askSite(programmes(getLocale()))).filter(({ id }) => id !== 'poverty');
	const summaries: ProgrammeSummary[] = [];
	for (const programme of all) {
		const figures = await askSite(programmeFigures(programme.id));
		const [table] = await askSite(programmeTables(programme.id));
		summaries.push({
			programme,
			table: table ?? null,
			figures: figures
				.filter((figure) => figure.unit !== 'yes')
				.map((figure) => ({ name: need(names.indicators, figure.indicator).name, figure })),
			publishers: Object.fromEntries(
				figures.map(({ sourceId }) => [sourceId, need(names.sources, sourceId).publisher])
			)
		});
	}
	return summaries;
}
