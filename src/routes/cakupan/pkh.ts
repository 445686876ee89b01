import { findBounds } from '$lib/chart/build/classes';
import { comparable, spreadOf } from '$lib/chart/build/summary';
import { formatAmount, formatNumber } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { buildBars } from '$lib/chart/build/bars';
import { buildTiles } from '$lib/chart/build/tiles';
import { type Figure, isImplausible, yearOf, yearPeriod } from '$lib/model';
import { type CoverageRow, coverage } from '$lib/query/coverage';
import { type CoverageTotal, coverageTotal } from '$lib/query/coverage-total';
import { ask } from '$lib/query/question';
import type { CoverageView } from '$lib/state/coverage-view';
import type { CoverageAnswer } from './answer';
import { type Asking, sourcesIn } from './context';
import { pkhChange, pkhPanels, pkhSeries } from './pkh-over-time';

const INDICATOR = 'pkh_families_per_100_poor';
const UNIT = 'families_per_100_people';

/** All years of the province, and what the view picks out of them. */
export interface PkhRows {
	rows: CoverageRow[];
	/** The province's own ratio by year. */
	totals: Figure[];
	/** Of the year shown. */
	shown: CoverageRow[];
	year: number;
	region: string;
}

export async function pkhAnswer(view: CoverageView, asking: Asking): Promise<CoverageAnswer> {
	const { engine, context, options } = asking;
	const province = context.province.code;
	const rows = await ask(engine, coverage({ province }), options);
	const sums = await ask(engine, coverageTotal({ province }), options);
	const members = view.list
		? new Set(
				(await ask(engine, coverage({ province, list: view.list }), options)).map(
					(row) => row.region
				)
			)
		: null;
	const year = view.year ?? Math.max(...rows.map((row) => yearOf(row.period)));
	const shown = rows.filter((row) => yearOf(row.period) === year);
	const kept = shown.filter((row) => members?.has(row.region) ?? true);
	const lowest = spreadOf(named(kept.length > 0 ? kept : shown)).lowest?.figure;
	const region = view.region ?? lowest?.region ?? shown[0]?.region ?? province;
	const totals = sums.map((sum) => totalFigure(sum, rows));
	const picked: PkhRows = { rows, totals, shown, year, region };
	return {
		region,
		year,
		area: province,
		map: mapOf(picked, members, asking),
		ranking: kept.length === 0 ? null : rankingOf(picked, kept, asking),
		series: pkhSeries(picked, asking),
		panels: pkhPanels(picked, asking),
		change: pkhChange(picked, asking),
		notes: [m.coverage_note_units({}, asking), excludedNote(sums, year, asking)],
		flagged: rows
			.filter((row) => isImplausible(row.flag))
			.map((row) => ({
				name: row.regionName,
				figure: isImplausible(row.families.flag) ? row.families : row.people
			}))
	};
}

function named(rows: readonly CoverageRow[]) {
	return rows.map((figure) => ({ label: figure.regionName, figure }));
}

function mapOf(picked: PkhRows, members: Set<string> | null, asking: Asking) {
	const { context, locale } = asking;
	const { rows, shown, totals, year } = picked;
	const own = comparable(totals.find((total) => yearOf(total.period) === year) ?? NOTHING) ?? 0;
	const values = shown.flatMap((row) => comparable(row) ?? []);
	const regions = new Set(shown.map((row) => row.region));
	return buildTiles({
		id: 'peta',
		locale,
		title: m.coverage_map_title_pkh(
			{
				above: formatNumber(values.filter((value) => value > own).length, locale),
				count: formatNumber(values.length, locale)
			},
			{ locale }
		),
		subtitle: m.coverage_map_subtitle_pkh({ year: String(year) }, { locale }),
		unit: UNIT,
		sources: sourcesIn(
			shown.flatMap((row) => [row.families, row.people]),
			context
		),
		notes: [m.coverage_tiles_note({}, { locale })],
		places: context.places.filter((place) => regions.has(place.region)),
		provinceNames: new Map(Object.entries(context.provinceNames)),
		figures: shown,
		asked: { indicator: INDICATOR, period: yearPeriod(year) },
		chosen: picked.region,
		// One scale for all years, so that a colour means the same while the years pass.
		bounds: findBounds(
			rows.flatMap((row) => comparable(row) ?? []),
			'quantile',
			5
		),
		...(members ? { included: members } : {})
	});
}

function rankingOf(picked: PkhRows, kept: CoverageRow[], asking: Asking) {
	const { context, locale } = asking;
	const { highest, lowest } = spreadOf(named(kept));
	const reference = picked.totals.find((total) => yearOf(total.period) === picked.year);
	return buildBars({
		id: 'peringkat',
		locale,
		title:
			highest && lowest
				? m.coverage_rank_title_pkh({ highest: highest.label, lowest: lowest.label }, { locale })
				: m.coverage_rank_title_empty({}, { locale }),
		subtitle: m.coverage_rank_subtitle_pkh({ year: String(picked.year) }, { locale }),
		unit: UNIT,
		sources: sourcesIn(
			kept.flatMap((row) => [row.families, row.people]),
			context
		),
		rows: named(kept),
		chosen: picked.region,
		...(reference ? { reference: { label: context.province.name, figure: reference } } : {})
	});
}

function excludedNote(sums: readonly CoverageTotal[], year: number, { locale }: Asking): string {
	const excluded = sums.find((sum) => yearOf(sum.period) === year)?.excluded ?? 0;
	return m.coverage_note_excluded(
		{ count: formatAmount(excluded, 'regencies', locale) },
		{ locale }
	);
}

/** The province's ratio as a figure, resting on the source of its regencies' families. */
function totalFigure(sum: CoverageTotal, rows: readonly CoverageRow[]): Figure {
	const part = rows.find((row) => row.period.start === sum.period.start && row.value !== null);
	return {
		indicator: INDICATOR,
		region: sum.region,
		period: sum.period,
		value: sum.value,
		unit: UNIT,
		state: sum.value === null ? 'missing' : 'computed',
		sourceId: part?.families.sourceId ?? '',
		certainty: part?.certainty ?? 'high',
		flag: null
	};
}

const NOTHING: Figure = {
	indicator: INDICATOR,
	region: '',
	period: { start: '', end: '' },
	value: null,
	unit: UNIT,
	state: 'missing',
	sourceId: '',
	certainty: 'high',
	flag: null
};
