import { buildLine } from '$lib/chart/build/line';
import { askedFor } from '$lib/engine/asked';
import { formatAmount, formatNumber, formatPeriod } from '$lib/i18n/format';
import { getLocale } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages';
import { type Figure, NATION, figuresOf, latest, listPlace, provinceOf, yearOf } from '$lib/model';
import { listMembers } from '$lib/query/list-members';
import { periods } from '$lib/query/periods';
import { priorityLists } from '$lib/query/priority-lists';
import { ranking } from '$lib/query/ranking';
import { series } from '$lib/query/series';
import { widestPeriod } from '$lib/query/widest-period';
import { NO_FILTERS } from '$lib/state/filters';
import type { InlineOption } from '$lib/ui/InlineSelect.svelte';
import { type Catalogue, catalogue, headlineOf, need, sourcesOf } from '../../catalogue.server';
import { askSite } from '../../dataset.server';
import { publishedRows } from '../../overview/published-rows.server';
import { type StatusRow, dated } from '../../overview/status-row';
import type { BarsAround, PriorityList } from './answer';
import { priorityAnswer } from './narrow';
import type { PriorityRegency } from './priority-regency';
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
	const extract = await extractStages(rows, names);
	const list: PriorityList = {
		place: listPlace(LIST),
		rows,
		staged: published?.staged ?? [],
		published: published?.matrix ?? null,
		extract: extract?.matrix ?? null,
		bars: barsAround(rows, national, names)
	};
	const hidden = HIDDEN.map((indicator) => needLatest(national, indicator));
	const [regencies, provinces] = hidden.map((figure) => formatNumber(figure.value ?? 0, locale));
	return {
		series: seriesChart(national, targets, names),
		verdicts: verdictsOf(targets, lineNames(), locale),
		list,
		first: priorityAnswer(NO_FILTERS, list, locale),
		places: placesOf(list, lists.find(({ id }) => id === LIST)?.name ?? ''),
		stages: { sources: published?.sources ?? [], kind: extract?.kind ?? null },
		people: ['extreme_poverty_people', 'extreme_poverty_people_dtsen'].map((indicator) =>
			headlineOf(needLatest(national, indicator), names)
		),
		listId: LIST,
		count: rows.length,
		provincesThen: new Set(rows.map((row) => row.provinceThen || row.province)).size,
		rates: rows.filter((row) => row.rate.value !== null).length,
		counts: rows.filter((row) => row.people.value !== null).length,
		publishers: Object.fromEntries(
			[...names.sources.values()].map(({ id, publisher }) => [id, publisher])
		),
		povertyYear: String(yearOf(period)),
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

function barsAround(
	rows: readonly PriorityRegency[],
	national: readonly Figure[],
	names: Catalogue
): BarsAround {
	const figures = rows.map(({ rate }) => rate).filter(({ value }) => value !== null);
	const period = figures[0]?.period;
	const nation = figuresOf(national, 'extreme_poverty_rate_190').find(
		(figure) => figure.period.start === period?.start && figure.period.end === period.end
	);
	const named = nation ? [...figures, nation] : figures;
	return {
		nation: nation ? { label: need(names.regions, NATION).name, figure: nation } : null,
		sources: Object.fromEntries(sourcesOf(named, names).map((source) => [source.id, source])),
		cautions: Object.fromEntries(
			figures.flatMap((figure) => cautions([figure], names).map((text) => [figure.sourceId, text]))
		),
		queries: askedFor(named)
	};
}

/** The whole list, its provinces, and its regencies under the name of their province. */
function placesOf({ place, rows }: PriorityList, name: string): InlineOption[] {
	const provinces = new Map(rows.map(({ code, province }) => [provinceOf(code), province]));
	return [
		{ value: place, label: name },
		...[...provinces]
			.sort(([a], [b]) => a.localeCompare(b))
			.map(([value, label]) => ({ value, label, group: m.answer_provinces() })),
		...[...rows]
			.sort((a, b) => a.code.localeCompare(b.code))
			.map(({ code, name: label, province }) => ({ value: code, label, group: province }))
	];
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
