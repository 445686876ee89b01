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

/** What a column's values come to in one place, and one year where the file has a column of years. */
export interface OwnGroup {
	region: RegionCode;
	year: number | null;
	count: number;
	sum: number;
	least: number;
	greatest: number;
}

/** A column's values by place and year, of a file that is held. */
export function groupsOf(
	{ values, year: yearColumn, join }: OwnReading,
	column: number
): OwnGroup[] {
	const rows = join?.regions.flatMap((region, row): OwnGroup[] => {
		const value = values[column]?.[row];
		if (region === null || typeof value !== 'number') return [];
		const year = yearColumn === null ? null : readYear(String(values[yearColumn]?.[row] ?? ''));
		return [{ region, year, count: 1, sum: value, least: value, greatest: value }];
	});
	return mergedGroups(rows ?? []);
}

/** Groups of the same place and year as one. */
export function mergedGroups(groups: readonly OwnGroup[]): OwnGroup[] {
	const merged = new Map<string, OwnGroup>();
	for (const group of groups) {
		const key = `${group.region} ${group.year}`;
		const known = merged.get(key);
		if (known === undefined) merged.set(key, { ...group });
		else {
			known.count += group.count;
			known.sum += group.sum;
			known.least = Math.min(known.least, group.least);
			known.greatest = Math.max(known.greatest, group.greatest);
		}
	}
	return [...merged.values()];
}

/** Years that a file has values in places for, newest first; empty where it has no such column. */
export function yearsOf(groups: readonly OwnGroup[]): number[] {
	const found = new Set(groups.flatMap(({ year }) => year ?? []));
	return [...found].sort((a, b) => b - a);
}

/** Whether any regency has more than one value, so that the reader must say how they become one. */
export function repeats(groups: readonly OwnGroup[], year: number | null): boolean {
	return regenciesIn(groups, year).some(({ count }) => count > 1);
}

/** One group for each regency; null as the year means all of them. */
function regenciesIn(groups: readonly OwnGroup[], year: number | null): OwnGroup[] {
	const wanted = groups.filter(
		(group) => levelOf(group.region) === 'regency' && (year === null || group.year === year)
	);
	return mergedGroups(wanted.map((group) => ({ ...group, year })));
}

function combined({ count, sum, least, greatest }: OwnGroup, combiner: Combiner): number {
	switch (combiner) {
		case 'sum':
			return Number(sum.toPrecision(14));
		case 'mean':
			return sum / count;
		case 'least':
			return least;
		case 'greatest':
			return greatest;
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
export function ownFigures(
	reading: OwnReading,
	groups: readonly OwnGroup[],
	asked: OwnAsked,
	today: string
): Figure[] {
	const period: Period =
		asked.year === null ? { start: today, end: today } : yearPeriod(asked.year);
	const unit = unitOf(reading, asked.column);
	const factor = reading.columns[asked.column]?.factor ?? 1;
	return regenciesIn(groups, asked.year)
		.map((group): Figure => ({
			indicator: '',
			region: group.region,
			period,
			value: toBase(combined(group, asked.combiner), factor),
			unit,
			state: 'own',
			sourceId: '',
			certainty: 'high',
			flag: null
		}))
		.sort((a, b) => a.region.localeCompare(b.region));
}
