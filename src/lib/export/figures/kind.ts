import { type Figure, MEASURES } from '$lib/model';

/** How a figure is made of protected counts. */
export type FigureKind =
	| { kind: 'count'; measure: string }
	/** Percent: 100 × part ÷ whole. */
	| { kind: 'rate'; part: string; whole: string }
	| { kind: 'rupiah'; measure: string };

const REGIONAL = new Set(MEASURES.map(({ id }) => id));
/** Of one cooperative. */
const COOPERATIVE = new Set(['members', 'active']);
/** Steps up the ladder within a year. */
const MOVE = /^moved_[a-z]+_[a-z]+$/;

/** Where the counts of a measure stand; null of what is no measure. */
export function holderOf(measure: string): 'region' | 'move' | 'cooperative' | null {
	if (REGIONAL.has(measure)) return 'region';
	if (MOVE.test(measure)) return 'move';
	return COOPERATIVE.has(measure) ? 'cooperative' : null;
}

/** Null of figures that are made in another way: sums over places, medians and the like. */
export function kindOf({ indicator, unit, region }: Figure): FigureKind | null {
	if (region.includes(',')) return null;
	if (unit === 'people' && holderOf(indicator)) return { kind: 'count', measure: indicator };
	const [, paid = ''] = /^(\w+)_rupiah$/.exec(indicator) ?? [];
	if (unit === 'rupiah' && REGIONAL.has(paid)) return { kind: 'rupiah', measure: paid };
	const [, part = '', whole = ''] = /^(\w+?)_of_(\w+)$/.exec(indicator) ?? [];
	const same = holderOf(part) !== null && holderOf(part) === holderOf(whole);
	return unit === 'percent' && same ? { kind: 'rate', part, whole } : null;
}

/** The measures whose counts a figure is made of. */
export function measuresOf(kind: FigureKind): string[] {
	return kind.kind === 'rate' ? [kind.part, kind.whole] : [kind.measure];
}
