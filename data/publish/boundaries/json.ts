import type { Feature, FeatureCollection, GeoJSON, Geometry } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryObject, Topology } from 'topojson-specification';
import { BoundaryError } from './problem';

/** The features of GeoJSON or TopoJSON text. @throws BoundaryError */
export function readJson(bytes: Uint8Array, layer: string | undefined): Feature[] {
	const data = parse(bytes);
	if (!isRecord(data) || typeof data['type'] !== 'string') throw new BoundaryError('json_other');
	if (data['type'] === 'Topology') return ofTopology(data as unknown as Topology, layer);
	return ofGeoJson(data as unknown as GeoJSON);
}

function parse(bytes: Uint8Array): unknown {
	const text = new TextDecoder().decode(bytes);
	if (!/^\s*[[{]/.test(text)) throw new BoundaryError('format_unknown');
	try {
		return JSON.parse(text);
	} catch (error) {
		const found = error instanceof Error ? error.message : '';
		throw new BoundaryError('json_broken', { found }, { cause: error });
	}
}

function ofGeoJson(data: GeoJSON): Feature[] {
	switch (data.type) {
		case 'FeatureCollection':
			if (!Array.isArray(data.features)) throw new BoundaryError('json_other');
			return data.features;
		case 'Feature':
			return [data];
		case 'GeometryCollection':
			return data.geometries.map(bare);
		case 'Polygon':
		case 'MultiPolygon':
			return [bare(data)];
		default:
			throw new BoundaryError('json_other', { found: String((data as { type: unknown }).type) });
	}
}

function bare(geometry: Geometry): Feature {
	return { type: 'Feature', properties: {}, geometry };
}

function ofTopology(topology: Topology, layer: string | undefined): Feature[] {
	if (!isRecord(topology.objects) || !Array.isArray(topology.arcs))
		throw new BoundaryError('json_other', { found: 'Topology' });
	const object = topology.objects[chooseLayer(Object.keys(topology.objects), layer)];
	if (!object) throw new BoundaryError('no_features');
	try {
		const read = feature(topology, object as GeometryObject) as Feature | FeatureCollection;
		return read.type === 'FeatureCollection' ? read.features : [read];
	} catch (error) {
		throw new BoundaryError('json_other', { found: 'Topology' }, { cause: error });
	}
}

/** The layer asked for, or the only one. @throws BoundaryError where it cannot be said */
export function chooseLayer(layers: readonly string[], asked: string | undefined): string {
	const expected = layers.join(', ');
	if (asked !== undefined) {
		if (layers.includes(asked)) return asked;
		throw new BoundaryError('layer_unknown', { found: asked, expected });
	}
	const [only, ...more] = layers;
	if (only === undefined) throw new BoundaryError('no_features');
	if (more.length > 0) throw new BoundaryError('layer_several', { expected });
	return only;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
