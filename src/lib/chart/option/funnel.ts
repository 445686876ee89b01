import { drawable } from '../build/point';
import { type FunnelLayout, layoutFunnel } from '../layout/funnel';
import { type Size, fontSize } from '../layout/size';
import { shortLabel } from '../layout/text';
import type { FunnelMark, FunnelModel } from '../model-funnel';
import { positionShapes, RADIUS } from './funnel-shapes';
import { texturePath } from './mark';
import type { ChartOption } from './option';
import type { Palette } from './palette';
import { type Shape, box, circle, segment, shapeSeries } from './shapes';

export function funnelChart(model: FunnelModel, size: Size, palette: Palette): ChartOption {
	const layout = layoutFunnel(model, size);
	const font = fontSize(size.width);
	const plain = model.marks.filter(({ chosen }) => !chosen);
	const chosen = model.marks.filter((mark) => mark.chosen);
	return {
		series: [
			shapeSeries('frame', frame(model, layout, font, palette), 1),
			shapeSeries('limits', limits(model, layout, palette), 2),
			shapeSeries('ends', ends(layout, font, palette), 3),
			shapeSeries('marks', marks(plain, layout, palette), 4),
			shapeSeries('names', names(layout, font, palette), 5),
			shapeSeries('chosen', marks(chosen, layout, palette), 6)
		]
	};
}

/** Gridlines, the words of both axes, and what the axis across counts. */
function frame(
	{ wholeLabel }: FunnelModel,
	{ plot, valueTicks, wholeTicks }: FunnelLayout,
	size: number,
	palette: Palette
): Shape[] {
	const text = { size, fill: palette.inkSoft };
	const inner = valueTicks.filter(({ y }) => Math.abs(y - plot.bottom) > 1);
	const marks = wholeTicks.map(({ x }) => segment(x, plot.bottom, x, plot.bottom + 4));
	const base = segment(plot.left, plot.bottom, plot.right, plot.bottom);
	return [
		{
			path: inner.map(({ y }) => segment(plot.left, y, plot.right, y)).join(''),
			stroke: palette.grid
		},
		{ path: base + marks.join(''), stroke: palette.grey },
		...valueTicks.map(({ y, label }): Shape => ({
			...text,
			text: label,
			x: plot.left - 6,
			y,
			align: 'right'
		})),
		...wholeTicks.map(({ x, label }): Shape => ({
			...text,
			text: label,
			x,
			y: plot.bottom + 14,
			align: 'center'
		})),
		{ ...text, text: `${wholeLabel} →`, x: plot.right, y: plot.bottom + 33, align: 'right' }
	];
}

/** Limits of 99.8 percent are drawn through, of 95 percent dashed, the mean strongest. */
function limits(
	{ mean }: FunnelModel,
	{ plot, y, limits: curves }: FunnelLayout,
	palette: Palette
): Shape[] {
	const lines = curves
		.filter(({ points }) => points.length > 1)
		.map(({ curve, points }): Shape => ({
			path: `M${points.map(([x, at]) => `${px(x)} ${px(at)}`).join('L')}`,
			stroke: palette.inkSoft,
			width: 1,
			...(curve.level === 'inner' ? { dash: [4, 3] } : {})
		}));
	if (!mean) return lines;
	const across = segment(plot.left, y(mean.value), plot.right, y(mean.value));
	return [...lines, { path: across, stroke: palette.ink, width: 1.25 }];
}

function px(value: number): string {
	return String(Math.round(value * 10) / 10);
}

function ends({ ends: labels }: FunnelLayout, size: number, palette: Palette): Shape[] {
	return labels.flatMap(({ lines, x, y, leader, strong }): Shape[] => [
		...(leader ? [{ path: segment(...leader), stroke: palette.grey, width: 0.75 }] : []),
		...lines.map((text, index): Shape => ({
			text,
			x,
			y: y + (index - (lines.length - 1) / 2) * (size + 1),
			size,
			fill: strong ? palette.ink : palette.inkSoft
		}))
	]);
}

function marks(
	list: readonly FunnelMark[],
	{ places, y }: FunnelLayout,
	palette: Palette
): Shape[] {
	return list.flatMap(({ key, position, rate, chosen }): Shape[] => {
		const place = places.get(key);
		if (!place) return [];
		const known = drawable(rate) !== null;
		// One alone is known and stands nowhere among others: a plain dot.
		const drawn = position ?? (known ? 'within' : null);
		const ink = drawn === 'within' ? palette.grey : palette.ink;
		const color = chosen ? palette.accent : ink;
		const ring: Shape[] = chosen
			? [{ path: circle(place.x, place.y, RADIUS + 4), stroke: color, width: 1.5 }]
			: [];
		if (drawn === null) return [...below(place, y(0), color), ...ring];
		return [...positionShapes(drawn, place, color, palette.paper), ...ring];
	});
}

/** A withheld rate: a hatched column up to what it lies below, since no point is known. */
function below({ x, y: top }: { x: number; y: number }, zero: number, color: string): Shape[] {
	const side = 7;
	const squares = Math.max(1, Math.floor((zero - top) / side));
	const hatches = Array.from({ length: squares }, (_, index) =>
		texturePath('withheld', x - side / 2, zero - (index + 1) * side, side)
	);
	return [
		{ path: box(x - side / 2, top, side, zero - top), stroke: color, dash: [1, 2] },
		{ path: hatches.join(''), stroke: color, width: 0.75 }
	];
}

function names({ named }: FunnelLayout, size: number, palette: Palette): Shape[] {
	return named.map(({ mark, x, y, align }) => ({
		text: shortLabel(mark.label),
		x,
		y,
		size,
		align,
		bold: mark.chosen,
		fill: mark.chosen ? palette.accent : palette.ink,
		halo: palette.paper
	}));
}
