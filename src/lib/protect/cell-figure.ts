import { madeOf } from '$lib/engine/asked';
import {
	MARGIN,
	monthPeriod,
	type BoundedFigure,
	type Figure,
	type FigureState,
	type ProgrammeBegin,
	type Reporting,
	membershipsIn
} from '$lib/model';
import type { ComputedManifest, StatedProtection } from './manifest';
import { rateOf } from './rate';
import { boundsOf } from './rounding';

/** A cell of an extract as a question gives it. */
export interface CountedCell {
	region: string;
	measure: string;
	/** Null where no row is published. */
	published: number | null;
	/** The worst of the lists that the measure needs. */
	reach: Reporting;
	/** Of the same measure, place and time some group is published: its lists had come, if not all. */
	partly?: boolean;
	/** Of whom; a margin or nothing where all are meant. */
	decile?: string;
	sex?: string;
	age?: string;
}

/** What is the same of all figures of one extract and month. */
export interface CellContext {
	kind: 'computed' | 'demo';
	protection: StatedProtection;
	sourceId: string;
	period: Figure['period'];
	/** When programmes began, by id, as far as a source says it. */
	begins?: Readonly<Record<string, ProgrammeBegin>>;
}

/** Of the last month that an extract covers. */
export function lastMonthOf(
	{ id, kind, protection, period }: ComputedManifest,
	begins: CellContext['begins'] = {}
): CellContext {
	const [year = 0, month = 0] = period.end.split('-').map(Number);
	return { kind, protection, sourceId: id, period: monthPeriod(year, month), begins };
}

/** The programme that had not begun when a period ended, so that a measure had nobody to count; else null. */
export function notBegun(
	measure: string,
	{ period, begins = {} }: Pick<CellContext, 'period' | 'begins'>
): ProgrammeBegin | null {
	const late = membershipsIn(measure).flatMap((programme) => begins[programme] ?? []);
	return late.find(({ on }) => period.end < on) ?? null;
}

/** A cell as a figure: with bounds where it is published, and why not where it is not. Never zero. */
export function cellFigure(cell: CountedCell, context: CellContext): BoundedFigure {
	const { published, reach, partly = false } = cell;
	const incomplete = reach !== 'received' && (published !== null || partly);
	const figure: BoundedFigure = {
		...base(cell, context),
		unit: 'people',
		value: published,
		state: published === null ? absence(cell, context) : context.kind,
		bounds: published === null ? null : boundsOf(published, context.protection),
		incomplete,
		...(incomplete && published !== null ? { atLeast: true } : {})
	};
	return madeOf(figure, [cell]);
}

/**
 * The share of a whole that a part is, in percent, by rule R3. Null where no rate is made: the
 * whole is small or not there, or the part has not been counted.
 */
export function rateFigure(
	part: CountedCell,
	whole: CountedCell,
	context: CellContext
): BoundedFigure | null {
	if (part.published === null && (part.reach !== 'received' || notBegun(part.measure, context)))
		return null;
	const rate = rateOf(part.published, whole.published, context.protection);
	if (rate.kind === 'none') return null;
	const shared = {
		...base({ ...part, measure: `${part.measure}_of_${whole.measure}` }, context),
		unit: 'percent' as const,
		incomplete: part.reach !== 'received'
	};
	if (rate.kind === 'below')
		return madeOf<BoundedFigure>(
			{ ...shared, value: null, state: 'withheld', bounds: [0, 100 * rate.high] },
			[part, whole]
		);
	const bounds = [100 * rate.low, 100 * rate.high] as const;
	const known: BoundedFigure = {
		...shared,
		value: 100 * rate.share,
		state: context.kind,
		bounds,
		// The whole has the people of districts whose part is not known yet: more can only join the part.
		...(shared.incomplete && whole.reach === 'received' ? { atLeast: true } : {})
	};
	return madeOf(known, [part, whole]);
}

function base(cell: CountedCell, { period, sourceId }: CellContext) {
	const group = groupOf(cell);
	return {
		indicator: cell.measure,
		region: cell.region,
		period,
		sourceId,
		certainty: 'high',
		flag: null,
		...(group === '' ? {} : { group })
	} as const;
}

function groupOf(cell: CountedCell): string {
	return (['decile', 'sex', 'age'] as const)
		.flatMap((name) => {
			const value = cell[name] ?? MARGIN;
			return value === MARGIN ? [] : [`${name}=${value}`];
		})
		.join('|');
}

function absence(
	{ measure, reach, partly = false }: CountedCell,
	context: CellContext
): FigureState {
	if (notBegun(measure, context)) return 'not_begun';
	if (reach === 'received' || partly) return 'withheld';
	return reach === 'late' ? 'late' : 'not_received';
}
