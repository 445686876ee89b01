import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { provinceOf } from '$lib/model';
import type { Outlines, Ring } from '../model';

/** What `npm run boundaries` writes: the regions' outlines, each with its code as its id. */
export type BoundaryTopology = Topology<{ regions: GeometryCollection }> & {
	/** Whose boundaries they are, as the page names them. */
	source: string;
};

/** The outlines of a boundary file, and whose they are. */
export interface NamedOutlines {
	outlines: Outlines;
	source: string;
}

/** What a boundary file holds; null where the text is not one. */
export function readOutlines(text: string): NamedOutlines | null {
	try {
		const topology = JSON.parse(text) as BoundaryTopology;
		return { outlines: outlinesOf(topology), source: String(topology.source) };
	} catch {
		return null;
	}
}

/** The outlines by region, and the lines between provinces. */
function outlinesOf(topology: BoundaryTopology): Outlines {
	const { regions } = topology.objects;
	const outlines = regions.geometries.map((geometry): [string, Ring[]] => [
		String(geometry.id),
		ringsOf(topology, geometry as Polygon | MultiPolygon)
	]);
	const borders = mesh(
		topology,
		regions,
		(a, b) => provinceOf(String(a.id)) !== provinceOf(String(b.id))
	);
	return {
		regions: Object.fromEntries(outlines),
		borders: borders.coordinates as unknown as Ring[]
	};
}

function ringsOf(topology: Topology, geometry: Polygon | MultiPolygon): Ring[] {
	const object = feature(topology, geometry);
	if (object.type !== 'Feature') return [];
	const { geometry: shape } = object;
	if (shape.type === 'Polygon') return shape.coordinates as unknown as Ring[];
	return shape.type === 'MultiPolygon' ? (shape.coordinates.flat() as unknown as Ring[]) : [];
}
