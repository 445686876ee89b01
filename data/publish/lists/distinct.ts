import { type StageQuestion, keySql, keyTexts, textsSql } from '$lib/lists/sql';
import type { PlaceText } from './place/resolve';
import type { ListSource } from './source/source';
import type { Statements } from './statements';

/** What stands in the cells that are looked up, each once, by the hash under which rows name it. */
export interface DistinctTexts {
	places: Map<bigint, PlaceText>;
	words: Map<bigint, string>;
	/** The code, or the name where there is none. */
	cooperatives: Map<bigint, string>;
}

type Row = Record<string, string | null> & { key: bigint };

const NOTHING = /^(|-|–|—|\.|null|nan|n\/a|#n\/a|none|kosong|nihil)$/i;

/** Reads the distinct texts of a list's regions, programmes or activities, and cooperatives. */
export async function distinctTexts(
	statements: Statements,
	source: ListSource,
	question: Omit<StageQuestion, 'from'>
): Promise<DistinctTexts> {
	const { place, word, cooperative } = keyTexts(question.list);
	const sets = [place, word, cooperative].filter((texts) => texts.length > 0);
	const found: DistinctTexts = { places: new Map(), words: new Map(), cooperatives: new Map() };
	await source.each(async (relation) => {
		const texts = textsSql({ ...question, from: relation });
		// Columns of the other sets are NULL in a row of one set: texts themselves never are.
		const keys = sets.map((set) => `WHEN ${set[0]} IS NOT NULL THEN ${keySql(set)}`);
		const rows = await statements.rows<Row>(
			'distinct',
			`SELECT ${sets.flat().join(', ')}, CASE ${keys.join(' ')} END AS "key" FROM (${texts})
				GROUP BY GROUPING SETS (${sets.map((set) => `(${set.join(', ')})`).join(', ')})`
		);
		for (const row of rows) sort(row, found);
	});
	return found;
}

function sort(row: Row, found: DistinctTexts): void {
	const text = (name: string) => row[name] ?? null;
	const [code, name] = [text('cooperative_code_text'), text('cooperative_name_text')];
	const region = text('region_code_text');
	const word = text('programme_text') ?? text('kind_text');
	if (region !== null) {
		const place = { code: region, name: text('region_name_text') ?? '' };
		found.places.set(row.key, { ...place, province: text('province_text') ?? '' });
	} else if (word !== null) found.words.set(row.key, word);
	else if (code !== null) {
		const said = NOTHING.test(code) ? (name ?? '') : code;
		if (!NOTHING.test(said)) found.cooperatives.set(row.key, said);
	}
}
