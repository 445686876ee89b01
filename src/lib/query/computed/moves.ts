import { schemaName } from '$lib/engine/schema-name';
import { WAITING_BANDS, type WaitingBand } from '$lib/model/dimension';
import type { ListKind } from '$lib/model/lists';
import type { PlaceCode } from '$lib/model/place';
import { eachRow } from '../cells';
import type { Question } from '../question';
import { inWordList, wordList } from '../word-list';
import type { CountRow } from './counts';
import { Told, withReports } from './told';

export interface MovesAsked {
	places: readonly PlaceCode[];
	/** First and last year; both are asked. */
	from: number;
	until: number;
	/** Steps up the ladder, `moved_assistance_group` and so on; the rows keep their order. */
	measures: readonly string[];
	/** Id under which the file that holds K5 of the places is attached, where it is another than the first. */
	file?: string;
}

/** People who moved up within a year, by how long they had waited; `*` for all of them. */
export interface MoveRow extends CountRow {
	year: number;
	waiting: WaitingBand;
}

/** Without both, nobody is known to have stood on one step and then on another. */
const LISTS: readonly ListKind[] = ['beneficiaries', 'activities'];

/**
 * Each move of each place and year in every waiting band, also where nothing is published. Only
 * published cells are read: the margin `*` is the extract's own, never a sum of the bands. A year is
 * as well reported as its worst month. By place, year, move and band.
 * @param extract id under which the extract's first file is attached, which knows who reported
 */
export function moves(
	extract: string,
	{ places, from, until, measures, file = extract }: MovesAsked
): Question<MoveRow> {
	const start = (year: number) => `${String(year)}-01-01`;
	const reported = {
		extract,
		places: { regions: places },
		from: start(from),
		until: start(until),
		yearly: true
	};
	const cells = {
		sql: `SELECT 'cell' AS what, region::VARCHAR AS region, make_date(year::INTEGER, 1, 1)::VARCHAR AS start,
	measure::VARCHAR AS name, waiting::VARCHAR AS waiting, pub::BIGINT AS pub
FROM ${schemaName(file)}.k5
WHERE ${inWordList('region')} AND year::INTEGER BETWEEN ?::INTEGER AND ?::INTEGER AND ${inWordList('measure')}`,
		params: [wordList(places), from, until, wordList(measures)]
	};
	return {
		name: 'computed_moves',
		...withReports([cells], reported),
		read: (...tables) => {
			const reports = new Told(reported);
			const published = new Map<string, number | null>();
			eachRow(tables, (cells) => {
				if (reports.take(cells)) return;
				const key = ['region', 'start', 'name', 'waiting'].map((column) => cells.text(column));
				published.set(key.join('|'), cells.number('pub'));
			});
			return reports.times.flatMap(({ region, start }) => {
				const reach = reports.reach(region, start, LISTS);
				return measures.flatMap((measure) =>
					WAITING_BANDS.map((waiting): MoveRow => ({
						...{ region, year: Number(start.slice(0, 4)), measure, waiting, reach },
						published: published.get([region, start, measure, waiting].join('|')) ?? null
					}))
				);
			});
		}
	};
}
