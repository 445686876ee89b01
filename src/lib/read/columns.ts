import { type Cell, type Grid, cellText, isBlankRow, plainWords } from './grid';
import type { Header } from './header';
import type { FileMap, MapRole } from './mapping';
import { measureOf, saysOnlyHowMuch } from './measures';
import { isMissing, looksNumeric } from './numbers';
import { readPeriodWords } from './periods';
import { fail } from './problem';
import { type CodeSystem, type PlaceLevel, type Role, roleOfHeader } from './roles';

/** A column of figures with what its header says; the rest is decided with the file's context. */
export interface ValueColumn {
	at: number;
	name: string;
}

/** Which column is what, by place. */
export interface Columns {
	code: number | null;
	name: number | null;
	provinceCode: number | null;
	provinceName: number | null;
	level: PlaceLevel;
	codes: CodeSystem | null;
	year: number | null;
	round: number | null;
	unit: number | null;
	area: number | null;
	values: ValueColumn[];
	/** Columns of text that no role explains: they may split a region and period into several rows. */
	others: number[];
	headers: string[];
}

const BY_MAP: Record<MapRole, Role> = {
	region_code: { kind: 'region', what: 'code', level: null, codes: null },
	region_name: { kind: 'region', what: 'name', level: null, codes: null },
	province_code: { kind: 'region', what: 'code', level: 'province', codes: null },
	province_name: { kind: 'region', what: 'name', level: 'province', codes: null },
	year: { kind: 'year' },
	period: { kind: 'round' },
	unit: { kind: 'unit' },
	area: { kind: 'area' },
	value: { kind: 'other' },
	ignore: { kind: 'ignore' }
};

/** The entry of a map for a header, whatever its case and spacing. */
export function entryFor<Entry>(
	entries: Record<string, Entry> | undefined,
	header: string
): Entry | undefined {
	const words = plainWords(header);
	return Object.entries(entries ?? {}).find(([name]) => plainWords(name) === words)?.[1];
}

interface Content {
	numeric: number;
	missing: number;
	text: number;
}

function contentOf(rows: readonly (readonly Cell[])[], at: number): Content {
	const content = { numeric: 0, missing: 0, text: 0 };
	for (const row of rows) {
		const cell = row[at] ?? '';
		const text = cellText(cell);
		if (text === '') continue;
		if (looksNumeric(cell)) content.numeric += 1;
		else if (isMissing(text)) content.missing += 1;
		else content.text += 1;
	}
	return content;
}

type Place = Extract<Role, { kind: 'region' }> & { at: number };

/** The column of one kind and level; among codes of two systems the one that was asked for. */
function pick(
	places: readonly Place[],
	what: Place['what'],
	level: PlaceLevel,
	codes: CodeSystem | undefined
) {
	const fitting = places.filter((place) => place.what === what && place.level === level);
	return (
		fitting.find((place) => place.codes === (codes ?? 'kemendagri')) ??
		fitting.find((place) => place.codes === null) ??
		fitting[0]
	);
}

/**
 * What each column is for, by its header, its content and the map.
 * @param regionAt column that holds regions, where only its content tells it
 * @throws ReadError where the rows are finer than regencies, or the map names no column of the file
 */
export function assignColumns(
	grid: Grid,
	header: Header,
	options: { map: FileMap; codes: CodeSystem | undefined; regionAt: number | null }
): Columns {
	const headers = header.names;
	const rows = grid.rows.slice(header.last + 1).filter((row) => !isBlankRow(row));
	for (const name of Object.keys({ ...options.map.columns, ...options.map.where }))
		if (!headers.some((known) => plainWords(known) === plainWords(name)))
			fail('column_unknown', name, headers.filter((known) => known !== '').join(', '));
	const places: Place[] = [];
	const found = new Map<Role['kind'], number>();
	const values: ValueColumn[] = [];
	const others: number[] = [];
	headers.forEach((name, at) => {
		const mapped = entryFor(options.map.columns, name);
		const content = contentOf(rows, at);
		let role = mapped?.role ? BY_MAP[mapped.role] : roleOfHeader(name);
		if (at === options.regionAt) role = BY_MAP.region_name;
		if (role.kind === 'region' && role.what === 'name' && !mapped && content.numeric > content.text)
			role = { kind: 'other' };
		if (role.kind === 'finer' && content.text + content.numeric > 0) fail('region_too_fine', name);
		if (role.kind === 'region') places.push({ ...role, at });
		else if (role.kind !== 'other') {
			if (!found.has(role.kind)) found.set(role.kind, at);
		} else if (mapped?.role === 'value' || holdsFigures(name, content)) values.push({ at, name });
		else if (content.text > 0) others.push(at);
	});
	const regency = places.some((place) => place.level === 'regency');
	const open = places.some((place) => place.level === null);
	const level: PlaceLevel = regency
		? 'regency'
		: open
			? null
			: places.length > 0
				? 'province'
				: null;
	const code =
		pick(places, 'code', level, options.codes) ?? pick(places, 'code', null, options.codes);
	const name = pick(places, 'name', level, undefined) ?? pick(places, 'name', null, undefined);
	const apart = level !== 'province';
	return {
		code: code?.at ?? null,
		name: name?.at ?? null,
		provinceCode: apart ? (pick(places, 'code', 'province', options.codes)?.at ?? null) : null,
		provinceName: apart ? (pick(places, 'name', 'province', undefined)?.at ?? null) : null,
		level,
		codes: options.codes ?? options.map.codes ?? code?.codes ?? null,
		year: found.get('year') ?? null,
		round: found.get('round') ?? null,
		unit: found.get('unit') ?? null,
		area: found.get('area') ?? null,
		values,
		others,
		headers
	};
}

/** Mostly figures, or nothing but missing ones under a header that says something. */
function holdsFigures(name: string, content: Content): boolean {
	if (content.numeric > 0) {
		const kind = measureOf(name).kind;
		const known = kind === 'indicator' || kind === 'several' || saysOnlyHowMuch(name);
		// Damaged cells under a known header are refused one by one, never passed over as words.
		return known || content.numeric + content.missing >= content.text;
	}
	return (
		content.text === 0 &&
		content.missing > 0 &&
		name !== '' &&
		(readPeriodWords(name).year !== null || plainWords(name).length > 3)
	);
}
