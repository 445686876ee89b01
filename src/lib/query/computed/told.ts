import { type ListKind, REPORTING, type Reporting } from '$lib/model/lists';
import { schemaName } from '$lib/engine/schema-name';
import type { Cells } from '../cells';
import { known, oneOf } from '../figures';
import type { Question, QuestionPart } from '../question';
import { type PlacesAsked, countOf, placesSql } from './places-asked';
import { REACH_RANK } from './reach';

const TOLD = 'list';

/** Of so few places all reports are asked, whatever the time: what is remembered then answers any time. */
const FEW = 12;

/** Which reports: of these places, and of the months from the first to the last of these days. */
export interface ToldAsked {
	/** Id under which the extract's first file is attached, which knows who reported. */
	extract: string;
	places: PlacesAsked;
	from: string;
	until: string;
	/** The days are those of years. */
	yearly: boolean;
}

/**
 * A question about cells and about the reports of the same places and times.
 *
 * Both are plain parts, and are put together by what reads them: DuckDB-Wasm plans a statement that joins
 * them for longer than it takes to run the parts, and most of what a page asks needs the same reports.
 * @param cells with the columns `what, region, start, name, pub` among theirs
 */
export function withReports(
	cells: readonly QuestionPart[],
	asked: ToldAsked
): Pick<Question<unknown>, 'sql' | 'params' | 'parts'> {
	const shown = [...cells, reportsPart(asked, false)];
	return {
		sql: shown.map(({ sql }) => sql).join('\nUNION ALL BY NAME\n'),
		params: shown.flatMap(({ params }) => params),
		parts: [...cells, reportsPart(asked, countOf(asked.places) <= FEW)]
	};
}

function reportsPart(
	{ extract, places, from, until, yearly }: ToldAsked,
	ever: boolean
): QuestionPart {
	const place = placesSql(places);
	const last = yearly ? `${until.slice(0, 4)}-12-01` : until;
	return {
		sql: `SELECT '${TOLD}' AS what, region::VARCHAR AS region, month::VARCHAR AS start, list::VARCHAR AS name,
	${REACH_RANK}::BIGINT AS pub
FROM ${schemaName(extract)}.reporting
WHERE ${place.sql}${ever ? '' : ' AND month BETWEEN ?::DATE AND ?::DATE'}`,
		params: [...place.params, ...(ever ? [] : [from, last])]
	};
}

/** What is known of the reports of some places and periods: each has a row for every list. */
export class Told {
	readonly #regions = new Set<string>();
	readonly #starts = new Set<string>();
	readonly #ranks = new Map<string, number>();

	constructor(readonly asked: Pick<ToldAsked, 'from' | 'until' | 'yearly'>) {}

	/** Takes a report; false of any other row. A year is as well reported as its worst month. */
	take(cells: Cells): boolean {
		if (cells.text('what') !== TOLD) return false;
		const { from, until, yearly } = this.asked;
		const month = cells.text('start');
		const start = yearly ? `${month.slice(0, 4)}-01-01` : month;
		if (start < from || start > until) return true;
		const region = cells.text('region');
		this.#regions.add(region);
		this.#starts.add(start);
		const key = `${region}|${start}|${cells.text('name')}`;
		this.#ranks.set(key, Math.max(this.#ranks.get(key) ?? 0, cells.count('pub')));
		return true;
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
