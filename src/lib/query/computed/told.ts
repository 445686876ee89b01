import type { Table } from 'apache-arrow';
import { schemaName } from '$lib/engine/schema-name';
import { type ListKind, REPORTING, type Reporting } from '$lib/model/lists';
import { type Cells, readRows } from '../cells';
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

/** All reports of one place: what is remembered of them answers any time. */
export function reportsOfPlace(extract: string, region: string): QuestionPart {
	return {
		sql: `SELECT ${COLUMNS}
FROM ${schemaName(extract)}.reporting
WHERE region::VARCHAR = ?::VARCHAR`,
		params: [region]
	};
}

/** The reports of every place in a span of time. */
export function reportsOfTime(extract: string, { from, until, yearly }: ToldAsked): QuestionPart {
	return {
		sql: `SELECT region, ${COLUMNS}
FROM ${schemaName(extract)}.reporting
WHERE month BETWEEN ?::DATE AND ?::DATE`,
		params: [from, lastMonth(until, yearly)]
	};
}

const COLUMNS = `${MONTH_NUMBER} AS start, list AS name, (${REACH_RANK})::INTEGER AS rank`;

function lastMonth(until: string, yearly: boolean): string {
	return yearly ? `${until.slice(0, 4)}-12-01` : until;
}

/** What is known of the reports of some places and periods: each has a row for every list. */
export class Told {
	readonly #regions = new Set<string>();
	readonly #starts = new Set<string>();
	readonly #ranks = new Map<string, number>();

	constructor(readonly asked: ToldAsked) {}

	/** Takes the answer to `reportsOfPlace`. */
	takePlace(region: string, table: Table): void {
		readRows(table, (cells) => this.#note(region, cells));
	}

	/** Takes of the answer to `reportsOfTime` what is told of some places. */
	takeTime(table: Table, isAsked: (region: string) => boolean): void {
		readRows(table, (cells) => {
			const region = cells.text('region');
			if (isAsked(region)) this.#note(region, cells);
		});
	}

	/** A year is as well reported as its worst month. */
	#note(region: string, cells: Cells): void {
		const { from, until, yearly } = this.asked;
		const month = firstDay(cells.count('start'));
		const start = yearly ? `${month.slice(0, 4)}-01-01` : month;
		if (start < from || start > until) return;
		this.#regions.add(region);
		this.#starts.add(start);
		const key = `${region}|${start}|${cells.text('name')}`;
		this.#ranks.set(key, Math.max(this.#ranks.get(key) ?? 0, cells.count('rank')));
	}

	/** Every place with every period, in the order of both. */
	get times(): { region: string; start: string }[] {
		const starts = [...this.#starts].sort();
		return [...this.#regions]
			.sort()
			.flatMap((region) => starts.map((start) => ({ region, start })));
	}

	/** The worst of some lists; one of which nothing is known never came. */
	reach(region: string, start: string, lists: readonly ListKind[]): Reporting {
		const ranks = lists.map((list) => this.#ranks.get(`${region}|${start}|${list}`) ?? 2);
		return known(WORDS[Math.max(...ranks)] ?? '', oneOf(REPORTING));
	}
}

const WORDS = ['received', 'late', 'not_received'] as const;
