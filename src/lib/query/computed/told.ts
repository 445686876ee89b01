import type { Table } from 'apache-arrow';
import { schemaName } from '$lib/engine/schema-name';
import { type ListKind, REPORTING, type Reporting } from '$lib/model/lists';
import { readRows } from '../cells';
import { known, oneOf } from '../figures';
import type { QuestionPart } from '../question';
import { type PlacesAsked, placesSql } from './places-asked';
import { REACH_RANK } from './reach';
import { MONTH_NUMBER, type Span, firstDay } from './slice';

/** Which periods are told of. */
export interface ToldAsked extends Span {
	/** The days are those of years. */
	yearly: boolean;
}

/** The reports of the places and times of a question, as rows of cells have them: to be shown. */
export function reportsShown(
	extract: string,
	places: PlacesAsked,
	{ from, until, yearly }: ToldAsked
): QuestionPart {
	const place = placesSql(places);
	return {
		sql: `SELECT 'list' AS what, region::VARCHAR AS region, month::VARCHAR AS start, list::VARCHAR AS name,
	${REACH_RANK}::BIGINT AS pub
FROM ${schemaName(extract)}.reporting
WHERE ${place.sql} AND month BETWEEN ?::DATE AND ?::DATE`,
		params: [...place.params, from, lastMonth(until, yearly)]
	};
}

/**
 * All reports there are. They are few beside the cells (a row for each place, month and list), so they are
 * asked once and answer every place and time; asked by place, they cost each new place a statement.
 */
export function reportsWhole(extract: string): QuestionPart {
	return {
		sql: `SELECT region, ${MONTH_NUMBER} AS start, list AS name, (${REACH_RANK})::INTEGER AS rank
FROM ${schemaName(extract)}.reporting`,
		params: []
	};
}

function lastMonth(until: string, yearly: boolean): string {
	return yearly ? `${until.slice(0, 4)}-12-01` : until;
}

/** The state of one list in one month. */
interface Report {
	/** First day. */
	month: string;
	list: string;
	/** 0 where it has come, and more the more is missing. */
	rank: number;
}

const indexed = new WeakMap<Table, ReadonlyMap<string, readonly Report[]>>();

/** The answer to `reportsWhole` by place; it is read once, however often it is asked. */
export function reportsByPlace(table: Table): ReadonlyMap<string, readonly Report[]> {
	const before = indexed.get(table);
	if (before) return before;
	const places = new Map<string, Report[]>();
	readRows(table, (cells) => {
		const region = cells.text('region');
		const month = firstDay(cells.count('start'));
		const report = { month, list: cells.text('name'), rank: cells.count('rank') };
		const reports = places.get(region);
		if (reports) reports.push(report);
		else places.set(region, [report]);
	});
	indexed.set(table, places);
	return places;
}

/** What is known of the reports of some places and periods: each has a row for every list. */
export class Told {
	readonly #regions: string[] = [];
	readonly #starts = new Set<string>();
	readonly #ranks = new Map<string, number>();

	/**
	 * @param table the answer to `reportsWhole`
	 * @param isAsked of which places it is told
	 */
	constructor(table: Table, isAsked: (region: string) => boolean, asked: ToldAsked) {
		for (const [region, reports] of reportsByPlace(table)) {
			if (!isAsked(region)) continue;
			const inTime = reports.filter(({ month }) => isWithin(month, asked));
			if (inTime.length > 0) this.#regions.push(region);
			for (const report of inTime) this.#note(region, report, asked);
		}
		this.#regions.sort();
	}

	/** A year is as well reported as its worst month. */
	#note(region: string, { month, list, rank }: Report, asked: ToldAsked): void {
		const start = periodOf(month, asked);
		this.#starts.add(start);
		const key = `${region}|${start}|${list}`;
		this.#ranks.set(key, Math.max(this.#ranks.get(key) ?? 0, rank));
	}

	/** Every place with every period, in the order of both. */
	get times(): { region: string; start: string }[] {
		const starts = [...this.#starts].sort();
		return this.#regions.flatMap((region) => starts.map((start) => ({ region, start })));
	}

	/** The worst of some lists; one of which nothing is known never came. */
	reach(region: string, start: string, lists: readonly ListKind[]): Reporting {
		const ranks = lists.map((list) => this.#ranks.get(`${region}|${start}|${list}`) ?? 2);
		return known(WORDS[Math.max(...ranks)] ?? '', oneOf(REPORTING));
	}
}

function periodOf(month: string, { yearly }: ToldAsked): string {
	return yearly ? `${month.slice(0, 4)}-01-01` : month;
}

function isWithin(month: string, asked: ToldAsked): boolean {
	const start = periodOf(month, asked);
	return start >= asked.from && start <= asked.until;
}

const WORDS = ['received', 'late', 'not_received'] as const;
