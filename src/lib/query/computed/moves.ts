import { WAITING_BANDS, type WaitingBand } from '$lib/model/dimension';
import type { ListKind } from '$lib/model/lists';
import type { PlaceCode } from '$lib/model/place';
import type { Question } from '../question';
import type { CountRow } from './counts';
import { publishedParts } from './published';

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
export const MOVE_LISTS: readonly ListKind[] = ['beneficiaries', 'activities'];

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
	const { read, ...question } = publishedParts({
		...{ extract, file, cube: 'k5', measures, groups: [] },
		places: { regions: places },
		from: start(from),
		until: start(until)
	});
	return {
		name: 'computed_moves',
		...question,
		read: (...tables) => {
			const { times, reach, cell } = read(tables);
			return times.flatMap((time) => {
				const { region } = time;
				const reached = reach(region, time.start, MOVE_LISTS);
				return measures.flatMap((measure) =>
					WAITING_BANDS.map((waiting): MoveRow => ({
						...{ region, year: Number(time.start.slice(0, 4)), measure, waiting, reach: reached },
						published: cell(region, time.start, measure, { waiting })?.pub ?? null
					}))
				);
			});
		}
	};
}
