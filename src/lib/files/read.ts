import { type Issuers, issuersOf } from '$lib/protect/scan/person-number';
import { type RegionReference, type Resolver, createResolver } from '$lib/read/region';
import type { Corrections, OwnColumn, RegionColumns } from './columns';
import { type FileFault, FileFaultError, faultOf, refuse } from './fault';
import { type FileKind, kindOfFile } from './format/kind';
import { tablesOf } from './format/tables';
import { type RegionJoin, joinRegions } from './join';
import type { LargePlan } from './large/plan';
import { readEarly, readLarge } from './large/read';
import { LIMITS } from './limits';
import { type PeopleSign, signsOfPeople } from './people';
import { recognise } from './recognise';
import { type OwnValues, valuesOf } from './values';

/** A file of the reader's, read. Plain data: it crosses from the worker to the page. */
export interface OwnReading extends OwnValues {
	kind: FileKind;
	/** The sheet that was read, and all that hold anything; empty texts where there are none. */
	sheet: string;
	sheets: string[];
	/** Line of the header, 0 where there is none. */
	headerLine: number;
	titles: string[];
	columns: OwnColumn[];
	regionColumns: RegionColumns | null;
	year: number | null;
	period: number | null;
	join: RegionJoin | null;
	/** Signs that it is a list of people; empty where there are none. */
	people: PeopleSign[];
	/** Rows that were read. Those of a large file are held by DuckDB, not in `values`. */
	rows: number;
	large: LargePlan | null;
}

export type OwnResult = { ok: true; reading: OwnReading } | { ok: false; fault: FileFault };

/**
 * Reads a file: format, table, columns, values, regions, signs of people. Never throws for what a
 * file holds.
 * @param program what decodes Parquet and Arrow, where the file is one of them
 */
export function readOwn(
	bytes: Uint8Array,
	reference: RegionReference,
	said: Corrections = {},
	program: WebAssembly.Module | null = null
): Promise<OwnResult> {
	return resultOf(readAll(bytes, reference, said, program));
}

/**
 * The same of a file that is too large to be read whole: what it is, and how DuckDB is to read it. Only
 * text with delimiters can be so large.
 */
export function readOwnLarge(
	file: Blob,
	reference: RegionReference,
	said: Corrections = {}
): Promise<OwnResult> {
	return resultOf(readText(file, reference, said, readLarge));
}

/** What the first rows of such a file say, for its table to be begun; null where it is to be waited for. */
export async function readOwnEarly(
	file: Blob,
	reference: RegionReference,
	said: Corrections = {}
): Promise<OwnReading | null> {
	const result = await resultOf(readText(file, reference, said, readEarly));
	return result.ok ? result.reading : null;
}

async function readText<Reading>(
	file: Blob,
	reference: RegionReference,
	said: Corrections,
	by: (file: Blob, resolver: Resolver, issuers: Issuers, said: Corrections) => Promise<Reading>
): Promise<Reading> {
	const kind = await kindOfFile(file);
	if (kind !== 'text' || file.size > LIMITS.largeBytes)
		refuse('too_large', file.size, kind === 'text' ? LIMITS.largeBytes : LIMITS.bytes);
	return by(file, createResolver(reference), numberIssuers(reference), said);
}

async function resultOf<Reading>(
	reading: Promise<Reading>
): Promise<{ ok: true; reading: Reading } | Extract<OwnResult, { ok: false }>> {
	try {
		return { ok: true, reading: await reading };
	} catch (error) {
		if (error instanceof FileFaultError) return { ok: false, fault: error.fault };
		// A stack or a buffer that is too small is the file's doing, and not a fault of the program.
		if (error instanceof RangeError) return { ok: false, fault: faultOf('out_of_memory') };
		throw error;
	}
}

async function readAll(
	bytes: Uint8Array,
	reference: RegionReference,
	said: Corrections,
	program: WebAssembly.Module | null
): Promise<OwnReading> {
	const { kind, tables } = await tablesOf(bytes, program);
	const table = tables.find(({ name }) => name === said.sheet) ?? tables[0];
	if (!table) throw new FileFaultError(faultOf('empty'));
	const resolver = createResolver(reference);
	const recognised = recognise(table, resolver, said);
	const read = valuesOf(table, recognised);
	if (read.lines.length === 0) {
		const names = recognised.header.names.filter(Boolean).join(', ');
		throw new FileFaultError(faultOf('header_only', names.slice(0, 160)));
	}
	const { header, columns, regions, year, period } = recognised;
	return {
		...read,
		kind,
		sheet: table.name,
		sheets: tables.map(({ name }) => name),
		headerLine: header.last < 0 ? 0 : (table.lines?.[header.last] ?? header.last + 1),
		titles: header.titles.slice(0, 20).map((title) => title.slice(0, 200)),
		columns,
		regionColumns: regions,
		year,
		period,
		join: regions === null ? null : joinRegions(read.values, read.lines, regions, resolver),
		people: signsOfPeople(columns, read.values, regions, resolver, numberIssuers(reference)),
		rows: read.lines.length,
		large: null
	};
}

/** First four digits of a NIK: today's regencies, and codes that some bore before. */
function numberIssuers({ regions, formerCodes }: RegionReference): Issuers {
	const today = regions.filter(({ level }) => level === 'regency').map(({ code }) => code);
	const before = formerCodes
		.filter(({ system }) => system === 'kemendagri')
		.map(({ formerCode }) => formerCode);
	return issuersOf([...today, ...before]);
}
