import { spreadOf } from '$lib/chart/build/summary';
import { madeOf } from '$lib/engine/asked';
import { type Figure, isImplausible, yearOf } from '$lib/model';
import { type CoverageRow, coverage } from '$lib/query/coverage';
import { type CoverageTotal, coverageTotal } from '$lib/query/coverage-total';
import { ask } from '$lib/query/question';
import type { CoverageView } from '$lib/state/coverage-view';
import type { CoverageAnswer } from './answer';
import type { Asking } from './context';
import { pkhMap } from './pkh-map';
import { pkhChange, pkhPanels, pkhSeries } from './pkh-over-time';
import { partsOf } from './pkh-parts';
import { pkhRanking } from './pkh-ranking';
import { INDICATOR, type PkhRows, UNIT, doubtedPart, named } from './pkh-rows';

export async function pkhAnswer(view: CoverageView, asking: Asking): Promise<CoverageAnswer> {
	const { engine, context, options } = asking;
	const province = context.province.code;
	const rows = await ask(engine, coverage({ province }), options);
	const sums = await ask(engine, coverageTotal({ province }), options);
	const members = view.list ? await membersOf(view.list, province, asking) : null;
	const last = Math.max(...rows.map((row) => yearOf(row.period)));
	const year = view.year ?? last;
	const isKept = (row: CoverageRow) => members?.has(row.region) ?? true;
	const shown = rows.filter((row) => yearOf(row.period) === year);
	const newest = rows.filter((row) => yearOf(row.period) === last);
	const kept = shown.filter(isKept);
	// Of the newest year, so that the focus stays while the years pass.
	const lowest =
		spreadOf(named(newest.filter(isKept))).lowest ?? spreadOf(named(newest)).lowest ?? null;
	const region = view.region ?? lowest?.figure.region ?? province;
	const picked: PkhRows = {
		rows,
		totals: sums.map((sum) => totalFigure(sum, rows)),
		counts: sums.map((sum) => `${sum.included} (${yearOf(sum.period)})`).join(', '),
		shown,
		kept,
		list: view.list ? (context.listNames[view.list] ?? null) : null,
		year,
		region
	};
	return {
		kind: 'published',
		region,
		period: String(year),
		// Only periods that have figures are offered.
		empty: null,
		begins: null,
		area: province,
		narrowed: null,
		map: await pkhMap(picked, members, view.drawing, asking),
		ranking: kept.length === 0 ? null : pkhRanking(picked, asking),
		parts: partsOf(picked, asking),
		series: pkhSeries(picked, asking),
		panels: pkhPanels(picked, asking),
		change: pkhChange(picked, asking),
		notes: [],
		flagged: rows
			.filter((row) => isImplausible(row.flag))
			.map((row) => ({ name: row.regionName, figure: doubtedPart(row) }))
	};
}

async function membersOf(list: string, province: string, { engine, options }: Asking) {
	const rows = await ask(engine, coverage({ province, list }), options);
	return new Set(rows.map((row) => row.region));
}

/** The province's ratio as a figure, resting on the source of its regencies' families. */
function totalFigure(sum: CoverageTotal, rows: readonly CoverageRow[]): Figure {
	const part = rows.find((row) => row.period.start === sum.period.start && row.value !== null);
	const total: Figure = {
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
	return madeOf(total, [sum]);
}
