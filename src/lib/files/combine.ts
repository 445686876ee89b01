import {
	type Figure,
	type Period,
	type RegionCode,
	type Unit,
	levelOf,
	yearPeriod
} from '$lib/model';
import { readYear } from '$lib/read/periods';
import { toBase } from '$lib/read/units';
import type { OwnReading } from './read';

/** How several rows of one region become one value. */
export const COMBINERS = ['sum', 'mean', 'least', 'greatest'] as const;
export type Combiner = (typeof COMBINERS)[number];

/** Which figures of a file are asked for. */
export interface OwnAsked {
	/** Column of values. */
	column: number;
	/** Null where the file has no column of years, or where all of them are meant. */
	year: number | null;
	combiner: Combiner;
}

/** The columns that hold figures and may be drawn. */
export function figureColumns({ columns, year, regionColumns }: OwnReading): number[] {
	const places = new Set([regionColumns?.code, regionColumns?.name, regionColumns?.province, year]);
	return columns.flatMap(({ type }, at) => (type === 'number' && !places.has(at) ? [at] : []));
}

/** Years that a file has rows of regions for, newest first; empty where it has no such column. */
export function yearsOf({ values, year, join }: OwnReading): number[] {
	if (year === null || join === null) return [];
	const found = new Set<number>();
	values[year]?.forEach((value, row) => {
		const read = value === null ? null : readYear(String(value));
		if (read !== null && join.regions[row] !== null) found.add(read);
	});
	return [...found].sort((a, b) => b - a);
}

/** Whether any regency has more than one value, so that the reader must say how they become one. */
export function repeats(reading: OwnReading, asked: Omit<OwnAsked, 'combiner'>): boolean {
	return [...valuesByRegion(reading, asked).values()].some((values) => values.length > 1);
}

function valuesByRegion(
	{ values, year: yearColumn, join }: OwnReading,
	{ column, year }: Omit<OwnAsked, 'combiner'>
): Map<RegionCode, number[]> {
	const found = new Map<RegionCode, number[]>();
	join?.regions.forEach((region, row) => {
		const value = values[column]?.[row];
		if (region === null || levelOf(region) !== 'regency' || typeof value !== 'number') return;
		const own = yearColumn === null ? null : readYear(String(values[yearColumn]?.[row] ?? ''));
		if (year !== null && own !== year) return;
		const known = found.get(region);
		if (known) known.push(value);
		else found.set(region, [value]);
	});
	return found;
}

function combined(values: readonly number[], combiner: Combiner): number {
	const sum = values.reduce((total, value) => total + value, 0);
	switch (combiner) {
		case 'sum':
			return Number(sum.toPrecision(14));
		case 'mean':
			return sum / values.length;
		case 'least':
			return values.reduce((a, b) => Math.min(a, b));
		case 'greatest':
			return values.reduce((a, b) => Math.max(a, b));
	}
}

/** The unit of a column's figures: that of its header, or a bare number. */
export function unitOf({ columns }: OwnReading, column: number): Unit {
	return columns[column]?.unit ?? 'number';
}

/**
 * One figure for each regency that the file has a value for, in base units, with the state `own`.
 * @param today the day on which it is read: the period of a file that says no year
 */
export function ownFigures(reading: OwnReading, asked: OwnAsked, today: string): Figure[] {
	const period: Period =
		asked.year === null ? { start: today, end: today } : yearPeriod(asked.year);
	const unit = unitOf(reading, asked.column);
	const factor = reading.columns[asked.column]?.factor ?? 1;
	return [...valuesByRegion(reading, asked)]
		.map(([region, values]): Figure => ({
			indicator: '',
			region,
			period,
			value: toBase(combined(values, asked.combiner), factor),
			unit,
			state: 'own',
			sourceId: '',
			certainty: 'high',
			flag: null
		}))
		.sort((a, b) => a.region.localeCompare(b.region));
}
