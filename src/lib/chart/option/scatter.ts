import { type ScatterLayout, layoutScatter } from '../layout/scatter';
import { type Size, fontSize } from '../layout/size';
import { shortLabel } from '../layout/text';
import { markOf } from '../mark';
import type { ScatterModel } from '../model-scatter';
import { markShapes } from './mark';
import type { ChartOption } from './option';
import type { Palette } from './palette';
import { type Shape, circle, segment, shapeSeries } from './shapes';

export function scatterChart(model: ScatterModel, size: Size, palette: Palette): ChartOption {
	const layout = layoutScatter(model, size);
	const font = fontSize(size.width);
	return {
		series: [
			shapeSeries('frame', frame(layout, size.width, font, palette), 1),
			shapeSeries('points', points(model, layout, palette), 2),
			shapeSeries('states', states(model, layout, palette), 3),
			shapeSeries('names', names(layout, font, palette), 4)
		]
	};
}

/** Gridlines, ticks and the names of both axes. */
function frame(
	{ plot, names: { up, across, line }, upTicks, acrossTicks }: ScatterLayout,
	width: number,
	size: number,
	palette: Palette
): Shape[] {
	const text = { size, fill: palette.inkSoft };
	const grid = [
		...upTicks.map(({ y }) => segment(plot.left, y, plot.right, y)),
		...acrossTicks.map(({ x }) => segment(x, plot.top, x, plot.bottom))
	];
	const base =
		segment(plot.left, plot.bottom, plot.right, plot.bottom) +
		segment(plot.left, plot.top, plot.left, plot.bottom);
	return [
		{ path: grid.join(''), stroke: palette.grid },
		{ path: base, stroke: palette.grey },
		...upTicks.map(({ y, label }): Shape => ({
			...text,
			text: label,
			x: plot.left - 8,
			y,
			align: 'right'
		})),
		...acrossTicks.map(({ x, label }): Shape => ({
			...text,
			text: label,
			x,
			y: plot.bottom + 14,
			align: 'center'
		})),
		...up.map((name, index): Shape => ({
			text: name,
			x: 0,
			y: (index + 0.5) * line,
			size,
			fill: palette.ink
		})),
		...across.map((name, index): Shape => ({
			text: name,
			x: width,
			y: plot.bottom + 24 + (index + 0.5) * line,
			size,
			fill: palette.ink,
			align: 'right'
		}))
	];
}

/** All points are one path, however many: rings, so that one above another is seen. */
function points(
	{ marks }: ScatterModel,
	{ places, radius }: ScatterLayout,
	{ ink }: Palette
): Shape[] {
	const rings = marks.map(({ key }) => {
		const place = places.get(key);
		return place ? circle(place.x, place.y, radius) : '';
	});
	return [{ path: rings.join(''), stroke: ink, width: radius > 2 ? 1.5 : 1 }];
}

/** Above a point, what its values are where that is not plain; marks of one look are one path. */
function states(model: ScatterModel, { places, radius }: ScatterLayout, palette: Palette): Shape[] {
	const looks = new Map<string, Shape & { path: string }>();
	for (const { key, across, up } of model.marks) {
		const mark = markOf(up, model.states) ?? markOf(across, model.states);
		const place = places.get(key);
		if (mark === null || !place) continue;
		const spot = { x: place.x, y: place.y - radius - 4.5, radius: 2.5 };
		markShapes(mark, spot, palette.ink, palette.paper).forEach((shape, layer) => {
			if (!('path' in shape)) return;
			const look = `${mark} ${layer}`;
			const path = (looks.get(look)?.path ?? '') + shape.path;
			looks.set(look, { ...shape, path });
		});
	}
	return [...looks.values()];
}

function names({ named }: ScatterLayout, size: number, palette: Palette): Shape[] {
	return named.map(({ mark, x, y, align }) => ({
		text: shortLabel(mark.label),
		x,
		y,
		size,
		align,
		fill: palette.ink,
		halo: palette.paper
	}));
}
