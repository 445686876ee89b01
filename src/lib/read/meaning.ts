import type { Unit } from '$lib/model';
import { type Columns, type ValueColumn, entryFor } from './columns';
import { plainWords } from './grid';
import type { FileMap } from './mapping';
import { type Area, type Measure, areaOf, inArea, measureOf, saysOnlyHowMuch } from './measures';
import { type Note, note } from './note';
import { type YearPart, readPeriodWords } from './periods';
import { fail } from './problem';
import { type HeaderUnit, unitInHeader } from './units';

/** A column of figures with its indicator and what its header says of unit, time and area. */
export interface Meaning extends ValueColumn {
	indicator: string;
	unit: HeaderUnit;
	year: number | null;
	part: YearPart | null;
	area: Area | null;
}

/** What is known of a file beside its columns. */
export interface Context {
	titles: readonly string[];
	/** File name without folder and ending, in words. */
	fileWords: string;
	indicator: string | undefined;
	map: FileMap;
	declared: ReadonlyMap<string, Unit>;
}

/** Words of a title that would make a column of amounts look like one of shares. */
function withHeader(header: string, title: string): string {
	const amount = /\b(jumlah|banyaknya|ribu|jiwa|orang|kpm)\b/.test(plainWords(header));
	const rest = amount
		? plainWords(title).replace(/\b(persentase|presentase|prosentase|tingkat|p0)\b/g, ' ')
		: title;
	return `${header} ${rest}`;
}

function fromContext(column: ValueColumn, context: Context, notes: Note[]): string | null {
	for (const [rule, texts] of [
		['indicator_from_title', context.titles],
		['indicator_from_name', [context.fileWords]]
	] as const)
		for (const text of texts) {
			if (measureOf(text).kind === 'none') continue;
			const measure = measureOf(withHeader(column.name, text));
			const asked = context.indicator ?? context.map.indicator;
			if (measure.kind === 'several' && asked !== undefined) continue;
			if (measure.kind === 'several') fail('indicator_ambiguous', text, measure.ids.join(', '));
			if (measure.kind !== 'indicator') continue;
			notes.push(note(rule, text, measure.id));
			return measure.id;
		}
	return null;
}

/** A file about poor people may call its column no more than "number of people". */
function narrowed(
	measure: Measure,
	column: ValueColumn,
	context: Context,
	alone: boolean
): Measure {
	if (measure.kind !== 'indicator' || measure.id !== 'population' || !alone) return measure;
	const narrower = [...context.titles, context.fileWords].some(
		(text) =>
			measureOf(withHeader(column.name, text)).kind === 'indicator' &&
			/miskin/.test(plainWords(text))
	);
	return narrower ? { kind: 'none' } : measure;
}

function chosen(
	columns: readonly ValueColumn[],
	context: Context,
	notes: Note[]
): Map<ValueColumn, string> {
	const asked = context.indicator ?? context.map.indicator;
	const picked = new Map<ValueColumn, string>();
	const measures = new Map(
		columns.map((column) => [
			column,
			narrowed(measureOf(column.name), column, context, columns.length === 1)
		])
	);
	const same = (measure: Measure | undefined) =>
		measure?.kind === 'indicator' && asked !== undefined
			? measure.id === asked || inArea(measure.id, 'both') === inArea(asked, 'both')
			: measure?.kind === 'several' && asked !== undefined && measure.ids.includes(asked);
	const named = columns.filter((column) => same(measures.get(column)));
	const bare = columns.filter((column) => measures.get(column)?.kind === 'none');
	// Of several columns that say only how much, those that the title makes the one asked for.
	if (asked !== undefined && named.length === 0 && bare.length > 1)
		named.push(...bare.filter((column) => fromContext(column, context, []) === asked));
	for (const column of columns) {
		const mapped = entryFor(context.map.columns, column.name)?.indicator;
		const measure = measures.get(column) ?? { kind: 'none' };
		if (mapped !== undefined) picked.set(column, mapped);
		else if (asked !== undefined) {
			const fits = named.length > 0 ? named : bare.length > 0 ? bare : columns;
			if (fits.includes(column)) picked.set(column, asked);
		} else if (measure.kind === 'indicator') picked.set(column, measure.id);
		else if (measure.kind === 'several')
			fail('indicator_ambiguous', column.name, measure.ids.join(', '));
		else if (
			measure.kind === 'none' &&
			(saysOnlyHowMuch(column.name) ||
				isPeriod(column.name) ||
				bare.length === 1 ||
				areaOf(column.name) !== null)
		) {
			const id = fromContext(column, context, notes);
			if (id !== null) picked.set(column, id);
		}
		if (!picked.has(column)) notes.push(note('column_ignored', column.name));
	}
	return picked;
}

function isPeriod(name: string): boolean {
	const { year, part } = readPeriodWords(name);
	return year !== null || part !== null;
}

/** Two columns of one indicator and one time cannot both be it. */
function refuseTwins(meanings: readonly Meaning[]): void {
	const seen = new Map<string, string>();
	for (const one of meanings) {
		const key = JSON.stringify([one.indicator, one.year, one.part]);
		const twin = seen.get(key);
		if (twin !== undefined) fail('value_columns_many', `${twin}; ${one.name}`, one.indicator);
		seen.set(key, one.name);
	}
}

/**
 * What each column of figures means, from its header, else from the title, else from the file's
 * name; `--indicator` and the map come before all of these.
 * @throws ReadError where no column can be told, or two cannot be told apart
 */
export function meaningsOf(columns: Columns, context: Context, notes: Note[]): Meaning[] {
	if (columns.values.length === 0)
		fail('value_column_missing', columns.headers.filter(Boolean).join(', '));
	const picked = chosen(columns.values, context, notes);
	for (const id of picked.values())
		if (!context.declared.has(id))
			fail('indicator_undeclared', id, near(id, context.declared.keys()));
	const meanings: Meaning[] = [];
	for (const [column, id] of picked) {
		const entry = entryFor(context.map.columns, column.name);
		const { year, part } = readPeriodWords(entry?.period ?? column.name);
		const area = areaOf(column.name);
		const indicator = inArea(id, area);
		if (indicator === null) {
			notes.push(note('column_ignored', column.name));
			continue;
		}
		meanings.push({ ...column, indicator, unit: unitInHeader(column.name), year, part, area });
	}
	if (meanings.length === 0)
		fail(
			'indicator_unknown',
			columns.values.map((column) => column.name).join('; '),
			near(columns.values.map((column) => column.name).join(' '), context.declared.keys())
		);
	refuseTwins(meanings);
	return meanings;
}

/** Those of the known names that share a word with the one given, or all of them. */
export function near(given: string, known: Iterable<string>): string {
	const words = new Set(given.toLowerCase().split(/[^a-z0-9]+/));
	const all = [...known];
	const sharing = all.filter((name) => name.split(/[^a-z0-9]+/).some((word) => words.has(word)));
	return (sharing.length > 0 ? sharing : all).slice(0, 12).join(', ');
}
