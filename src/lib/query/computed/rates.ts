import type { AgeBand, Decile, Sex } from '$lib/model/dimension';
import type { Question } from '../question';
import { type CellsAsked, type CountedRow, counted } from './counted';
import type { CountAsked } from './counts';

export interface RatesAsked extends CellsAsked {
	part: CountAsked;
	whole: CountAsked;
}

/** Published counts of a part and its whole; `*` stands where a dimension was not asked. */
export interface RateRow {
	region: string;
	/** First day of the month, or of the year. */
	start: string;
	decile: Decile;
	sex: Sex;
	age: AgeBand;
	part: CountedRow;
	whole: CountedRow;
}

/**
 * The two counts of a rate, of each place, period and group, as `counted` gives them.
 * @param extract id under which the extract's first file is attached, which knows who reported
 * @throws RangeError where the cube has not the dimensions
 */
export function rates(extract: string, { part, whole, ...asked }: RatesAsked): Question<RateRow> {
	const { read, ...question } = counted(extract, { ...asked, counts: [part, whole] });
	return {
		...question,
		name: 'computed_rates',
		read: (...tables) => {
			const rows = read(...tables);
			// Parts and wholes take turns: that is the order in which they were asked.
			return rows.flatMap((row, index): RateRow[] => {
				const next = rows[index + 1];
				if (index % 2 === 1 || !next) return [];
				return [rateRow(row, next)];
			});
		}
	};
}

/** Two counts of one place, period and group as a part and its whole. */
export function rateRow(part: CountedRow, whole: CountedRow): RateRow {
	const { region, start, decile, sex, age } = part;
	return { region, start, decile, sex, age, part, whole };
}
