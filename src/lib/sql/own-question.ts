import { OWN } from '$lib/engine/workbench/own';
import { distinctNames } from '$lib/files/names';
import type { Locale } from '$lib/model';
import type { Example } from './examples';

/** The table of a reader's own file, as far as a first question of it needs to know. */
export interface OwnTable {
	name: string;
	columns: readonly { name: string }[];
	/** The column of matched Kemendagri codes; null where there is none. */
	codes: string | null;
}

/** Rows that a first question asks for: a glance, also of a large file. */
const MOST = 1000;

const ADDED: Record<Locale, readonly [place: string, rate: string, year: string]> = {
	id: ['nama_wilayah', 'persen_miskin', 'tahun_persen_miskin'],
	en: ['place_name', 'poverty_percent', 'poverty_year']
};

/**
 * A first question of an own file: where its places were matched, beside the site's poverty rate of the
 * year that has most of them, and rows of no place below; else the plain rows. It names the table and its
 * column of codes; no header and no cell of the file stands in it, so that it may stand in a link. Names
 * are plain ones (`plainName`), which need no quotation marks after a point.
 */
export function ownQuestion({ name, columns, codes }: OwnTable, locale: Locale): string {
	const table = `${OWN}.${name}`;
	if (codes === null) return `SELECT *\nFROM ${table}\nLIMIT ${MOST}`;
	const taken = columns.map((column) => column.name);
	const [place, rate, year] = distinctNames([...taken, ...ADDED[locale]]).slice(-3);
	return `WITH [situs|site] AS (
  SELECT region_code, arg_max(value, period_end) AS ${rate},
    max(year(period_start))::VARCHAR AS ${year}
  FROM published.figure
  WHERE indicator = 'poverty_rate' AND value IS NOT NULL AND flag IS NULL
    AND year(period_start) = (
      SELECT mode(year(period_start)) FROM published.figure WHERE indicator = 'poverty_rate'
    )
  GROUP BY region_code
)
SELECT r.name AS ${place}, b.*, ${rate}, ${year}
FROM ${table} b
LEFT JOIN published.region r ON r.code = b.${codes}
LEFT JOIN [situs|site] ON [situs|site].region_code = r.code
ORDER BY r.code
LIMIT ${MOST}`.replaceAll('[situs|site]', locale === 'id' ? 'situs' : 'site');
}

/** The question of the first own file whose places were matched, as an example; none where there is none. */
export function ownExamples(
	tables: readonly (OwnTable & { people: boolean })[],
	locale: Locale
): Example[] {
	const table = tables.find(({ codes, people }) => codes !== null && !people);
	return table ? [{ id: 'own', sql: ownQuestion(table, locale), lists: false }] : [];
}
