import { type MapLayout, layoutMap, outlineIn } from '../layout/map';
import type { Size } from '../layout/size';
import type { AreasModel, MapMark, Ring } from '../model';
import { hatch } from './hatch';
import { chosenCircle, circles, colorOfClass, halves, names, shoulders } from './map';
import type { ChartOption } from './option';
import type { Palette } from './palette';
import { pathOf } from './path';
import { type Shape, circle, segment, shapeSeries } from './shapes';

interface Area {
	mark: MapMark;
	rings: readonly Ring[];
}

/** Areas of one look are one path. */
export function areasChart(model: AreasModel, size: Size, palette: Palette): ChartOption {
	const layout = layoutMap(model, size);
	const areas = model.marks.flatMap((mark): Area[] => {
		const rings = outlineIn(model, mark.region, layout.view);
		return rings.length > 0 ? [{ mark, rings }] : [];
	});
	const small = new Set(
		areas.flatMap(({ mark, rings }) => (isSmall(rings, layout) ? [mark.region] : []))
	);
	// What has no outline, and what shows its texture only so, is a circle as on the coastline.
	const bare = model.marks.filter(
		({ region, look }) => !model.ground.regions[region] || (look !== 'class' && small.has(region))
	);
	return {
		series: [
			shapeSeries('areas', shaded(model, areas, layout, palette), 1),
			shapeSeries('textures', textures(areas, layout, palette), 2),
			shapeSeries('borders', borders(model, layout, palette), 3),
			shapeSeries('circles', circles(model, bare, layout, palette), 4),
			shapeSeries('shoulders', shoulders(model, layout, palette), 4),
			shapeSeries('chosen', chosen(areas, bare, layout, palette), 5),
			shapeSeries('names', names(model, layout, size, palette), 6)
		]
	};
}

function shaded(
	model: AreasModel,
	areas: readonly Area[],
	{ project }: MapLayout,
	palette: Palette
): Shape[] {
	const path = (some: readonly Area[]) =>
		pathOf(
			some.flatMap(({ rings }) => rings),
			project,
			'z'
		);
	const shapes: Shape[] = [];
	const left = areas.filter(({ mark }) => !mark.included);
	if (left.length > 0) shapes.push({ path: path(left), stroke: palette.grey, width: 0.5 });
	model.classes.forEach((_, index) => {
		const own = areas.filter(({ mark }) => mark.included && mark.classNumber === index + 1);
		if (own.length === 0) return;
		const fill = colorOfClass(model, index, palette);
		shapes.push({ path: path(own), fill, stroke: palette.grey, width: 0.4 });
	});
	return shapes;
}

/**
 * Missing: empty, dotted edge. Late: a disc half filled. Not received: a bar. Not begun: a bar that stands.
 * Not counted: a ring. Withheld: hatched.
 * Implausible: crossed.
 */
function textures(areas: readonly Area[], layout: MapLayout, palette: Palette): Shape[] {
	const { project, radius } = layout;
	const edges: Ring[] = [];
	let marks = '';
	for (const { mark, rings } of areas) {
		if (mark.look === 'class' || !mark.included) continue;
		edges.push(...rings);
		const corners = rings.map((ring) => ring.map(project));
		if (mark.look === 'not_counted')
			marks += circle(...project([mark.lng, mark.lat]), radius * 0.6);
		const [x, y] = project([mark.lng, mark.lat]);
		if (mark.look === 'late') marks += circle(x, y, radius);
		if (mark.look === 'not_received') marks += segment(x - radius, y, x + radius, y);
		if (mark.look === 'not_begun') marks += segment(x, y - radius, x, y + radius);
		if (mark.look === 'withheld' || mark.look === 'implausible') marks += hatch(corners, -1);
		if (mark.look === 'implausible') marks += hatch(corners, 1);
	}
	if (edges.length === 0) return [];
	const included = areas.flatMap(({ mark }) => (mark.included ? [mark] : []));
	return [
		{ path: pathOf(edges, project, 'z'), stroke: palette.texture, dash: [1, 2] },
		{ path: marks, stroke: palette.texture, width: 0.75 },
		...halves(included, layout, palette)
	];
}

/** Too small, in pixels, for a texture to be told. */
const SMALL = 9;

function isSmall(rings: readonly Ring[], { project }: MapLayout): boolean {
	const corners = rings.flatMap((ring) => ring.map(project));
	const xs = corners.map(([x]) => x);
	const ys = corners.map(([, y]) => y);
	return Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)) < SMALL;
}

function borders({ ground, marks }: AreasModel, { project }: MapLayout, palette: Palette): Shape[] {
	const provinces = new Set(marks.map(({ province }) => province));
	if (provinces.size < 2) return [];
	return [{ path: pathOf(ground.borders, project, ''), stroke: palette.inkSoft, width: 0.75 }];
}

function chosen(
	areas: readonly Area[],
	bare: readonly MapMark[],
	layout: MapLayout,
	palette: Palette
): Shape[] {
	const lifted = areas.flatMap(({ mark, rings }): Shape[] => {
		if (!mark.chosen) return [];
		const path = pathOf(rings, layout.project, 'z');
		return [
			{ path, stroke: palette.paper, width: 5 },
			{ path, stroke: palette.accent, width: 2.5 }
		];
	});
	return [...lifted, ...chosenCircle(bare, layout, palette)];
}
