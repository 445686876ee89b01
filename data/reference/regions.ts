import { ISLAND_GROUPS, REGION_KINDS, REGION_LEVELS } from '$lib/model/region';
import type {
	FormerCodeRecord,
	FormerNameRecord,
	FormerProvinceRecord,
	RegionRecord,
	TileRecord
} from './records';
import { numberIn, oneOf, readTable } from './table';

const REGION_COLUMNS = [
	'code',
	'level',
	'kind',
	'name',
	'abbreviation',
	'province_code',
	'bps_code',
	'male',
	'female',
	'population',
	'area_km2',
	'lat',
	'lng',
	'island_group',
	'source_id'
] as const;

/** Nation, provinces and regencies, in that order. */
export function readRegions(): RegionRecord[] {
	const file = 'regions.csv';
	return readTable(file, REGION_COLUMNS).map((row) => ({
		code: row.code,
		level: oneOf(file, REGION_LEVELS, row.level),
		kind: oneOf(file, REGION_KINDS, row.kind),
		name: row.name,
		abbreviation: row.abbreviation,
		provinceCode: row.province_code,
		bpsCode: row.bps_code,
		male: numberIn(file, row.male),
		female: numberIn(file, row.female),
		population: numberIn(file, row.population),
		areaKm2: numberIn(file, row.area_km2),
		lat: numberIn(file, row.lat),
		lng: numberIn(file, row.lng),
		islandGroup: row.island_group === '' ? null : oneOf(file, ISLAND_GROUPS, row.island_group),
		sourceId: row.source_id
	}));
}

export function readFormerNames(): FormerNameRecord[] {
	const columns = ['code', 'former_name', 'until', 'source_id', 'note'] as const;
	return readTable('former_names.csv', columns).map((row) => ({
		code: row.code,
		formerName: row.former_name,
		until: row.until,
		sourceId: row.source_id,
		note: row.note
	}));
}

export function readFormerProvinces(): FormerProvinceRecord[] {
	const columns = ['code', 'former_province_code', 'until', 'source_id'] as const;
	return readTable('former_provinces.csv', columns).map((row) => ({
		code: row.code,
		formerProvinceCode: row.former_province_code,
		until: row.until,
		sourceId: row.source_id
	}));
}

export function readFormerCodes(): FormerCodeRecord[] {
	const file = 'former_codes.csv';
	const columns = ['code', 'system', 'former_code', 'until', 'source_id'] as const;
	return readTable(file, columns).map((row) => ({
		code: row.code,
		system: oneOf(file, ['kemendagri', 'bps'] as const, row.system),
		formerCode: row.former_code,
		until: row.until,
		sourceId: row.source_id
	}));
}

export function readTiles(): TileRecord[] {
	const file = 'tiles.csv';
	return readTable(file, ['region_code', 'x', 'y'] as const).map((row) => ({
		regionCode: row.region_code,
		x: numberIn(file, row.x),
		y: numberIn(file, row.y)
	}));
}
