import { type Cell, cellText } from '$lib/read/grid';
import { type DecimalMark, decimalEvidence, isMissing, looksNumeric } from '$lib/read/numbers';
import { roleOfHeader } from '$lib/read/roles';
import { unitInHeader } from '$lib/read/units';
import type { Resolver } from '$lib/read/region';
import type { Corrections, OwnColumn, OwnType, RegionColumns } from './columns';
import { dateIn } from './dates';
import { refuse } from './fault';
import { type FoundHeader, headerOf } from './header';
import { checkShape } from './limits';
import { columnNames, distinctNames, plainName } from './names';
import { type RawCell, type RawTable, toCell } from './raw';

/** What a table is, before its values are read. */
export interface Recognised {
	header: FoundHeader;
	columns: OwnColumn[];
	regions: RegionColumns | null;
	/** Column of years, and of parts of a year; null where there is none. */
	year: number | null;
	period: number | null;
}

/** Rows by which a column's type is told; all of them where there are fewer. */
const SAMPLE = 2000;
/** The share of cells with something in them that must fit a type. */
const ENOUGH = 0.8;
/** Under a header that names a unit, damaged cells are listed one by one and never taken for words. */
const ENOUGH_OF_UNIT = 0.5;

const YES = /^(true|ya|yes|benar)$/i;
const NO = /^(false|tidak|no|bukan)$/i;

/**
 * Header, columns, types, units, region columns and marks of missing values, by the rules of the
 * reader of official files and then as the reader of the page has corrected them.
 * @throws FileFaultError where nothing stands under the header
 */
export function recognise(table: RawTable, resolver: Resolver, said: Corrections): Recognised {
	const header = headerOf(table, resolver, said.headerLine);
	const body = table.rows.slice(header.last + 1);
	if (body.length === 0)
		refuse('header_only', header.names.filter(Boolean).join(', ').slice(0, 160));
	checkShape(body.length, header.names.length);
	const step = Math.max(1, Math.floor(body.length / SAMPLE));
	const sample = body.filter((_, at) => at % step === 0);
	const own = columnNames(header.names);
	const names = distinctNames(own.map((name, at) => plainName(said.names?.[at] ?? '') || name));
	const roles = header.names.map(roleOfHeader);
	const regions = regionColumns(header, sample, said);
	const places = new Set([regions?.code, regions?.name, regions?.province]);
	const columns = header.names.map((name, at): OwnColumn => {
		const cells = sample.map((row) => row[at] ?? null);
		const type = said.types?.[at] ?? (places.has(at) ? 'text' : typeOf(cells, name));
		const unit = type === 'number' ? unitInHeader(name) : null;
		const read = unit?.kind === 'read' ? unit.reading : null;
		return {
			header: name,
			name: names[at] ?? name,
			type,
			decimal: null,
			unit: said.units?.[at] ?? read?.unit ?? null,
			factor: said.units?.[at] === undefined ? (read?.factor ?? 1) : 1,
			marks: [],
			empty: 0
		};
	});
	giveMarks(columns, sample, said);
	const at = (kind: string) => roles.findIndex((role) => role.kind === kind);
	const known = (index: number) => (index < 0 ? null : index);
	return { header, columns, regions, year: known(at('year')), period: known(at('round')) };
}

/** The decimal mark of each column of figures: its own evidence, else that of the others. */
function giveMarks(
	columns: OwnColumn[],
	sample: readonly (readonly RawCell[])[],
	said: Corrections
): void {
	const seen = columns.map((column, at) =>
		column.type === 'number' ? decimalEvidence(sample.map((row) => toCell(row[at]))) : null
	);
	const shown = new Set(seen.filter((mark): mark is DecimalMark => mark === '.' || mark === ','));
	const [only] = shown;
	const shared = shown.size === 1 && only !== undefined ? only : null;
	columns.forEach((column, at) => {
		if (column.type !== 'number') return;
		const mark = seen[at];
		column.decimal = said.decimals?.[at] ?? (mark === 'mixed' ? null : (mark ?? shared));
	});
}

function typeOf(cells: readonly RawCell[], header: string): OwnType {
	const filled = cells.filter((cell) => !isEmpty(cell));
	if (filled.length === 0) return 'text';
	const share = (fits: (cell: RawCell) => boolean) => filled.filter(fits).length / filled.length;
	if (share((cell) => cell instanceof Date || dateIn(textOf(cell)) !== null) >= ENOUGH)
		return 'date';
	if (
		share(
			(cell) => typeof cell === 'boolean' || YES.test(textOf(cell)) || NO.test(textOf(cell))
		) === 1
	)
		return 'boolean';
	if (
		roleOfHeader(header).kind !== 'year' &&
		filled.some((cell) => typeof cell === 'string' && isLabel(cell))
	)
		return 'text';
	const enough = unitInHeader(header).kind === 'read' ? ENOUGH_OF_UNIT : ENOUGH;
	return share((cell) => typeof cell !== 'boolean' && looksNumeric(toCell(cell))) >= enough
		? 'number'
		: 'text';
}

/** Digits that are a name and not an amount: with leading zeros or a plus sign, or very long. */
function isLabel(text: string): boolean {
	const tidy = text.trim().replace(/^'/, '');
	return /^0\d+$/.test(tidy) || /^\+\d/.test(tidy) || /^\d{16,}$/.test(tidy);
}

function textOf(cell: RawCell): string {
	return cellText(toCell(cell));
}

/** Whether a cell says that it has no value. */
export function isEmpty(cell: RawCell | undefined): boolean {
	return cell === null || cell === undefined || (typeof cell === 'string' && isMissing(cell));
}

export function booleanIn(cell: RawCell): boolean | null {
	if (typeof cell === 'boolean') return cell;
	const text = textOf(cell);
	return YES.test(text) ? true : NO.test(text) ? false : null;
}

function regionColumns(
	{ names, regionAt }: FoundHeader,
	sample: readonly (readonly RawCell[])[],
	said: Corrections
): RegionColumns | null {
	const places = names.flatMap((name, at) => {
		const role = roleOfHeader(name);
		return role.kind === 'region' ? [{ ...role, at }] : [];
	});
	const finest = places.some(({ level }) => level === 'regency') ? 'regency' : null;
	const open = places.some(({ level }) => level === null);
	const level = finest ?? (open || places.length === 0 ? null : 'province');
	const fits = (one: (typeof places)[number]) => one.level === level || one.level === null;
	const codes = places.filter((one) => one.what === 'code' && fits(one));
	const wanted = said.codes ?? 'kemendagri';
	const code =
		codes.find((one) => one.codes === wanted) ??
		codes.find((one) => one.codes === null) ??
		codes[0];
	const named = places.find(
		(one) => one.what === 'name' && fits(one) && holdsWords(sample, one.at)
	);
	const province =
		level === 'province' ? undefined : places.find((one) => one.level === 'province');
	const codeAt = said.regionCode === undefined ? (code?.at ?? null) : said.regionCode;
	const nameAt = said.regionName === undefined ? (named?.at ?? regionAt) : said.regionName;
	if (codeAt === null && nameAt === null) return null;
	const system = codeAt === code?.at ? (code?.codes ?? null) : null;
	return {
		code: codeAt,
		name: nameAt,
		province: province?.at ?? null,
		level,
		codes: said.codes ?? system,
		chosen: said.places ?? {}
	};
}

function holdsWords(sample: readonly (readonly RawCell[])[], at: number): boolean {
	const cells = sample.map((row): Cell => toCell(row[at])).filter((cell) => cellText(cell) !== '');
	return cells.filter((cell) => !looksNumeric(cell)).length * 2 >= cells.length;
}
