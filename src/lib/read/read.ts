import { type Unit, periodKey } from '$lib/model';
import { type Columns, assignColumns, entryFor } from './columns';
import { draftRows } from './drafts';
import { marksOf, sizedColumns } from './evidence';
import { type PlacedFigure, figuresOf } from './figures';
import { type Grid, cellText, isBlankRow } from './grid';
import type { Header } from './header';
import { locate } from './locate';
import type { FileMap } from './mapping';
import { meaningsOf } from './meaning';
import { type Note, note } from './note';
import { type Doubt, doubtsAbout, partsIn, withoutRepeats } from './plausible';
import { type FileProblem, ReadError, fail, problem } from './problem';
import type { Resolver } from './region';
import type { CodeSystem } from './roles';
import { type KeptRow, type Refused, readRows } from './rows';
import { gridsOf } from './sheets';
import { onlyPlace, surroundingsOf } from './surroundings';

export interface ReadOptions {
	/** Name of the file; its words are evidence where the table itself says less. */
	fileName: string;
	resolver: Resolver;
	regions: readonly { code: string }[];
	/** Every indicator that is kept, with its unit. */
	declared: ReadonlyMap<string, Unit>;
	indicator?: string | undefined;
	codes?: CodeSystem | undefined;
	map?: FileMap | undefined;
	sourceId: string;
}

/** Everything that was read of a file, refused in it, and doubted. */
export interface Reading {
	/** Rows under the header that are not blank: kept and refused together. */
	rowsIn: number;
	rowsBlank: number;
	rowsKept: number;
	valuesMissing: number;
	refused: Refused[];
	figures: PlacedFigure[];
	doubts: Doubt[];
	notes: Note[];
}

export type ReadResult = { ok: true; reading: Reading } | { ok: false; problem: FileProblem };

/**
 * Reads an official table as it was published: CSV, XLSX, or HTML saved as `.xls`; long, wide, or
 * with names alone. Never throws for what a file holds: what cannot be read is a named problem.
 * Of a workbook, the first sheet that can be read.
 */
export async function readOfficial(bytes: Uint8Array, options: ReadOptions): Promise<ReadResult> {
	try {
		const grids = await gridsOf(bytes, options.map?.sheet);
		let first: ReadResult | null = null;
		for (const { grid, name } of grids) {
			const result = attempt(grid, options);
			if (result.ok && grids.length > 1) result.reading.notes.push(note('sheet_read', name));
			if (result.ok && result.reading.rowsKept > 0) return result;
			first ??= result;
		}
		return first ?? { ok: false, problem: problem('file_no_table') };
	} catch (error) {
		if (error instanceof ReadError) return { ok: false, problem: error.problem };
		throw error;
	}
}

function attempt(grid: Grid, options: ReadOptions): ReadResult {
	try {
		return { ok: true, reading: readTable(grid, options) };
	} catch (error) {
		if (error instanceof ReadError) return { ok: false, problem: error.problem };
		throw error;
	}
}

function readTable(grid: Grid, options: ReadOptions): Reading {
	const { map = {}, declared, resolver, regions, sourceId } = options;
	const notes: Note[] = [];
	const { header, regionAt } = locate(grid, resolver);
	const columns = assignColumns(grid, header, { map, codes: options.codes, regionAt });
	const rows = grid.rows.slice(header.last + 1);
	if (rows.every(isBlankRow)) fail('header_only', header.names.filter(Boolean).join(', '));
	const fileWords = options.fileName.replace(/\.[a-z]+$/i, '').replace(/[_\-.]+/g, ' ');
	const place = placeOf(columns, header, fileWords, options, notes);
	const context = { titles: header.titles, fileWords, indicator: options.indicator, map, declared };
	const meanings = meaningsOf(columns, context, notes);
	const surroundings = surroundingsOf(header.titles, fileWords, map);
	const marks = marksOf(rows, meanings, map.decimal, notes);
	const mapUnits = new Map<number, string>();
	for (const { at, name } of meanings) {
		const unit = entryFor(map.columns, name)?.unit;
		if (unit !== undefined) mapUnits.set(at, unit);
	}
	const silent = columns.unit === null && surroundings.unit === null;
	const unitless = silent ? meanings.filter(({ at }) => !mapUnits.has(at)) : [];
	const sized = sizedColumns(rows, unitless, marks, notes);
	const { drafts, blank } = draftRows(grid, header, columns, meanings);
	const certainty = map.certainty ?? 'high';
	const shared = { columns, meanings, surroundings, declared, marks, mapUnits, sized, notes };
	const { kept, refused } = readRows(drafts, {
		columns,
		resolver,
		regions,
		place,
		where: map.where,
		notes,
		read: (draft, region) => figuresOf(draft, region, { ...shared, sourceId, certainty })
	});
	const all = kept.flatMap((row) => row.figures);
	const { figures, repeats } = withoutRepeats(all);
	if (repeats > 0) notes.push(note('repeats', String(repeats)));
	const doubts = doubtsAbout(figures, partsIn(regions));
	refuseSplit(kept, columns, doubts);
	for (const doubt of doubts) doubt.figure.flag = doubt.flag;
	return {
		rowsIn: drafts.length,
		rowsBlank: blank,
		rowsKept: kept.length,
		valuesMissing: all.filter(({ value }) => value === null).length,
		refused,
		figures,
		doubts,
		notes: distinct(notes)
	};
}

/** The one region of a table that has no column of regions, by the map, its titles or its name. */
function placeOf(
	columns: Columns,
	header: Header,
	fileWords: string,
	options: ReadOptions,
	notes: Note[]
): string | null {
	if (columns.code !== null || columns.name !== null) return null;
	const stated = options.map?.region;
	if (stated !== undefined) {
		const key = /^[\d.]+$/.test(stated) ? { code: stated } : { name: stated };
		const answer = options.resolver.resolve({ ...key, codes: options.codes });
		return answer.ok ? answer.code : fail('map_invalid', 'region', stated);
	}
	const place =
		onlyPlace(header.titles, options.resolver) ?? onlyPlace([fileWords], options.resolver);
	const headers = columns.headers.filter((name) => name !== '').join(', ');
	if (place === null) return fail('region_column_missing', headers.slice(0, 120));
	notes.push(note('place_from_name', fileWords, place));
	return place;
}

/** A column of text that splits most regions and periods into several rows cannot be left out. */
function refuseSplit(kept: readonly KeptRow[], columns: Columns, doubts: readonly Doubt[]): void {
	const torn = doubts.filter(({ flag }) => flag === 'conflict').length;
	const figures = kept.reduce((sum, row) => sum + row.figures.length, 0);
	if (torn * 2 < figures || torn < 4) return;
	const splitting = columns.others.find((at) => {
		const texts = new Map<string, Set<string>>();
		for (const { draft, figures: own } of kept)
			for (const { indicator, region, period } of own) {
				const key = `${indicator} ${region} ${periodKey(period)}`;
				texts.set(key, (texts.get(key) ?? new Set()).add(cellText(draft.cells[at])));
			}
		return [...texts.values()].filter((each) => each.size > 1).length * 2 >= texts.size;
	});
	if (splitting === undefined) return;
	const name = columns.headers[splitting] ?? '';
	const values = new Set(kept.map(({ draft }) => cellText(draft.cells[splitting])));
	fail('dimension_extra', name, [...values].slice(0, 8).join(', '));
}

function distinct(notes: readonly Note[]): Note[] {
	return [...new Map(notes.map((one) => [JSON.stringify(one), one])).values()];
}
