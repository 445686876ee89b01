import { type Issuers, issuersOf } from '$lib/protect/scan/person-number';
import { type RegionReference, createResolver } from '$lib/read/region';
import type { Corrections, OwnColumn, RegionColumns } from './columns';
import { type FileFault, FileFaultError, faultOf } from './fault';
import type { FileKind } from './format/kind';
import { tablesOf } from './format/tables';
import { type RegionJoin, joinRegions } from './join';
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
}

export type OwnResult = { ok: true; reading: OwnReading } | { ok: false; fault: FileFault };

/**
 * Reads a file: format, table, columns, values, regions, signs of people. Never throws for what a
 * file holds.
 */
export async function readOwn(
	bytes: Uint8Array,
	reference: RegionReference,
	said: Corrections = {}
): Promise<OwnResult> {
	try {
		return { ok: true, reading: await readAll(bytes, reference, said) };
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
	said: Corrections
): Promise<OwnReading> {
	const { kind, tables } = await tablesOf(bytes);
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
		people: signsOfPeople(columns, read.values, regions, resolver, numberIssuers(reference))
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
