import { buildBars } from '$lib/chart/build/bars';
import { buildLine } from '$lib/chart/build/line';
import { buildPairs, directions } from '$lib/chart/build/pairs';
import type { ChartFrame, ChartModel } from '$lib/chart/model';
import { formatNumber } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import type { Figure, Locale, Period } from '$lib/model';
import type { Cell, Result } from './cells';
import { ownWords } from './export';
import type { Origin } from './origin';
import { type ChartChoice, MOST_BARS, MOST_LINES, periodOf } from './chart-choice';
import { columnAt, figureReader, labelOf, unitIn } from './result-figures';
import { scatterOf } from './scatter-model';

export interface DrawnResult {
	model: ChartModel;
	/** Rows or lines that the drawing leaves out; the table above has them. */
	left: number;
}

/**
 * A result as one of the site's charts. What its figures are, `figureReader` says; a `unit` beside the
 * value is believed where it is ours.
 */
export function chartOf(
	result: Result,
	choice: ChartChoice,
	{ locale, demo, own }: Origin & { locale: Locale }
): DrawnResult {
	const column = (name: string | null) => columnAt(result, name);
	const [x, y, series] = [column(choice.x), choice.y.map(column), column(choice.series)];
	const unit = unitIn(result, column('unit'));
	const label = (row: readonly Cell[], at: number) =>
		at === -1 ? '' : labelOf(row[at] ?? null, locale);
	const read = figureReader(result, { demo, own });
	const figure = (row: readonly Cell[], at: number, period?: Period) =>
		read(row, at, period ? { unit, period } : { unit });
	const [first = -1, second = -1] = y;
	const frame = (left: number): ChartFrame & { notes: readonly string[] } => ({
		id: 'hasil',
		locale,
		title:
			series === -1
				? m.sql_chart_title({ value: choice.y.join(' · '), by: choice.x }, { locale })
				: m.sql_chart_title_series(
						{ value: choice.y.join(' · '), by: choice.x, series: choice.series ?? '' },
						{ locale }
					),
		subtitle: m.sql_chart_subtitle({ count: formatNumber(result.rows.length, locale) }, { locale }),
		unit,
		sources: [],
		notes: [
			...(own ? [ownWords(own, locale)] : []),
			...(left > 0 ? [m.sql_chart_left({ count: formatNumber(left, locale) }, { locale })] : [])
		]
	});
	if (choice.kind === 'scatter') return scatterOf(result, choice, frame(0), read);
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

/** A line has one value at a time: the first that the result gives. */
function onePerPeriod(figures: readonly Figure[]): Figure[] {
	const seen = new Set<string>();
	return figures.filter(({ period: { start, end } }) => {
		const key = `${start}/${end}`;
		return !seen.has(key) && seen.add(key);
	});
}
