import { formatNumber, formatValue } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { unitLabel } from '$lib/i18n/words';
import type { Figure, Locale, Unit } from '$lib/model';
import { rankCorrelation } from '$lib/model/statistics/rank-correlation';
import { axisNames } from '../layout/axis-names';
import { NARROW, WIDE } from '../layout/size';
import type { ChartFrame, ChartTable } from '../model';
import type { ScatterAxis, ScatterMark, ScatterModel } from '../model-scatter';
import { type Placed, chartBase, uniqueKeys } from './frame';
import { drawable } from './point';
import { sayFigure } from './spoken';

interface ScatterInput extends Omit<ChartFrame, 'unit'> {
	/** In any order. Those without one of the two values are not drawn, and stand in the table. */
	rows: readonly ScatterMark[];
	axes: Record<'across' | 'up', { name: string; unit: Unit }>;
	/** What the rows are. */
	corner: string;
	/** Whether the rows have names, rather than a number each. */
	named: boolean;
}

/** Fewer pairs than these say nothing of how two values go together. */
const LEAST_PAIRS = 10;

/** Two values a row as points. Whoever lacks one of them is in no place, and never drawn at zero. */
export function buildScatter(input: ScatterInput): ScatterModel {
	const { locale, axes, named } = input;
	const unique = uniqueKeys();
	const rows = input.rows.map((row): ScatterMark => ({ ...row, key: unique(row.key) }));
	const marks = rows
		.filter(isPlaced)
		.sort((a, b) => valueOf(a.across) - valueOf(b.across) || valueOf(a.up) - valueOf(b.up));
	const told = { across: axisOf(axes.across, locale), up: axisOf(axes.up, locale) };
	const others = rows.filter((row) => !isPlaced(row));
	return {
		...chartBase(
			{ ...input, unit: axes.up.unit },
			[...placed(marks, 0, input), ...placed(others, 1, input)],
			tableOf(rows, input),
			describe(marks, input)
		),
		kind: 'scatter',
		marks,
		axes: told,
		named,
		namesRoom: [axisNames(told, NARROW).height, axisNames(told, WIDE).height]
	};
}

function isPlaced({ across, up }: ScatterMark): boolean {
	return drawable(across) !== null && drawable(up) !== null;
}

function valueOf(figure: Figure): number {
	return drawable(figure) ?? 0;
}

function axisOf({ name, unit }: { name: string; unit: Unit }, locale: Locale): ScatterAxis {
	return { label: unit === 'number' ? name : `${name} (${unitLabel(unit, locale)})`, unit };
}

/** Left and right walk by the value across; rows in no place come after, one below. */
function placed(rows: readonly ScatterMark[], row: number, input: ScatterInput): Placed[] {
	const { axes, locale } = input;
	return rows.map(({ key, label, across, up }, column) => ({
		key,
		name: `${label}, ${axes.up.name}`,
		row,
		column,
		figure: up,
		more: `${axes.across.name}: ${sayAcross(across, up, locale)}`
	}));
}

/** The state is said once where it is the same of both. */
function sayAcross(across: Figure, up: Figure, locale: Locale): string {
	const value = drawable(across);
	return value === null || across.state !== up.state
		? sayFigure(across, locale)
		: formatValue(value, across.unit, locale);
}

function tableOf(rows: readonly ScatterMark[], { corner, axes }: ScatterInput): ChartTable {
	return {
		corner,
		columns: [axes.across.name, axes.up.name],
		rows: rows.map(({ key, label, across, up }) => ({ key, label, cells: [[across], [up]] }))
	};
}

/** How far each value reaches, and whether both rise together. */
function describe(marks: readonly ScatterMark[], { axes, locale }: ScatterInput): string {
	if (marks.length === 0) return m.chart_scatter_none({}, { locale });
	const reach = (side: 'across' | 'up') => {
		const values = marks.map((mark) => valueOf(mark[side])).sort((a, b) => a - b);
		const say = (value = 0) => formatValue(value, axes[side].unit, locale);
		return m.chart_scatter_reach(
			{ name: axes[side].name, from: say(values[0]), to: say(values[values.length - 1]) },
			{ locale }
		);
	};
	const count = formatNumber(marks.length, locale);
	return [
		m.chart_scatter_count({ count }, { locale }),
		reach('across'),
		reach('up'),
		...together(marks, locale)
	].join(' ');
}

function together(marks: readonly ScatterMark[], locale: Locale): string[] {
	if (marks.length < LEAST_PAIRS) return [];
	const rho = rankCorrelation(marks.map(({ across, up }) => [valueOf(across), valueOf(up)]));
	if (rho === null) return [];
	const value = formatNumber(rho, locale, { decimals: 2 });
	return [m.chart_scatter_rho({ value }, { locale })];
}
