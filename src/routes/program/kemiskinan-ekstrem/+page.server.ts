import { buildBars } from '$lib/chart/build/bars';
import { buildLine } from '$lib/chart/build/line';
import { spreadOf } from '$lib/chart/build/summary';
import { formatAmount, formatNumber, formatPeriod } from '$lib/i18n/format';
import { getLocale } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages';
import { type Figure, NATION, figuresOf, hasValue, latest, yearOf } from '$lib/model';
import { listMembers } from '$lib/query/list-members';
import { periods } from '$lib/query/periods';
import { priorityLists } from '$lib/query/priority-lists';
import { ranking } from '$lib/query/ranking';
import { series } from '$lib/query/series';
import { widestPeriod } from '$lib/query/widest-period';
import { type Catalogue, catalogue, headlineOf, need, sourcesOf } from '../../catalogue.server';
import { askSite } from '../../dataset.server';
import { publishedRows } from '../../overview/published-rows.server';
import { type StatusRow, dated } from '../../overview/status-row';
import { provinceCoverage } from './province-coverage';
import { regencyRows } from './regency-rows';
import { extractStages, publishedStages } from './stages.server';
import { verdictsOf } from './targets';

/** The list that the page opens with: the only one of the nation whose members are public. */
const LIST = 'pke-2021-35';
const HIDDEN = ['umkm_priority_regencies', 'umkm_priority_provinces'];
const NATIONAL = [
	'extreme_poverty_rate_190',
	'extreme_poverty_rate_215',
	'extreme_poverty_people',
	'extreme_poverty_people_dtsen',
	...HIDDEN
];

export async function load() {
	const locale = getLocale();
	const names = await catalogue(locale);
	const national = await askSite(series({ indicators: NATIONAL, regions: [NATION] }));
	const targets = dated(await publishedRows(names)).filter(({ id }) => id in lineNames());
	const members = await askSite(listMembers(LIST));
	const regional = await askSite(
		series({
			indicators: ['extreme_poverty_rate_190', 'extreme_poverty_people'],
			regions: members.map(({ region }) => region)
		})
	);
	const period = widestPeriod(await askSite(periods('poverty_rate', 'regency')));
	if (!period) throw new Error('there is no poverty rate of regencies');
	const poverty = await askSite(
		ranking({ level: 'regency', list: LIST, indicator: 'poverty_rate', period })
	);
	const rows = regencyRows(members, regional, poverty);
	const lists = await askSite(priorityLists(locale));
	const published = await publishedStages(rows, names);
	const hidden = HIDDEN.map((indicator) => needLatest(national, indicator));
	const [regencies, provinces] = hidden.map((figure) => formatNumber(figure.value ?? 0, locale));
	return {
		series: seriesChart(national, targets, names),
		verdicts: verdictsOf(targets, lineNames(), locale),
		coverage: provinceCoverage(rows, new Set(published?.staged)),
		stages: {
			published,
			extract: await extractStages(rows, names),
			count: formatNumber(rows.length, locale)
		},
		people: ['extreme_poverty_people', 'extreme_poverty_people_dtsen'].map((indicator) =>
			headlineOf(needLatest(national, indicator), names)
		),
		listId: LIST,
		rows,
		provincesThen: new Set(rows.map((row) => row.provinceThen || row.province)).size,
		rates: rows.filter((row) => row.rate.value !== null).length,
		counts: rows.filter((row) => row.people.value !== null).length,
		publishers: Object.fromEntries(
			[...names.sources.values()].map(({ id, publisher }) => [id, publisher])
		),
		povertyYear: String(yearOf(period)),
		bars: barsChart(
			rows.map((row) => ({ label: row.name, figure: row.rate })),
			national,
			names
		),
		missingList: hidden.map((figure) => headlineOf(figure, names)),
		missingText: m.extreme_poverty_missing_text({
			count: regencies ?? '',
			provinces: provinces ?? ''
		}),
		otherLists: lists.filter((list) => list.id !== LIST)
	};
}

function needLatest(figures: readonly Figure[], indicator: string): Figure {
	const figure = latest(figures, indicator);
	if (!figure) throw new Error(`there is no figure of ${indicator}`);
	return figure;
}

/** The poverty lines, none comparable with another, by indicator. */
function lineNames(): Record<string, string> {
	return {
		extreme_poverty_rate_190: m.overview_extreme_190(),
		extreme_poverty_rate_215: m.overview_extreme_215()
	};
}

/** Each line with its own target: what is of one is not held against the other. */
function seriesChart(national: readonly Figure[], targets: readonly StatusRow[], names: Catalogue) {
	const locale = getLocale();
	const last = needLatest(national, 'extreme_poverty_rate_215');
	const target = targets.find(({ id }) => id === last.indicator)?.target?.figure;
	const percent = (figure: Figure) => formatAmount(figure.value ?? 0, 'percent', locale);
	const lines = Object.entries(lineNames()).map(([key, label]) => ({
		...{ key, label, role: 'compared' as const },
		figures: [
			...figuresOf(national, key),
			...targets.flatMap((row) => (row.id === key && row.target ? [row.target.figure] : []))
		]
	}));
	const inputs = { value: percent(last), period: formatPeriod(last.period, locale) };
	return buildLine({
		id: 'target-dan-kenyataan',
		locale,
		title: target
			? m.extreme_poverty_series_title({
					...inputs,
					target: percent(target),
					year: String(yearOf(target.period))
				})
			: m.extreme_poverty_series_title_none(inputs),
		subtitle: m.extreme_poverty_series_subtitle(),
		unit: 'percent',
		sources: sourcesOf(
			lines.flatMap((line) => line.figures),
			names
		),
		notes: [
			m.overview_extreme_note(),
			...cautions(
				lines.flatMap((line) => line.figures),
				names
			),
			m.extreme_poverty_target_lines()
		],
		series: lines
	});
}

function barsChart(
	rows: { label: string; figure: Figure }[],
	national: readonly Figure[],
	names: Catalogue
) {
	const locale = getLocale();
	const known = rows.filter(({ figure }) => hasValue(figure.state));
	const period = known[0]?.figure.period;
	const nation = figuresOf(national, 'extreme_poverty_rate_190').find(
		(figure) => figure.period.start === period?.start && figure.period.end === period.end
	);
	return buildBars({
		id: 'kabupaten-prioritas',
		locale,
		title: m.extreme_poverty_bars_title({
			count: formatNumber(known.length, locale),
			highest: spreadOf(known).highest?.label ?? ''
		}),
		subtitle: m.extreme_poverty_bars_subtitle({
			period: period ? formatPeriod(period, locale) : ''
		}),
		unit: 'percent',
		sources: sourcesOf([...known.map(({ figure }) => figure), ...(nation ? [nation] : [])], names),
		notes: cautions(
			known.map(({ figure }) => figure),
			names
		),
		rows: known,
		...(nation ? { reference: { label: need(names.regions, NATION).name, figure: nation } } : {})
	});
}

/** What the sources of less certain or derived figures say of themselves, each once. */
function cautions(figures: readonly Figure[], names: Catalogue): string[] {
	const doubted = figures.filter(
		(figure) => figure.certainty !== 'high' || figure.state === 'computed'
	);
	const notes = doubted.map(({ sourceId }) => {
		const { publisher, note } = need(names.sources, sourceId);
		return note === '' ? '' : `${publisher}: ${note}`;
	});
	return [...new Set(notes)].filter((note) => note !== '');
}
