import type { Issuers } from '$lib/protect/scan/person-number';
import { identifierColumn } from '$lib/protect/scan/columns';
import type { FindingKind } from '$lib/protect/scan/finding';
import type { Resolver } from '$lib/read/region';
import type { Corrections } from '../columns';
import { FileFaultError, faultOf } from '../fault';
import { type PeopleSign, isTelling, signsOfPeople } from '../people';
import { type Recognised, recognise } from '../recognise';
import type { OwnReading } from '../read';
import { valuesOf } from '../values';
import { ENOUGH, type PeopleHits } from './candidates';
import { survey } from './survey';

/**
 * What a large text is: its columns by a sample of the whole of it, signs of people by the whole of
 * it, and how DuckDB is to read it. Its rows are not read yet.
 * @throws FileFaultError
 */
export async function readLarge(
	file: Blob,
	resolver: Resolver,
	issuers: Issuers,
	said: Corrections
): Promise<OwnReading> {
	const { content, delimiter, sample, starts, records, hits } = await survey(file, issuers);
	const recognised = recognise(sample, resolver, said);
	const { header, columns, regions, year, period } = recognised;
	const read = valuesOf(sample, recognised);
	// Excel's line that says the delimiter is no row of the sample.
	const first = header.last + 1 + (sample.lines?.[0] === 2 ? 1 : 0);
	const start = starts[first];
	if (start === undefined || read.lines.length === 0)
		throw new FileFaultError(
			faultOf('header_only', header.names.filter(Boolean).join(', ').slice(0, 160))
		);
	// Values were looked for in the whole file; amounts of the sample tell nothing more.
	const texts = read.values.map((values, at) => (columns[at]?.type === 'number' ? [] : values));
	const signs = signsOfPeople(columns, texts, regions, resolver, issuers);
	return {
		...read,
		values: [],
		lines: [],
		rows: 0,
		kind: 'text',
		sheet: '',
		sheets: [''],
		headerLine: header.last < 0 ? 0 : (sample.lines?.[header.last] ?? 0),
		titles: header.titles.slice(0, 20).map((title) => title.slice(0, 200)),
		columns,
		regionColumns: regions,
		year,
		period,
		join: null,
		people: withHits(signs, hits, recognised, records.count),
		large: {
			body: content.slice(start),
			start: content === file ? start : null,
			delimiter,
			header: header.last < 0 ? [] : header.names,
			first,
			records,
			loaded: false,
			regions: []
		}
	};
}

/** Bytes by which a table is begun: a few thousand rows. */
const EARLY = 256 * 1024;

/**
 * The same by the file's first rows alone, so that its table can be begun; null where they look like
 * those of people, or are written in another way than DuckDB reads.
 * @throws FileFaultError
 */
export async function readEarly(
	file: Blob,
	resolver: Resolver,
	issuers: Issuers,
	said: Corrections
): Promise<OwnReading | null> {
	const first = new Uint8Array(await file.slice(0, EARLY).arrayBuffer());
	const head = new Blob([first.subarray(0, first.lastIndexOf(LF) + 1)]);
	const reading = await readLarge(head, resolver, issuers, said);
	const { large } = reading;
	if (!large || large.start === null || reading.people.length > 0) return null;
	return { ...reading, large: { ...large, body: file.slice(large.start) } };
}

const LF = 10;

/** Under a heading of amounts, a few that begin like a mobile number are amounts. */
const PHONES_AMONG_AMOUNTS = 0.05;
/** Of those that are counted before the search ends. */
const MANY_PHONES = ENOUGH / 2;

/** Signs by the columns' names, with what the whole file holds in place of what its sample does. */
function withHits(
	signs: readonly PeopleSign[],
	hits: PeopleHits,
	{ columns, regions }: Recognised,
	rows: number
): PeopleSign[] {
	const places = new Set([regions?.code, regions?.name, regions?.province]);
	const all = new Map<FindingKind, PeopleSign>(signs.map((sign) => [sign.kind, { ...sign }]));
	const found = new Map<FindingKind, number>();
	for (const [kind, byColumn] of hits)
		for (const [at, values] of byColumn) {
			if (places.has(at)) continue;
			const amounts = columns[at]?.type === 'number';
			if (
				amounts &&
				kind === 'phone' &&
				values < Math.min(rows * PHONES_AMONG_AMOUNTS, MANY_PHONES)
			)
				continue;
			// A family card's number is told from a person's by the word above it.
			const own = kind === 'nik' && identifierColumn(columns[at]?.header ?? '') === 'no_kk';
			const called = own ? 'no_kk' : kind;
			found.set(called, (found.get(called) ?? 0) + values);
		}
	for (const [kind, values] of found) {
		const sign = all.get(kind) ?? { kind, columns: [], values: 0 };
		all.set(kind, { ...sign, values: Math.max(sign.values, values) });
	}
	const list = [...all.values()];
	return list.some(({ kind }) => isTelling(kind)) ? list : [];
}
