import { formatNumber } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { stateName } from '$lib/i18n/words';
import {
	FIGURE_STATES,
	LOCALES,
	type Figure,
	type FigureState,
	type Locale,
	type Period,
	type Unit,
	hasValue,
	isFigureState,
	isUnit
} from '$lib/model';
import type { Cell, Result } from './cells';
import type { Origin } from './origin';

const TIMELESS = { start: '', end: '' };

/** Where a column of a name stands; -1 for none. */
export function columnAt({ columns }: Result, name: string | null): number {
	return columns.findIndex((one) => one.name === name && name !== null);
}

export type ReadFigure = (
	row: readonly Cell[],
	at: number,
	told: { unit: Unit; period?: Period }
) => Figure;

/**
 * Reads cells as figures. They are worked out here, or made up where the result rests on made-up lists,
 * or the reader's own; a `state` beside the value is believed where it is ours.
 */
export function figureReader(result: Result, { demo, own }: Origin): ReadFigure {
	const stateAt = result.columns.findIndex(({ name }) => name === 'state' || name === 'keadaan');
	return (row, at, { unit, period = TIMELESS }) => {
		// A state of the site's beside figures of the reader's own says nothing of those, and of figures
		// of both nobody can say whose they are: a note does.
		const state = demo
			? 'demo'
			: own === 'alone'
				? 'own'
				: ((own === null ? stateOf(row[stateAt]) : null) ?? 'computed');
		const value = row[at];
		const known = typeof value === 'number' && hasValue(state);
		return {
			indicator: '',
			region: '',
			period,
			value: known ? value : null,
			unit,
			state: known || !hasValue(state) ? state : 'missing',
			sourceId: '',
			certainty: 'high',
			flag: null
		};
	};
}

/** Words of states, in either language: a link may come from a reader of the other. */
const STATES_BY_WORDS = new Map(
	FIGURE_STATES.flatMap((state) => LOCALES.map((locale) => [stateName(state, locale), state]))
);

/** A state by its code, or by the words that this site has for it. */
function stateOf(cell: Cell | undefined): FigureState | null {
	const told = String(cell ?? '');
	return isFigureState(told) ? told : (STATES_BY_WORDS.get(told) ?? null);
}

/** The unit that all rows name in a column, else a plain number. */
export function unitIn(result: Result, at: number): Unit {
	const units = new Set(at === -1 ? [] : result.rows.map((row) => String(row[at])));
	const [only = ''] = units;
	return units.size === 1 && isUnit(only) ? only : 'number';
}

/** A cell as the name of a row. */
export function labelOf(cell: Cell, locale: Locale): string {
	if (cell === null || cell === '') return '–';
	if (typeof cell === 'boolean')
		return cell ? m.grid_true({}, { locale }) : m.grid_false({}, { locale });
	if (typeof cell === 'number' && !(Number.isInteger(cell) && Math.abs(cell) < 10_000))
		return formatNumber(cell, locale);
	return String(cell);
}
