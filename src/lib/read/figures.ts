import { type Certainty, type Figure, type Unit } from '$lib/model';
import type { Columns } from './columns';
import type { Draft } from './drafts';
import { cellText } from './grid';
import type { Meaning } from './meaning';
import { areaOf, inArea } from './measures';
import { type Note, note } from './note';
import { type DecimalMark, isMissing, readNumber } from './numbers';
import { periodOf, readPart, readPeriodWords, readYear } from './periods';
import { type Problem, type RowRule, problem } from './problem';
import type { Surroundings } from './surroundings';
import { type HeaderUnit, agrees, toBase, unitOfWhole } from './units';

/** A figure with the place in the file that it came from. */
export interface PlacedFigure extends Figure {
	line: number;
	column: string;
	/** The smallest difference that the column's decimals can show, in base units. */
	step: number;
}

export interface FigureContext {
	columns: Columns;
	meanings: readonly Meaning[];
	surroundings: Surroundings;
	declared: ReadonlyMap<string, Unit>;
	/** Decimal mark of each column of figures, by its place. */
	marks: ReadonlyMap<number, DecimalMark | null>;
	sourceId: string;
	certainty: Certainty;
	mapUnits: ReadonlyMap<number, string>;
	/** Columns whose file names no unit, and whose values leave only one. */
	sized: ReadonlySet<number>;
	notes: Note[];
}

export type RowFigures =
	{ ok: true; figures: PlacedFigure[] } | { ok: false; column: string; problem: Problem<RowRule> };

type Read<T> = { ok: true; value: T } | { ok: false; column: string; problem: Problem<RowRule> };

function refuse(column: string, rule: RowRule, found = '', expected = '') {
	return { ok: false as const, column, problem: problem(rule, found, expected) };
}

/** Units that are counted in whole numbers, so that three digits after a mark are thousands. */
const WHOLE: ReadonlySet<Unit> = new Set<Unit>([
	'people',
	'families',
	'rupiah',
	'rupiah_per_month',
	'permits',
	'enterprises',
	'cooperatives',
	'accounts',
	'kampung'
]);

function periodIn(draft: Draft, meaning: Meaning, context: FigureContext): Read<Figure['period']> {
	const { columns, surroundings } = context;
	const yearText = columns.year === null ? '' : cellText(draft.cells[columns.year]);
	const roundText = columns.round === null ? '' : cellText(draft.cells[columns.round]);
	const round = readPeriodWords(roundText);
	const part = readPart(roundText) ?? meaning.part ?? surroundings.part;
	const head = (at: number | null) => (at === null ? '' : (columns.headers[at] ?? ''));
	if (columns.year !== null && meaning.year === null) {
		if (isMissing(yearText)) return refuse(head(columns.year), 'period_missing');
		const words = readPeriodWords(yearText);
		const year = readYear(yearText) ?? words.year;
		if (year === null) return refuse(head(columns.year), 'period_unreadable', yearText);
		if (
			!isMissing(roundText) &&
			readPart(roundText) === null &&
			!/^(tahun|annual)/i.test(roundText)
		)
			return refuse(head(columns.round), 'period_unreadable', roundText);
		return { ok: true, value: periodOf(year, part) };
	}
	const year = meaning.year ?? round.year ?? readYear(roundText) ?? surroundings.year?.year ?? null;
	if (year === null) return refuse(head(columns.round), 'period_missing', roundText);
	if (
		meaning.year === null &&
		round.year === null &&
		readYear(roundText) === null &&
		surroundings.year
	)
		context.notes.push(surroundings.year.note);
	if (
		columns.round !== null &&
		!isMissing(roundText) &&
		round.year === null &&
		readYear(roundText) === null &&
		readPart(roundText) === null
	)
		return refuse(head(columns.round), 'period_unreadable', roundText);
	return { ok: true, value: periodOf(year, part) };
}

