import { buildBars } from '$lib/chart/build/bars';
import { buildLine } from '$lib/chart/build/line';
import { buildPairs, directions } from '$lib/chart/build/pairs';
import type { ChartFrame, ChartModel } from '$lib/chart/model';
import { formatNumber } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { type Figure, type Locale, type Unit, hasValue, isFigureState, isUnit } from '$lib/model';
import type { Cell, Result } from './cells';
import { ownWords } from './export';
import type { Origin } from './origin';
import { type ChartChoice, MOST_BARS, MOST_LINES, periodOf } from './chart-choice';

const TIMELESS = { start: '', end: '' };

export interface DrawnResult {
	model: ChartModel;
	/** Rows or lines that the drawing leaves out; the table above has them. */
	left: number;
}

/**
 * A result as one of the site's charts. Its figures are worked out here, or made up where the result
 * rests on made-up lists, or the reader's own; a `state` and a `unit` beside the value are believed where
 * they are ours.
 */
export function chartOf(
	result: Result,
	choice: ChartChoice,
	{ locale, demo, own }: Origin & { locale: Locale }
): DrawnResult {
	const column = (name: string | null) =>
		result.columns.findIndex((one) => one.name === name && name !== null);
	const [x, y, series] = [column(choice.x), choice.y.map(column), column(choice.series)];
	const [unitAt, stateAt] = [column('unit'), column('state')];
	const unit = unitOf(result, unitAt);
	const label = (row: readonly Cell[], at: number) =>
		at === -1 ? '' : labelOf(row[at] ?? null, locale);
	const figure = (row: readonly Cell[], at: number, period = TIMELESS): Figure => {
		const told = String(row[stateAt] ?? '');
		// A state of the site's beside figures of the reader's own says nothing of those, and of figures
		// of both nobody can say whose they are: a note does.
		const state = demo
			? 'demo'
			: own === 'alone'
				? 'own'
				: own === null && isFigureState(told)
					? told
					: 'computed';
		const value = row[at];
		const known = typeof value === 'number' && hasValue(state);
		return {
			indicator: '',
			region: '',
			period,
			value: known ? value : null,
			unit,
			state: known || !hasValue(state) ? state : 'missing',
			sourceId: '',
			certainty: 'high',
			flag: null
		};
	};
	const [first = -1, second = -1] = y;
	const frame = (left: number): ChartFrame => ({
		id: 'hasil',
		locale,
		title:
			series === -1
				? m.sql_chart_title({ value: choice.y.join(' · '), by: choice.x }, { locale })
				: m.sql_chart_title_series(
						{ value: choice.y.join(' · '), by: choice.x, series: choice.series ?? '' },
						{ locale }
					),
		subtitle: m.sql_chart_subtitle({ count: result.rows.length }, { locale }),
		unit,
		sources: [],
		notes: [
			...(own ? [ownWords(own, locale)] : []),
			...(left > 0 ? [m.sql_chart_left({ count: left }, { locale })] : [])
		]
	});
	if (choice.kind === 'line') {
		const lines = new Map<string, Figure[]>();
		for (const row of result.rows) {
			const period = periodOf(String(row[x] ?? ''));
			if (period === null) continue;
			const name = series === -1 ? (choice.y[0] ?? '') : label(row, series);
			lines.set(name, [...(lines.get(name) ?? []), figure(row, first, period)]);
		}
		const all = [...lines].map(([name, figures]) => ({ name, figures }));
		const shown = all.slice(0, MOST_LINES);
		const left = all.length - shown.length;
		const model = buildLine({
			...frame(left),
			series: shown.map(({ name, figures }) => ({
				key: name,
				label: name,
				role: shown.length === 1 ? 'chosen' : 'compared',
				figures: onePerPeriod(figures)
			}))
		});
		return { model, left };
	}
	const rows = result.rows.slice(0, MOST_BARS);
	const left = result.rows.length - rows.length;
	if (choice.kind === 'pairs' && second !== -1) {
		const pairs = rows.map((row, index) => ({
			key: String(index),
			label: label(row, x),
			before: figure(row, first),
			after: figure(row, second)
		}));
		// Two measures beside each other: neither came before the other, and nothing rose or fell.
		const { up, down, same } = directions(pairs);
		const [a = '', b = ''] = choice.y;
		return {
			left,
			model: buildPairs({
				...frame(left),
				corner: choice.x,
				labels: { before: a, after: b },
				summary: m.sql_chart_pairs_summary({ a, b, down, up, same }, { locale }),
				rows: pairs
			})
		};
	}
	return {
		left,
		model: buildBars({
			...frame(left),
			corner: choice.x,
			first: 'given',
			rows: rows.map((row, index) => ({
				key: String(index),
				label: label(row, x),
				figure: figure(row, first)
			}))
		})
	};
}

/** The unit that all rows name, else a plain number. */
function unitOf(result: Result, at: number): Unit {
	const units = new Set(at === -1 ? [] : result.rows.map((row) => String(row[at])));
	const [only = ''] = units;
	return units.size === 1 && isUnit(only) ? only : 'number';
}

function labelOf(cell: Cell, locale: Locale): string {
	if (cell === null || cell === '') return '–';
	if (typeof cell === 'boolean')
		return cell ? m.grid_true({}, { locale }) : m.grid_false({}, { locale });
	if (typeof cell === 'number' && !(Number.isInteger(cell) && Math.abs(cell) < 10_000))
		return formatNumber(cell, locale);
	return String(cell);
}

/** A line has one value at a time: the first that the result gives. */
function onePerPeriod(figures: readonly Figure[]): Figure[] {
	const seen = new Set<string>();
	return figures.filter(({ period: { start, end } }) => {
		const key = `${start}/${end}`;
		return !seen.has(key) && seen.add(key);
	});
}
