import { comparable } from '../build/comparable';
import type { LineModel, LineSeries } from '../model';
import { type Box, overlap, trace } from './boxes';
import { spreadLabels, wrapLabel } from './labels';
import { type Plot, rulers } from './plot';
import type { Scale } from './scale';
import { shortLabel, textWidth } from './text';
import { middleOf } from './ticks';

/** A line's name: where its middle height and its aligned edge stand, in pixels. */
export interface PlacedLabel {
	series: LineSeries;
	x: number;
	y: number;
	lines: readonly string[];
	align: 'left' | 'center' | 'right';
	/** From the line's end to a name that could not stand beside it. */
	leader: readonly [x1: number, y1: number, x2: number, y2: number] | null;
}

/** The room that labels and plot share. */
interface Room extends Omit<Plot, 'right'> {
	width: number;
}

interface Axes {
	time: readonly [number, number];
	scale: Pick<Scale, 'min' | 'max'>;
}

interface Ended {
	series: LineSeries;
	/** Last believed value and when. */
	at: number;
	value: number;
}

/** From the edge of the plot to the names beside it. */
const BESIDE = 10;

/**
 * Names the lines: beside the plot those that reach its edge, at their own end those that end before.
 * Where there is no room at its end, a name moves beside the plot and a thin line leads to it.
 */
export function labelLines(
	model: LineModel,
	room: Room,
	font: number,
	axes: Axes
): { labels: PlacedLabel[]; plot: Plot } {
	const ended = endsOf(model.series);
	const late = ({ at }: Ended) => at >= axes.time[1] - (axes.time[1] - axes.time[0]) * 0.02;
	const beside = new Set(ended.filter(late));
	for (;;) {
		const edge = labelsBeside([...beside], room, font, axes);
		const taken = edge.labels.map((label) => boxOf(label, font));
		const drawn = model.series.flatMap((line) => traceOf(line, edge.plot, axes));
		const inside: PlacedLabel[] = [];
		let moved = false;
		for (const line of ended.filter((each) => !beside.has(each))) {
			const label = labelInside(line, edge.plot, { ...axes, font, width: room.width }, (box) =>
				[...taken, ...drawn].some((other) => overlap(box, other))
			);
			if (label) {
				inside.push(label);
				taken.push(boxOf(label, font));
			} else {
				beside.add(line);
				moved = true;
			}
		}
		if (!moved) return { labels: [...edge.labels, ...inside], plot: edge.plot };
	}
}

/** Names stand on the lines that are named, or on all where they are few. */
function endsOf(series: readonly LineSeries[]): Ended[] {
	const few = series.length <= 6;
	return series.flatMap((line) => {
		const last = line.figures.findLast((figure) => comparable(figure) !== null);
		if (!last || (!few && line.role === 'context')) return [];
		return [{ series: line, at: middleOf(last.period), value: last.value ?? 0 }];
	});
}

function isBold({ role }: LineSeries): boolean {
	return role === 'chosen';
}

function widthOf(series: LineSeries, lines: readonly string[], font: number): number {
	return Math.max(0, ...lines.map((text) => textWidth(text, font, isBold(series))));
}

function labelsBeside(ended: readonly Ended[], room: Room, font: number, axes: Axes) {
	const wrapped = ended.map(({ series }) =>
		wrapLabel(shortLabel(series.label), room.width * 0.27, font, isBold(series))
	);
	const widths = ended.map(({ series }, index) => widthOf(series, wrapped[index] ?? [], font));
	const right = room.width - Math.max(16, Math.max(0, ...widths) + BESIDE + 4);
	const plot: Plot = { left: room.left, top: room.top, right, bottom: room.bottom };
	const { x, y } = rulers(plot, axes.time, axes.scale);
	const wanted = ended.map(({ value }, index) => ({
		y: y(value),
		height: (wrapped[index]?.length ?? 1) * (font + 2) + 3
	}));
	const middles = spreadLabels(wanted, plot.top - 8, plot.bottom + 8);
	const labels = ended.map(({ series, at, value }, index): PlacedLabel => {
		const middle = middles[index] ?? 0;
		const far = right - x(at) > BESIDE || Math.abs(middle - y(value)) > font;
		return {
			series,
			x: right + BESIDE,
			y: middle,
			lines: wrapped[index] ?? [],
			align: 'left',
			leader: far ? [x(at) + 4, y(value), right + BESIDE - 3, middle] : null
		};
	});
	return { labels, plot };
}

/** The first place about a line's end where its name covers nothing; undefined where there is none. */
function labelInside(
	{ series, at, value }: Ended,
	plot: Plot,
	{ font, width, time, scale }: Axes & { font: number; width: number },
	covers: (box: Box) => boolean
): PlacedLabel | undefined {
	const { x, y } = rulers(plot, time, scale);
	const [endX, endY] = [x(at), y(value)];
	const whole = [shortLabel(series.label)];
	const broken = wrapLabel(shortLabel(series.label), width * 0.27, font, isBold(series));
	const spots = [whole, broken].flatMap((lines) => {
		const away = (lines.length * (font + 2)) / 2 + 8;
		const spot = (dx: number, dy: number, align: PlacedLabel['align']): PlacedLabel => ({
			series,
			x: endX + dx,
			y: endY + dy,
			lines,
			align,
			leader: null
		});
		return [
			spot(9, 0, 'left'),
			spot(0, -away, 'center'),
			spot(0, away, 'center'),
			spot(-4, -away, 'left'),
			spot(-4, away, 'left'),
			spot(4, -away, 'right'),
			spot(4, away, 'right')
		];
	});
	return spots.find((spot) => {
		const box = boxOf(spot, font);
		const within = box.left >= plot.left && box.right <= width - 2;
		return within && box.top >= plot.top - 10 && box.bottom <= plot.bottom && !covers(box);
	});
}

function boxOf({ series, x, y, lines, align }: PlacedLabel, font: number): Box {
	const width = widthOf(series, lines, font);
	const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
	const half = (lines.length * (font + 2)) / 2;
	return { left, right: left + width, top: y - half, bottom: y + half };
}

/** Small boxes along what is drawn of a line, marks of values that are not believed among them. */
function traceOf(line: LineSeries, plot: Plot, { time, scale }: Axes): Box[] {
	const { x, y } = rulers(plot, time, scale);
	const spots = line.figures.map((figure) => {
		const spot = { x: x(middleOf(figure.period)), y: y(figure.value ?? 0) };
		return { ...spot, joined: comparable(figure) !== null, there: figure.value !== null };
	});
	return spots.flatMap((spot, index) => {
		const before = spots[index - 1];
		const own = spot.there ? trace(spot, spot) : [];
		return before?.joined && spot.joined ? trace(before, spot) : own;
	});
}
