import type { BoundedFigure, Figure, Period } from '$lib/model';
import { cubeFor } from '$lib/protect/cube-for';
import type { Dimension } from '$lib/protect/cubes';
import { type FigureKind, holderOf, kindOf, measuresOf } from './kind';

/** What a chart shows of one extract, where all of it can be counted in one go. */
export interface FiguresAsked {
	kinds: readonly FigureKind[];
	measures: readonly string[];
	/** Whether the counts are of cooperatives, regions, or of moves up the ladder. */
	of: 'region' | 'move' | 'cooperative';
	/** The cube of regions that tells the groups apart. */
	cube: 'k1' | 'k2' | 'k3' | 'k4';
	yearly: boolean;
	dimensions: readonly Dimension[];
	/** Codes of regions, or of cooperatives. */
	places: readonly string[];
	/** First days of the months, or years. */
	starts: readonly string[];
	/** Indicators of which a time before their programme is shown, with the last day of that time. */
	before: readonly (readonly [indicator: string, until: string])[];
	/** `decile=3`; one that is empty where nobody is left out. */
	groups: readonly string[];
}

/**
 * What to ask for the figures of a chart; null where some of them are no counts of the extract, nor
 * made of two of them, or where they lie in more than one cube.
 */
export function figuresAsked(all: readonly Figure[], extract: string): FiguresAsked | null {
	const told = all.filter((figure) => figure.value !== null || boundsOf(figure) !== null);
	const found = told.map(kindOf);
	const kinds = found.filter((kind) => kind !== null);
	if (told.length === 0 || kinds.length < told.length) return null;
	if (told.some(({ sourceId }) => sourceId !== extract)) return null;
	const measures = unique(kinds.flatMap(measuresOf));
	const [of, ...others] = unique(measures.map(holderOf));
	const [yearly, ...mixed] = unique(told.map(({ period }) => isYear(period)));
	const [by, ...more] = unique(told.map((figure) => dimensionsOf(figure).join()));
	if (!of || yearly === undefined || by === undefined) return null;
	if (others.length + mixed.length + more.length > 0) return null;
	const dimensions = by === '' ? [] : (by.split(',') as Dimension[]);
	const cube = of === 'region' ? cubeFor(dimensions, yearly ? 'year' : 'month') : 'k1';
	if (typeof cube !== 'string' || cube === 'k5') return null;
	// What is withheld is asked as well: that it is says why there is no value.
	const asked = all.filter(
		(figure) =>
			figure.sourceId === extract &&
			!figure.region.includes(',') &&
			isYear(figure.period) === yearly &&
			dimensionsOf(figure).join() === by
	);
	return {
		kinds: [...new Map(kinds.map((kind) => [JSON.stringify(kind), kind])).values()],
		...{ measures, of, cube, yearly, dimensions },
		places: unique(asked.map(({ region }) => region)).sort(),
		starts: unique(asked.map(({ period }) => period.start)).sort(),
		before: beforeBegin(asked),
		groups: unique(asked.map(groupOf)).sort()
	};
}

function beforeBegin(figures: readonly Figure[]): [indicator: string, until: string][] {
	const last = new Map<string, string>();
	for (const { indicator, state, period } of figures)
		if (state === 'not_begun' && period.end > (last.get(indicator) ?? ''))
			last.set(indicator, period.end);
	return [...last];
}

function unique<Value>(values: readonly Value[]): Value[] {
	return [...new Set(values)];
}

function isYear({ start, end }: Period): boolean {
	return start.endsWith('-01-01') && end.endsWith('-12-31');
}

function boundsOf(figure: Partial<BoundedFigure>): BoundedFigure['bounds'] {
	return figure.bounds ?? null;
}

function groupOf(figure: Partial<BoundedFigure>): string {
	return figure.group ?? '';
}

/** `sex=female|age=25-44` is by sex and age. */
function dimensionsOf(figure: Figure): string[] {
	return groupOf(figure)
		.split('|')
		.flatMap((part) => (part === '' ? [] : [part.split('=')[0] ?? '']));
}
