import type { TilesModel } from '$lib/chart/model';

/** Of the chart; the page's elements are named by it. */
export const SMALL_MAP = 'peta-kecil';

/** Tiles of one look as one path, with what they mean and how many they are. */
export interface MapLook {
	/** `class-1` … the shade, or the texture of what has no value. */
	look: string;
	label: string;
	count: number;
	path: string;
	/** One such tile, for the legend. */
	key: string;
}

/** A tile map that is looked at and not walked: as a few paths, a hundredth of the whole drawing. */
export interface SmallMap {
	width: number;
	height: number;
	looks: MapLook[];
	/** Outlines of the provinces. */
	edges: string;
}

/** The drawing of a tile map, without its figures. */
export function smallMap({
	tiles,
	classes,
	textures,
	provinces,
	width,
	height
}: TilesModel): SmallMap {
	const looks = [
		...classes.map(({ label, count }, index) => ({
			look: `class-${index + 1}`,
			label,
			count,
			own: tiles.filter(({ classNumber }) => classNumber === index + 1)
		})),
		...textures.map(({ look, label, count }) => ({
			look,
			label,
			count,
			own: tiles.filter((tile) => tile.look === look)
		}))
	];
	return {
		width,
		height,
		looks: looks.map(({ own, ...rest }) => ({
			...rest,
			path: own.map(({ x, y }) => outline(rest.look, x, y)).join(''),
			key: outline(rest.look, 0, 0)
		})),
		edges: provinces
			.flatMap(({ edges }) => edges.map(([x1, y1, x2, y2]) => `M${x1} ${y1}L${x2} ${y2}`))
			.join('')
	};
}

/** Lines across a tile whose lists have not come: one where they are late, two where they never came. */
const ACROSS: Readonly<Record<string, string>> = {
	late: 'm0 .88l.88-.88',
	not_received: 'l.88 .88m-.88 0l.88-.88'
};

function outline(look: string, x: number, y: number): string {
	return `M${x + 0.06} ${y + 0.06}h.88v.88h-.88z${ACROSS[look] ?? ''}`;
}
