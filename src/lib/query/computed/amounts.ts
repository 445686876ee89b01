import { type Decile, MARGIN } from '$lib/model/dimension';
import type { Question } from '../question';
import type { CountAsked, CountRow } from './counts';
import { columnsOf } from './cube';
import { publishedParts } from './published';

/** Cubes with rupiah beside the people. */
export type AmountCube = 'k1' | 'k2' | 'k4';

export interface AmountsAsked {
	/** By month: k1 without deciles, k2 with them; by year: k4, which has the margin as well. */
	cube: AmountCube;
	/** `*` for all people together. */
	deciles: readonly Decile[];
	/** One value of each: only k4 tells them apart. */
	sex?: string;
	age?: string;
	/** First and last month, or year, by their first days; both ends are asked. */
	from: string;
	until: string;
	regions: readonly string[];
	/** A measure that rupiah belong to. */
	amount: CountAsked;
	/** Id under which the file that holds the cube is attached, where it is another than the first. */
	file?: string;
}

/** People and the rupiah that belong to them, as published. */
export interface AmountRow extends CountRow {
	/** First day of the month, or of the year. */
	start: string;
	decile: Decile;
	/** Null where the people are not published, or too few or one alone stand behind the sum (R5). */
	rupiah: number | null;
}

/**
 * Rupiah of a measure by place, period and decile, also where nothing is published: whether the lists
 * had come tells what is withheld from what is late. Only published cells are read, and nothing is
 * added up. In the order of place, period and decile.
 * @param extract id under which the extract's first file is attached, which knows who reported
 * @throws RangeError where the cube has not the groups
 */
export function amounts(extract: string, asked: AmountsAsked): Question<AmountRow> {
	const { cube, deciles, amount } = asked;
	const margins = deciles.filter((decile) => decile === MARGIN).length;
	const { sex = MARGIN, age = MARGIN } = asked;
	if ((cube === 'k1' && margins < deciles.length) || (cube === 'k2' && margins > 0))
		throw new RangeError(`cube ${cube} has not the deciles ${deciles.join(', ')}`);
	if (cube !== 'k4' && (sex !== MARGIN || age !== MARGIN))
		throw new RangeError(`cube ${cube} has no rupiah by sex or age`);
	const group = { sex, age };
	const others = (['sex', 'age'] as const).filter((column) => columnsOf(cube).includes(column));
	const { read, ...question } = publishedParts({
		...asked,
		extract,
		places: { regions: asked.regions },
		measures: [amount.measure],
		groups: others.map((column) => ({
			sql: `${column}::VARCHAR = ?::VARCHAR`,
			params: [group[column]]
		}))
	});
	return {
		name: 'computed_amounts',
		...question,
		read: (...tables) => {
			const { times, reach, cell } = read(tables);
			return times.flatMap(({ region, start }) => {
				const found = deciles.map((decile) =>
					cell(region, start, amount.measure, { ...group, decile })
				);
				const partly = found.some((one) => one !== undefined);
				return deciles.map((decile, nth): AmountRow => ({
					...{ region, start, decile, measure: amount.measure, partly },
					reach: reach(region, start, amount.lists),
					published: found[nth]?.pub ?? null,
					rupiah: found[nth]?.rupiah ?? null
				}));
			});
		}
	};
}
