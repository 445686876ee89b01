import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { ComputedManifest } from '../../../src/lib/protect/manifest';
import { STEPS } from '$lib/model/lists';
import { moveId } from '$lib/model/measures';
import { SITE } from '../../../data/site/build';

/**
 * The published cells of an extract made from lists, as plain SQL over its Parquet files gives them,
 * and what follows from them for a `<data>` element.
 */
export interface CountedFigures {
	/** Of a rate, as the manifest states it. */
	smallestDenominator: number;
	/** By `measure region period group`. */
	people: ReadonlyMap<string, number>;
	rupiah: ReadonlyMap<string, number>;
	/** Ids of all that is counted, published anywhere or not. */
	measures: ReadonlySet<string>;
}

export interface CountedShown {
	indicator: string;
	region: string;
	period: string;
	group: string;
	/** Null where the element is empty. */
	value: number | null;
}

const MONTH = `strftime(month, '%Y-%m-01') || '/' || strftime(last_day(month), '%Y-%m-%d')`;
const YEAR = `year::VARCHAR || '-01-01/' || year::VARCHAR || '-12-31'`;
const named = (...dimensions: string[]) =>
	dimensions.length === 0
		? `''`
		: `concat_ws('|', ${dimensions.map((name) => `CASE WHEN ${name}::VARCHAR <> '*' THEN '${name}=' || ${name}::VARCHAR END`).join(', ')})`;

/** Each cube, and how its rows name place, period, measure and group. */
const CUBES = [
	['k1', 'region', MONTH, 'measure', named(), true],
	['k2', 'region', MONTH, 'measure', named('decile'), true],
	['k3', 'region', MONTH, 'measure', named('sex', 'age'), false],
	['k4', 'region', YEAR, 'measure', named('decile', 'sex', 'age'), true],
	[
		'k5',
		'region',
		YEAR,
		`measure::VARCHAR || CASE waiting::VARCHAR WHEN '*' THEN '' WHEN 'unknown' THEN '_wait_unknown' ELSE waiting::VARCHAR END`,
		named(),
		false
	],
	['k6', 'cooperative', MONTH, 'measure', named(), false]
] as const;

/** @param extract id of the extract as it was built into the site */
export async function countedFigures(extract: string): Promise<CountedFigures> {
	const folder = path.join(SITE, 'extract', extract);
	const connection = await (await DuckDBInstance.create(':memory:')).connect();
	const people = new Map<string, number>();
	const rupiah = new Map<string, number>();
	for (const [cube, place, period, measure, group, amounts] of CUBES) {
		const rows = await connection.runAndReadAll(
			`SELECT (${measure})::VARCHAR || ' ' || ${place}::VARCHAR || ' ' || ${period} || ' ' || ${group},
				pub::DOUBLE, ${amounts ? 'rupiah::DOUBLE' : 'NULL'}
			FROM read_parquet('${path.join(folder, `${cube}.parquet`)}')`
		);
		for (const [key, count, amount] of rows.getRows()) {
			people.set(String(key), Number(count));
			if (amount !== null) rupiah.set(String(key), Number(amount));
		}
	}
	connection.closeSync();
	const manifest = JSON.parse(
		readFileSync(path.join(folder, 'manifest.json'), 'utf8')
	) as ComputedManifest;
	const moves = STEPS.flatMap((from, index) =>
		STEPS.slice(index + 1).map((to) => moveId(from, to))
	);
	const measures = new Set([
		...manifest.measures.map(({ id }) => id),
		...moves,
		'members',
		'active'
	]);
	return {
		smallestDenominator: manifest.protection.smallestDenominator,
		people,
		rupiah,
		measures
	};
}

/** What is made of several cells by a rule that has known answers in a unit test of its own. */
const MADE =
	/(_median_wait|_change|_change_at_least|_(done|needed)_a_month|_share|_concentration)$|_gap_/;

/** What is wrong with an element that shows a counted figure, or null. */
export function countedFault(shown: CountedShown, figures: CountedFigures): string | null {
	if (MADE.test(shown.indicator)) return null;
	const expected = expectedOf(shown, figures);
	if (expected === undefined) return `of no known measure: ${JSON.stringify(shown)}`;
	const same =
		expected === null || shown.value === null
			? expected === shown.value
			: Math.abs(expected - shown.value) <= 1e-9 * Math.max(1, expected);
	return same ? null : `not as counted, ${expected ?? 'nothing'}: ${JSON.stringify(shown)}`;
}

/** Null: nothing is published of it, and the page must not say a number. Undefined: no such measure. */
function expectedOf(
	{ indicator, region, period, group }: CountedShown,
	{ people, rupiah, measures, smallestDenominator }: CountedFigures
): number | null | undefined {
	const places = region.split(',');
	const at = (from: ReadonlyMap<string, number>, measure: string) => (place: string) =>
		from.get(`${measure} ${place} ${period} ${group}`) ?? null;
	const cell = (measure: string) => sum(places.map(at(people, measure)));
	const [, amount] = /^(.+)_rupiah$/.exec(indicator) ?? [];
	if (amount !== undefined) return sum(places.map(at(rupiah, amount)));
	const [, whole, less] = /^(.+?)_less_(.+)$/.exec(indicator) ?? [];
	if (whole !== undefined && less !== undefined) return difference(cell(whole), cell(less));
	const [, part, all] = /^(.+?)_of_(.+)$/.exec(indicator) ?? [];
	if (part !== undefined && all !== undefined) {
		// Of several places only those count of which both are published.
		const [parts, wholes] = [part, all].map((measure) => places.map(at(people, measure)));
		const both = places
			.map((_, nth) => nth)
			.filter((nth) => known(parts, nth) && known(wholes, nth));
		const of = (counts: Counts) => sum(both.map((nth) => counts?.[nth] ?? null));
		return rate(of(parts), of(wholes), smallestDenominator);
	}
	return measures.has(indicator.replace(/_wait_unknown$/, '')) ? cell(indicator) : undefined;
}

type Counts = readonly (number | null)[] | undefined;

const known = (counts: Counts, nth: number) => (counts?.[nth] ?? null) !== null;

/** Of a selection of places, what is published of any of them; null where nothing is. */
function sum(counts: readonly (number | null)[]): number | null {
	const there = counts.filter((count) => count !== null);
	return there.length === 0 ? null : there.reduce((total, count) => total + count, 0);
}

function difference(whole: number | null, less: number | null): number | null {
	return whole === null || less === null ? null : whole - less;
}

/** Two counts are rounded on their own, so a part may come out above its whole. */
function rate(part: number | null, whole: number | null, smallest: number): number | null {
	if (part === null || whole === null || whole < smallest) return null;
	return Math.min(100, (100 * part) / whole);
}
