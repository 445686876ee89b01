import { buildScatter } from '$lib/chart/build/scatter';
import type { ChartFrame } from '$lib/chart/model';
import type { ScatterModel } from '$lib/chart/model-scatter';
import { formatNumber } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import type { Cell, Result } from './cells';
import type { ChartChoice } from './chart-choice';
import { type ReadFigure, columnAt, labelOf, unitIn } from './result-figures';

/** Points beyond these are no longer told apart, and a table of them no longer read. */
export const MOST_POINTS = 5000;

/** Two numbers of a row as a point, named by a column where one is chosen, by its number else. */
export function scatterOf(
	result: Result,
	choice: ChartChoice,
	frame: Omit<ChartFrame, 'title' | 'unit'> & { notes: readonly string[] },
	figure: ReadFigure
): { model: ScatterModel; left: number } {
	const { locale } = frame;
	const [upName = ''] = choice.y;
	const [across, up] = [columnAt(result, choice.x), columnAt(result, upName)];
	const names = columnAt(result, choice.series);
	const [acrossUnit, upUnit] = [unitBeside(result, across), unitBeside(result, up)];
	const numbered = result.rows.map((row, index) => ({ row, number: index + 1 }));
	const isThere = ({ row }: { row: readonly Cell[] }) =>
		typeof row[across] === 'number' && typeof row[up] === 'number';
	const there = numbered.filter(isThere);
	const absent = numbered.filter((one) => !isThere(one));
	const drawn = evenly(there, MOST_POINTS);
	const rows = [...drawn, ...absent.slice(0, MOST_POINTS - drawn.length)];
	const left = there.length - drawn.length;
	const model = buildScatter({
		...frame,
		title: m.sql_chart_scatter_title({ up: upName, across: choice.x }, { locale }),
		notes: [...frame.notes, ...told(there.length, drawn.length, absent.length, frame)],
		corner: choice.series ?? m.sql_chart_rows({}, { locale }),
		named: names !== -1,
		axes: {
			across: { name: choice.x, unit: acrossUnit },
			up: { name: upName, unit: upUnit }
		},
		rows: rows
			.sort((a, b) => a.number - b.number)
			.map(({ row, number }) => ({
				key: String(number),
				label:
					names === -1
						? m.sql_chart_row({ row: formatNumber(number, locale) }, { locale })
						: labelOf(row[names] ?? null, locale),
				across: figure(row, across, { unit: acrossUnit }),
				up: figure(row, up, { unit: upUnit })
			}))
	});
	return { model, left };
}

/** What the picture does not show. */
function told(
	there: number,
	drawn: number,
	absent: number,
	{ locale }: Pick<ChartFrame, 'locale'>
) {
	const say = (count: number) => formatNumber(count, locale);
	return [
		...(drawn < there
			? [m.sql_chart_sampled({ drawn: say(drawn), total: say(there) }, { locale })]
			: []),
		...(absent > 0 ? [m.sql_chart_unplaced({ count: say(absent) }, { locale })] : [])
	];
}

/** As many as there may be, from the first to the last in even steps: rows often come in an order. */
function evenly<One>(all: readonly One[], most: number): One[] {
	if (all.length <= most) return [...all];
	const step = all.length / most;
	return all.filter((_, index) => Math.floor(index / step) > Math.floor((index - 1) / step));
}

/** Of two numbers, the unit in the column right behind one is that one's alone. */
function unitBeside(result: Result, at: number) {
	const beside = result.columns[at + 1]?.name ?? '';
	const own = [`${result.columns[at]?.name ?? ''}_unit`, 'unit'];
	return unitIn(result, own.includes(beside) ? at + 1 : -1);
}
