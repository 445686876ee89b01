import { type Figure, type Source, type Unit, hasValue, isBounded } from '$lib/model';
import { differ } from '$lib/model/statistics/interval';
import { type Measured, type Pace, type Target, paceOf } from '$lib/model/statistics/pace';

/** Something that is to be reached, and who says so; the source is null of one that is tried out. */
export interface RowTarget {
	figure: Figure;
	source: Pick<Source, 'id' | 'publisher'> | null;
}

/** An indicator as an official asks for it: where it stands, where it is to stand, and how fast. */
export interface StatusRow {
	/** By which a target is tried in the address; unique among all rows of the page. */
	id: string;
	name: string;
	place: string;
	/** The system it belongs to, and the path of its page. */
	programme: { name: string; page: string };
	unit: Unit;
	direction: Target['direction'];
	/** Null where no source of ours has a figure at all. */
	actual: Figure | null;
	/** The figure of about twelve months earlier. */
	before: Figure | null;
	/** There is an earlier figure, and it is of other districts: against it nothing is said. */
	changed?: boolean;
	source: { href: string; publisher: string } | null;
	target: RowTarget | null;
	/** Of how many districts it is, where the lists of some have not come; else empty. */
	reported: string;
	/** ISO date of the newest figure on the page: what was due before it is past. */
	newest: string;
}

/** A row's pace, and whether what happened in the twelve months is more than the bounds allow. */
export interface RowPace extends Pace {
	/** The change lies within the bounds: nothing can be said of it. */
	alike: boolean;
	/** The date of the target is past, by the newest figure on the page. */
	passed: boolean;
	/** The earlier figure is known by its upper end alone: the change is at least this. */
	atLeast: boolean;
}

/** The pace of a row; all of it from the figures that stand in it. */
export function paceOfRow(row: StatusRow): RowPace {
	const { actual, before, direction, target, newest } = row;
	const now = actual ? measured(actual, direction) : null;
	const known = now && actual?.value !== null ? now : null;
	const then = known && before ? measured(before, direction) : null;
	const aim = target
		? { value: target.figure.value ?? 0, date: target.figure.period.end, direction }
		: null;
	return {
		...paceOf(known, then, aim),
		alike: known !== null && then !== null && known.low < known.high && !differ(known, then),
		passed: aim !== null && aim.date < newest,
		atLeast: before?.value === null && then !== null
	};
}

/**
 * A figure to be compared. Where only an upper end is known, that end stands for it, if more is
 * better: what has been gained since is then never overstated.
 */
function measured(figure: Figure, direction: Target['direction']): Measured | null {
	const bounds = isBounded(figure) ? figure.bounds : null;
	const date = figure.period.end;
	if (figure.value !== null && hasValue(figure.state)) {
		const [low, high] = bounds ?? [figure.value, figure.value];
		return { value: figure.value, low, high, date };
	}
	if (bounds === null || direction !== 'at_least') return null;
	return { value: bounds[1], low: bounds[0], high: bounds[1], date };
}

/** A row with a target that its reader tries, in place of any that has been set. */
export function tried(row: StatusRow, value: number, date: string): StatusRow {
	const figure: Figure = {
		indicator: row.id,
		region: row.actual?.region ?? '00',
		period: { start: date, end: date },
		value,
		unit: row.unit,
		state: 'target',
		sourceId: '',
		certainty: 'high',
		flag: null
	};
	return { ...row, target: { figure, source: null } };
}

/** The rows, each knowing the newest figure of all of them. */
export function dated(rows: readonly StatusRow[]): StatusRow[] {
	const ends = rows.flatMap(({ actual }) =>
		actual && actual.value !== null ? actual.period.end : []
	);
	const newest = ends.reduce((latest, end) => (end > latest ? end : latest), '');
	return rows.map((row) => ({ ...row, newest }));
}
