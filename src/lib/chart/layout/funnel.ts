import { drawable } from '../build/point';
import type { FunnelCurve, FunnelMark, FunnelModel } from '../model-funnel';
import { spreadLabels, wrapLabel } from './labels';
import { type NamedMark, nameMarks } from './mark-names';
import type { Plot } from './plot';
import { type Scale, niceScale, project } from './scale';
import { type Place, type Size, fontSize, isPhone } from './size';
import { textWidth } from './text';
import { tickWords } from './ticks';

/** A name of a limit or of the mean, at the end of its line. */
export interface EndLabel {
	lines: readonly string[];
	x: number;
	y: number;
	/** From the line's end to a name that had to move. */
	leader: readonly [x1: number, y1: number, x2: number, y2: number] | null;
	strong: boolean;
}

export interface FunnelLayout {
	plot: Plot;
	y: (rate: number) => number;
	/** Each limit as far as it stands inside the scale, in pixels. */
	limits: { curve: FunnelCurve; points: (readonly [x: number, y: number])[] }[];
	valueTicks: { y: number; label: string }[];
	wholeTicks: { x: number; label: string }[];
	ends: readonly EndLabel[];
	/** Names of the chosen place and of those far beyond the limits, where there is room. */
	named: readonly NamedMark<FunnelMark>[];
	places: Map<string, Place>;
}

/** From the edge of the plot to the names beside it. */
const BESIDE = 8;

/**
 * Limits of the smallest places would flatten all others: the scale holds every mark, the limits of 95
 * percent everywhere, and those of 99.8 percent where the middle place stands.
 */
function rateScale({ marks, curves, mean }: FunnelModel): Scale {
	const wholes = marks.map(({ whole }) => whole.value ?? 0).sort((a, b) => a - b);
	const [smallest = 0, middle = 0] = [wholes[0], wholes[Math.floor(wholes.length / 2)]];
	const limits = curves.flatMap(({ level, points }) => {
		const from = level === 'inner' ? smallest : middle;
		return points.filter(([whole]) => whole >= from).map(([, rate]) => rate);
	});
	const rates = marks.flatMap(({ rate }) => rate.bounds ?? []);
	return niceScale([...rates, ...limits, ...(mean ? [mean.value] : [])], true);
}

export function layoutFunnel(model: FunnelModel, size: Size): FunnelLayout {
	const font = fontSize(size.width);
	const scale = rateScale(model);
	const words = tickWords(scale.ticks, model.unit, model.locale);
	const room = endRoom(model, size.width, font);
	const plot: Plot = {
		left: Math.max(...words.map((text) => textWidth(text, font))) + 10,
		top: 12,
		right: size.width - room - BESIDE - 4,
		bottom: size.height - 46
	};
	const wholes = model.marks.map(({ whole }) => whole.value ?? 0);
	const largest = Math.max(1, ...wholes) * 1.05;
	const across = niceScale(wholes.length === 0 ? [] : [largest], true, isPhone(size.width) ? 2 : 4);
	const x = (whole: number) => project(whole, [0, largest], [plot.left, plot.right]);
	const y = (rate: number) => project(rate, [scale.min, scale.max], [plot.bottom, plot.top]);
	const ticks = across.ticks.filter((tick) => tick <= largest);
	const tickLabels = tickWords(ticks, 'people', model.locale);
	const places = new Map(
		model.marks.map((mark): [string, Place] => [
			mark.key,
			{
				x: x(mark.whole.value ?? 0),
				y: y(drawable(mark.rate) ?? mark.rate.bounds?.[1] ?? 0),
				radius: 8
			}
		])
	);
	return {
		plot,
		y,
		limits: model.curves.map((curve) => ({
			curve,
			points: visible(curve, scale).map(([whole, rate]) => [x(whole), y(rate)] as const)
		})),
		valueTicks: scale.ticks.map((tick, index) => ({ y: y(tick), label: words[index] ?? '' })),
		wholeTicks: ticks.map((tick, index) => ({ x: x(tick), label: tickLabels[index] ?? '' })),
		ends: endLabels(model, plot, y, font),
		named: nameMarks(wantNames(model), places, {
			font,
			plot: { ...plot, right: plot.right + BESIDE / 2 }
		}),
		places
	};
}

/** A limit of nothing, or beyond the scale, is no line along the edge. */
function visible({ points, side }: FunnelCurve, { max }: Scale): FunnelCurve['points'] {
	return side === 'high'
		? points.filter(([, rate]) => rate <= max)
		: points.filter(([, rate], index) => rate > 0 || (points[index + 1]?.[1] ?? 0) > 0);
}

function meanLines(model: FunnelModel, width: number, font: number): string[] {
	return model.mean ? wrapLabel(model.mean.label, width * 0.2, font) : [];
}

function endRoom(model: FunnelModel, width: number, font: number): number {
	const texts = [...model.curves.map(({ label }) => label), ...meanLines(model, width, font)];
	return Math.max(0, ...texts.map((text) => textWidth(text, font)));
}

function lastOf({ points }: FunnelCurve): number {
	return points[points.length - 1]?.[1] ?? 0;
}

/** Names at the ends of the lines, moved apart where the funnel is narrow. */
function endLabels(
	model: FunnelModel,
	plot: Plot,
	y: (rate: number) => number,
	font: number
): EndLabel[] {
	const width = plot.right / 0.8;
	const wanted = [
		...model.curves
			.filter((curve) => lastOf(curve) > 0)
			.map((curve) => ({ at: y(lastOf(curve)), lines: [curve.label], strong: false })),
		...(model.mean
			? [{ at: y(model.mean.value), lines: meanLines(model, width, font), strong: true }]
			: [])
	];
	const middles = spreadLabels(
		wanted.map(({ at, lines }) => ({ y: at, height: lines.length * (font + 1) + 2 })),
		plot.top - 8,
		plot.bottom + 8
	);
	// Pushed down only, they would all stand below their lines: half of it goes up again.
	const shift = mean(wanted.map(({ at }, index) => (middles[index] ?? at) - at));
	const up = Math.max(0, Math.min(shift, Math.min(...middles) - plot.top));
	return wanted.map(({ at, lines, strong }, index) => {
		const middle = (middles[index] ?? at) - up;
		const moved = Math.abs(middle - at) > 2;
		return {
			lines,
			strong,
			x: plot.right + BESIDE,
			y: middle,
			leader: moved ? [plot.right + 1, at, plot.right + BESIDE - 2, middle] : null
		};
	});
}

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** The chosen place first, then those far beyond; a name that finds no room is in the table alone. */
function wantNames(model: FunnelModel): FunnelMark[] {
	return model.marks
		.filter(
			({ chosen, position }) => chosen || position === 'far_above' || position === 'far_below'
		)
		.sort((a, b) => Number(b.chosen) - Number(a.chosen) || away(b, model) - away(a, model));
}

function away({ rate }: FunnelMark, { mean }: FunnelModel): number {
	return Math.abs((rate.value ?? 0) - (mean?.value ?? 0));
}
