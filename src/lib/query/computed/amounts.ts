import { schemaName } from '$lib/engine/schema-name';
import { type Decile, MARGIN } from '$lib/model/dimension';
import { eachRow } from '../cells';
import type { Question } from '../question';
import { inWordList, wordList } from '../word-list';
import type { CountAsked, CountRow } from './counts';
import { Told, withReports } from './told';

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
	const holder = schemaName(asked.file ?? extract);
	const yearly = cube === 'k4';
	const start = yearly ? 'make_date(year::INTEGER, 1, 1)' : 'month';
	const others = yearly ? ` AND sex::VARCHAR = ?::VARCHAR AND age::VARCHAR = ?::VARCHAR` : '';
	const reported = {
		extract,
		places: { regions: asked.regions },
		from: asked.from,
		until: asked.until,
		yearly
	};
	const cells = {
		sql: `SELECT 'cell' AS what, region::VARCHAR AS region, (${start})::VARCHAR AS start, measure::VARCHAR AS name,
	${cube === 'k1' ? `'${MARGIN}'` : 'decile::VARCHAR'} AS decile, rupiah::BIGINT AS rupiah, pub::BIGINT AS pub
FROM ${holder}.${cube}
WHERE ${inWordList('region')} AND ${start} BETWEEN ?::DATE AND ?::DATE
	AND measure::VARCHAR = ?::VARCHAR${others}`,
		params: [
			...[wordList(asked.regions), asked.from, asked.until, amount.measure],
			...(yearly ? [sex, age] : [])
		]
	};
	return {
		name: 'computed_amounts',
		...withReports([cells], reported),
		read: (...tables) => {
			const reports = new Told(reported);
			const published = new Map<string, Pick<AmountRow, 'published' | 'rupiah'>>();
			eachRow(tables, (cells) => {
				if (reports.take(cells)) return;
				const key = ['region', 'start', 'decile'].map((column) => cells.text(column)).join('|');
				published.set(key, { published: cells.number('pub'), rupiah: cells.number('rupiah') });
			});
			return reports.times.flatMap(({ region, start }) => {
				const reach = reports.reach(region, start, amount.lists);
				const found = deciles.map((decile) => published.get([region, start, decile].join('|')));
				const partly = found.some((cell) => cell !== undefined && cell.published !== null);
				return deciles.map((decile, nth): AmountRow => ({
					...{ region, start, decile, measure: amount.measure, reach, partly },
					...(found[nth] ?? { published: null, rupiah: null })
				}));
			});
		}
	};
}