function unitIn(
	draft: Draft,
	meaning: Meaning,
	declared: Unit,
	context: FigureContext
): Read<{ factor: number }> {
	const { columns, surroundings } = context;
	const text = columns.unit === null ? '' : cellText(draft.cells[columns.unit]);
	const column = columns.unit === null ? meaning.name : (columns.headers[columns.unit] ?? '');
	const mapped = context.mapUnits.get(meaning.at);
	const stated = mapped ?? (isMissing(text) ? undefined : text);
	let unit: HeaderUnit = meaning.unit;
	if (stated !== undefined) {
		const whole = unitOfWhole(stated);
		unit = whole ? { kind: 'read', reading: whole } : { kind: 'unknown', words: stated };
	} else if (unit.kind === 'none' && surroundings.unit) {
		unit = surroundings.unit.unit;
		context.notes.push(surroundings.unit.note);
	}
	if (unit.kind === 'unknown') return refuse(column, 'unit_unknown', unit.words, declared);
	if (unit.kind === 'none') {
		if (context.sized.has(meaning.at)) return { ok: true, value: { factor: 1 } };
		return refuse(column, 'unit_missing', meaning.name, declared);
	}
	const { reading } = unit;
	const noun = reading.unit ?? (meaning.unit.kind === 'read' ? meaning.unit.reading.unit : null);
	if (noun === null) {
		// "RIBU" alone: thousands of what the indicator counts, where it counts whole things.
		if (!WHOLE.has(declared)) return refuse(column, 'unit_mismatch', reading.words, declared);
	} else if (!agrees(noun, declared))
		return refuse(column, 'unit_mismatch', reading.words, declared);
	return { ok: true, value: { factor: reading.factor } };
}

/** Reads one cell, deciding an open `1.234` by the column, then by what the unit can be. */
function valueIn(
	draft: Draft,
	meaning: Meaning,
	unit: Unit,
	factor: number,
	context: FigureContext
) {
	const cell = draft.cells[meaning.at];
	const mark = context.marks.get(meaning.at) ?? null;
	const first = readNumber(cell, mark);
	if (first.kind !== 'bad' || first.rule !== 'number_ambiguous') return first;
	const text = cellText(cell);
	const used: DecimalMark = text.includes(',') ? ',' : '.';
	const against: DecimalMark = used === ',' ? '.' : ',';
	const byUnit = WHOLE.has(unit) && factor === 1 ? against : WHOLE.has(unit) ? null : used;
	if (byUnit === null) return first;
	context.notes.push(note('mark_by_unit', meaning.name, byUnit));
	return readNumber(cell, byUnit);
}

/** All figures of a row, or the first thing in it that cannot be read: a row is kept or refused whole. */
export function figuresOf(draft: Draft, region: string, context: FigureContext): RowFigures {
	const { columns } = context;
	const areaText = columns.area === null ? '' : cellText(draft.cells[columns.area]);
	const area = areaText === '' ? null : areaOf(areaText);
	const areaColumn = columns.area === null ? '' : (columns.headers[columns.area] ?? '');
	if (areaText !== '' && area === null) return refuse(areaColumn, 'category_unknown', areaText);
	const figures: PlacedFigure[] = [];
	for (const meaning of context.meanings) {
		const indicator = inArea(meaning.indicator, area);
		if (indicator === null)
			return refuse(areaColumn, 'category_unsupported', areaText, meaning.indicator);
		const declared = context.declared.get(indicator);
		if (declared === undefined) return refuse(meaning.name, 'unit_needs_indicator', indicator);
		const period = periodIn(draft, meaning, context);
		if (!period.ok) return period;
		const unit = unitIn(draft, meaning, declared, context);
		if (!unit.ok) return unit;
		const { factor } = unit.value;
		const number = valueIn(draft, meaning, declared, factor, context);
		const text = cellText(draft.cells[meaning.at]);
		if (number.kind === 'bad') return refuse(meaning.name, number.rule, text);
		if (number.kind === 'number' && number.value < 0)
			return refuse(meaning.name, 'number_negative', text);
		figures.push({
			indicator,
			region,
			period: period.value,
			value: number.kind === 'missing' ? null : toBase(number.value, factor),
			unit: declared,
			state: number.kind === 'missing' ? 'missing' : 'published',
			sourceId: context.sourceId,
			certainty: context.certainty,
			flag: null,
			line: draft.line,
			column: meaning.name,
			step: number.kind === 'missing' ? factor : factor / 10 ** number.decimals
		});
	}
	return { ok: true, figures };
}
