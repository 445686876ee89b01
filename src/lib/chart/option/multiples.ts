import { stateName } from '$lib/i18n/words';
import type { Locale } from '$lib/model';
import { drawable } from '../build/point';
import { LARGEST_TIME, type MultiplesLayout, layoutMultiples } from '../layout/multiples';
import { project } from '../layout/scale';
import { type Size, fontSize } from '../layout/size';
import { shortLabel, textWidth } from '../layout/text';
import type { MultiplesModel } from '../model';
import { gridOption, hiddenAxis } from './axes';
import type { ChartOption } from './option';
import type { Palette } from './palette';
import { dotsOption, drawn, lineMarks, lineOption } from './series';
import { type Shape, segment, shapeSeries } from './shapes';

export function multiplesChart(model: MultiplesModel, size: Size, palette: Palette): ChartOption {
	const layout = layoutMultiples(model, size);
	const { scale, time, panels } = layout;
	const lines = panels.flatMap(({ panel }, index) => {
		const axes = { xAxisIndex: index, yAxisIndex: index };
		return panel.series.flatMap((line) => {
			const key = `${panel.key}/${line.key}`;
			return [
				lineOption(line, axes, `line-${key}`, palette),
				dotsOption(line, axes, `dots-${key}`, model.states, palette, 5)
			];
		});
	});
	const marks = panels.flatMap(({ panel, at }) =>
		panel.series.flatMap((line) => lineMarks(line, at, scale, model.states, palette))
	);
	return {
		grid: panels.map(({ plot }) => gridOption(plot, size)),
		xAxis: panels.map((_, gridIndex) => ({ ...hiddenAxis(time), gridIndex })),
		yAxis: panels.map((_, gridIndex) => ({
			...hiddenAxis([scale.min, scale.max]),
			gridIndex
		})),
		series: [
			shapeSeries('frame', frame(layout, fontSize(size.width), palette, model.locale), 1),
			...drawn(lines),
			shapeSeries('marks', marks, 8)
		]
	};
}

function frame(layout: MultiplesLayout, size: number, palette: Palette, locale: Locale): Shape[] {
	const { panels, scale, words, times, time } = layout;
	const height = (value: number, top: number, bottom: number) =>
		project(value, [scale.min, scale.max], [bottom, top]);
	const grid: string[] = [];
	const base: string[] = [];
	const texts: Shape[] = [];
	const [one] = panels;
	const room = one ? one.plot.right - one.plot.left + 12 : 0;
	const names = fitNames(
		panels.map(({ panel }) => panel),
		room,
		size
	);
	for (const [index, { panel, plot, first }] of panels.entries()) {
		scale.ticks.forEach((tick, nth) => {
			const y = height(tick, plot.top, plot.bottom);
			const line = segment(plot.left, y, plot.right, y);
			if (nth === 0) base.push(line);
			else grid.push(line);
			if (first)
				texts.push({
					text: words[nth] ?? '',
					x: plot.left - 6,
					y,
					size,
					fill: palette.inkSoft,
					align: 'right'
				});
		});
		texts.push({
			text: names[index] ?? '',
			x: plot.left,
			y: plot.top - 13,
			size,
			fill: panel.chosen ? palette.accent : palette.ink,
			bold: panel.chosen
		});
		const figures = panel.series.flatMap((line) => line.figures);
		if (figures.every((figure) => drawable(figure) === null))
			texts.push({
				text: fit(
					stateName(figures.at(-1)?.state ?? 'missing', locale),
					plot.right - plot.left,
					size
				),
				x: (plot.left + plot.right) / 2,
				y: (plot.top + plot.bottom) / 2,
				size,
				fill: palette.inkSoft,
				align: 'center'
			});
		for (const [nth, { at, label }] of times.entries())
			texts.push({
				text: label,
				x: project(at, time, [plot.left, plot.right]),
				y: plot.bottom + 11,
				size: Math.min(size, LARGEST_TIME),
				fill: palette.inkSoft,
				align: nth === 0 ? 'left' : 'right'
			});
	}
	return [
		{ path: grid.join(''), stroke: palette.grid },
		{ path: base.join(''), stroke: palette.grey },
		...texts
	];
}

/** Names of places in the room they have. Before one is cut, all regencies go without their `Kab.`. */
export function fitNames(
	named: readonly { label: string; chosen: boolean }[],
	room: number,
	size: number
): string[] {
	const short = named.map(({ label }) => shortLabel(label));
	const whole = named.every(({ chosen }, at) => textWidth(short[at] ?? '', size, chosen) <= room);
	return named.map(({ chosen }, at) =>
		fit((short[at] ?? '').replace(whole ? /^$/ : /^Kab\. /, ''), room, size, chosen)
	);
}

/** Shortens a text to the room it has; the whole name stands in the table and is spoken. */
export function fit(text: string, room: number, size: number, bold = false): string {
	if (textWidth(text, size, bold) <= room) return text;
	let short = text.slice(0, -1);
	while (short.length > 1 && textWidth(`${short}…`, size, bold) > room) short = short.slice(0, -1);
	return `${short.trimEnd()}…`;
}
