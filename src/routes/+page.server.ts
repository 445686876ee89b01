import { buildLine } from '$lib/chart/build/line';
import { changeOf, spreadOf } from '$lib/chart/build/summary';
import { formatAmount, formatPeriod } from '$lib/i18n/format';
import { getLocale, localizeHref } from '$lib/i18n/locale';
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
import MethodLink from '$lib/ui/MethodLink.svelte';
import { askSite } from './dataset.server';
import DemoNote from './data/DemoNote.svelte';
import { computedOverview } from './overview/computed.server';
import { drawn } from './overview/drawn.server';
import FreshnessView from './overview/FreshnessView.svelte';
import Heading from './overview/Heading.svelte';
import Links from './overview/Links.svelte';
import Movers from './overview/Movers.svelte';
import Programmes from './overview/Programmes.svelte';
import type { ProgrammeSummary } from './overview/programme-summary';
import { publishedRows } from './overview/published-rows.server';
import { SMALL_MAP } from './overview/small-map';
import SmallMapView from './overview/SmallMapView.svelte';
import { type StatusRow, dated } from './overview/status-row';
import StatusTable from './overview/StatusTable.svelte';

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
	const counted = await computedOverview(names);
	const stated = await publishedRows(names);
	const rows = dated([...stated, ...(counted?.rows ?? [])]);
	const charts = [
		povertyChart(figuresOf(national, 'poverty_rate'), names),
		extremeChart(national, names)
	];
	return {
		head: {
			title: m.overview_title(),
			heading: m.overview_heading(),
			lead: counted ? m.overview_lead() : m.overview_lead_published()
		},
		headlines:
			drawn(Heading, { id: 'terbaru', words: m.overview_headlines(), hidden: true }) +
			drawn(Headlines, { headlines: top.map((figure) => headlineOf(figure, names)) }),
		targets: targetsOf(rows, stated.length, counted?.demo ?? false),
		uncounted:
			drawn(Heading, {
				id: 'belum',
				words: m.overview_uncounted(),
				lead: m.overview_uncounted_lead()
			}) +
			drawn(Headlines, {
				headlines: [...(await askSite(uncounted())), ...(await askSite(headlines(UNSEEN)))].map(
					(figure) => ({
						...headlineOf(figure, names),
						note: WHY_UNCOUNTED[figure.indicator]?.() ?? ''
					})
				)
			}),
		poverty: {
			before: drawn(Heading, { id: 'kemiskinan', words: m.overview_poverty() }),
			charts,
			after: drawn(Links, {
				links: [{ path: '/program/kemiskinan-ekstrem/', words: m.overview_extreme_more() }]
			})
		},
		lists: listsOf(counted),
		programmes:
			drawn(Heading, {
				id: 'program',
				words: m.overview_programmes(),
				lead: m.overview_programmes_lead()
			}) + drawn(Programmes, { programmes: await programmeSummaries(names) })
	};
}

/** The rows of what sources state, then, apart, those counted from lists. */
function targetsOf(rows: readonly StatusRow[], stated: number, demo: boolean) {
	const counted = rows.slice(stated);
	const parts = [
		drawn(Heading, { id: 'target', words: m.overview_targets(), lead: m.overview_targets_lead() }),
		drawn(StatusTable, {
			id: 'target-terbit',
			caption: m.overview_targets_published(),
			rows: rows.slice(0, stated)
		})
	];
	if (counted.length > 0)
		parts.push(
			drawn(Heading, {
				words: demo ? m.overview_targets_computed_demo() : m.overview_targets_computed(),
				lead: m.overview_targets_computed_lead()
			}),
			demo ? drawn(DemoNote, {}) : '',
			drawn(StatusTable, {
				id: 'target-hitung',
				caption: m.overview_lists(),
				rows: counted
			})
		);
	parts.push(drawn(MethodLink, { to: 'laju' }));
	const trial = {
		open: m.overview_trial(),
		failed: m.overview_trial_failed(),
		script: m.overview_trial_script()
	};
	return { rows, drawn: parts.join(''), trial };
}

/** What an extract adds: one chart that lives, one map that has a menu, and the rest as drawn here. */
function listsOf(counted: Awaited<ReturnType<typeof computedOverview>> | null) {
	const lead = counted?.demo ? m.overview_lists_demo() : m.overview_lists_real();
	const before = drawn(Heading, {
		id: 'daftar',
		words: m.overview_lists(),
		lead: counted ? lead : m.overview_lists_none()
	});
	const sourceHref = localizeHref('/data/');
	if (!counted) {
		const way = { path: '/data/', anchor: '#tertaut', words: m.protection_none_way() };
		return {
			before: before + drawn(Links, { links: [way] }),
			uptake: null,
			sourceHref,
			file: '',
			between: '',
			map: '',
			after: ''
		};
	}
	const { extract, demo, uptake, movers, map, freshness } = counted;
	const between = [
		drawn(Heading, { words: m.overview_moved({ from: movers.from, to: movers.to }) }),
		drawn(Movers, { movers }),
		drawn(Heading, { id: `${SMALL_MAP}-title`, within: true, words: m.overview_map() })
	];
	const after = [
		drawn(Links, {
			links: [
				{ path: '/cakupan/', words: m.overview_map_more() },
				{ path: '/program/kmp/', words: m.overview_map_kmp() }
			]
		}),
		drawn(Heading, { words: m.overview_fresh() }),
		drawn(FreshnessView, { freshness }),
		drawn(Links, {
			links: [{ path: '/data/', anchor: '#pelaporan', words: m.overview_fresh_more() }]
		})
	];
	return {
		before: before + (demo ? drawn(DemoNote, {}) : ''),
		uptake,
		sourceHref,
		file: `/extract/${extract}/k1.csv.gz`,
		between: between.join(''),
		map: drawn(SmallMapView, { map, demo, month: movers.to }),
		after: after.join('')
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
