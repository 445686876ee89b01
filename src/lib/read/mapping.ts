import { type Certainty, isCertainty } from '$lib/model';
import { fail } from './problem';
import type { CodeSystem } from './roles';

export const MAP_ROLES = [
	'region_code',
	'region_name',
	'province_code',
	'province_name',
	'year',
	'period',
	'unit',
	'area',
	'value',
	'ignore'
] as const;

export type MapRole = (typeof MAP_ROLES)[number];

export interface ColumnMap {
	role?: MapRole;
	indicator?: string;
	unit?: string;
	period?: string;
}

/** What a person says of a file that the file does not say itself (`--map`). */
export interface FileMap {
	indicator?: string;
	codes?: CodeSystem;
	/** Code or name of the region, where the file has no column of regions. */
	region?: string;
	/** Where nothing in the file says it. */
	unit?: string;
	/** Year or month, where the file does not say it: `2022`, `2022-03`. */
	period?: string;
	decimal?: '.' | ',';
	certainty?: Certainty;
	sheet?: string;
	/** Rows to keep: the text that a column must hold. */
	where?: Record<string, string>;
	/** By the header as it stands in the file. */
	columns?: Record<string, ColumnMap>;
}

const KEYS = ['indicator', 'codes', 'region', 'unit', 'period', 'decimal', 'certainty', 'sheet'];

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function texts(
	value: unknown,
	at: string,
	known: readonly string[] | null
): Record<string, string> {
	if (!isRecord(value)) return fail('map_invalid', at);
	const result: Record<string, string> = {};
	for (const [key, entry] of Object.entries(value)) {
		if (known !== null && !known.includes(key))
			fail('map_invalid', `${at}.${key}`, known.join(', '));
		if (typeof entry !== 'string') return fail('map_invalid', `${at}.${key}`);
		result[key] = entry;
	}
	return result;
}

function oneOf(value: string | undefined, allowed: readonly string[], at: string): void {
	if (value !== undefined && !allowed.includes(value)) fail('map_invalid', at, allowed.join(', '));
}

/**
 * Checks a map file's JSON, key by key.
 * @throws ReadError `map_invalid`, naming the key and what it may hold
 */
export function parseMap(json: string): FileMap {
	let value: unknown;
	try {
		value = JSON.parse(json);
	} catch {
		return fail('map_invalid', 'JSON');
	}
	if (!isRecord(value)) return fail('map_invalid', 'JSON');
	const { where, columns, ...rest } = value;
	const plain = texts(rest, 'map', KEYS);
	oneOf(plain['codes'], ['kemendagri', 'bps'], 'codes');
	oneOf(plain['decimal'], ['.', ','], 'decimal');
	if (plain['certainty'] !== undefined && !isCertainty(plain['certainty']))
		fail('map_invalid', 'certainty', 'high, medium, low');
	const period = plain['period'];
	if (period !== undefined && !/^\d{4}(-\d{2})?$/.test(period))
		fail('map_invalid', 'period', '2022, 2022-03');
	const map: FileMap = plain;
	if (where !== undefined) map.where = texts(where, 'where', null);
	if (columns === undefined) return map;
	if (!isRecord(columns)) return fail('map_invalid', 'columns');
	map.columns = {};
	for (const [name, entry] of Object.entries(columns)) {
		const column = texts(entry, `columns.${name}`, ['role', 'indicator', 'unit', 'period']);
		oneOf(column['role'], MAP_ROLES, `columns.${name}.role`);
		map.columns[name] = column as ColumnMap;
	}
	return map;
}
