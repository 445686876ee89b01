import { literal } from '$lib/engine/quote';
import { schemaName } from '$lib/engine/schema-name';
import { withLists } from '$lib/protect/count/sets';
import { partOf } from '$lib/protect/part-of';
import { REACH_RANK } from '$lib/query/computed/reach';
import type { FiguresAsked } from './asked';

/** What tells the cells of each cube of regions apart. */
const COLUMNS = {
	k1: [],
	k2: ['decile'],
	k3: ['sex', 'age'],
	k4: ['decile', 'sex', 'age']
} as const;

/** Nobody is known to have moved up without both. */
const LISTS_OF_MOVES = ['beneficiaries', 'activities'];

/**
 * The common tables that end in `hitung`: kode_wilayah, mulai, akhir, kelompok, ukuran, pub, rupiah,
 * `kurang`, how much is missing of the lists: 0 nothing, 1 late, 2 not received, and `sebagian`, whether
 * they tell of some group all the same.
 * @param attached names of the files that may be read
 */
export function cellsSql(
	asked: FiguresAsked,
	extract: string,
	attached: readonly string[]
): string {
	const { yearly, starts, groups, places, measures } = asked;
	const end = yearly ? 'make_date(year(mulai)::INTEGER, 12, 31)' : 'last_day(mulai)';
	const month = yearly ? 'make_date(year(month)::INTEGER, 1, 1)' : 'month';
	const needed = measures.flatMap((measure) =>
		listsOf(asked, measure).map((one) => `(${literal(measure)}, ${literal(one)})`)
	);
	// Where some moves of a place and year are told of, the others have been withheld.
	const missing =
		asked.of === 'move'
			? `CASE WHEN pub IS NULL AND bool_or(pub IS NOT NULL) OVER (PARTITION BY kode_wilayah, mulai)
		THEN 0 ELSE kurang END`
			: 'kurang';
	return `diminta AS (
	SELECT kode_wilayah, mulai, ${end} AS akhir, kelompok, ukuran
	FROM unnest(${array(places)}) AS a(kode_wilayah), unnest(${array(starts)}::DATE[]) AS b(mulai),
		unnest(${array(groups)}) AS c(kelompok), unnest(${array(measures)}) AS d(ukuran)
),
sel AS (
${filesOf(asked, extract, attached)
	.map(({ file, held }) => cellSql(asked, file, held))
	.join('\n\tUNION ALL\n')}
),
laporan AS (
	SELECT region::VARCHAR AS kode_wilayah, ${month} AS mulai, list::VARCHAR AS daftar, max(${REACH_RANK}) AS kurang
	FROM ${schemaName(extract)}.reporting
	GROUP BY ALL
),
sampai AS (
	SELECT d.kode_wilayah, d.mulai, d.ukuran, max(coalesce(kurang, 2)) AS kurang
	FROM (SELECT DISTINCT kode_wilayah, mulai, ukuran FROM diminta) d
	JOIN (VALUES ${needed.join(', ')}) AS perlu(ukuran, daftar) USING (ukuran)
	LEFT JOIN laporan USING (kode_wilayah, mulai, daftar)
	GROUP BY ALL
),
hitung AS (
	SELECT kode_wilayah, mulai, akhir, kelompok, ukuran, pub, rupiah, ${missing} AS kurang,
		bool_or(pub IS NOT NULL) OVER (PARTITION BY kode_wilayah, mulai, ukuran) AS sebagian
	FROM diminta
	LEFT JOIN sel USING (kode_wilayah, mulai, kelompok, ukuran)
	JOIN sampai USING (kode_wilayah, mulai, ukuran)
)`;
}

/** The same of cooperatives, from the page's own statement. */
export function cooperativesSql({ places, starts }: FiguresAsked, statement: string): string {
	const of = (measure: string, reach: string) => `	SELECT code AS kode_wilayah, month::DATE AS mulai,
		last_day(month::DATE) AS akhir, '' AS kelompok, '${measure}' AS ukuran, ${measure} AS pub,
		CASE ${reach} WHEN 'received' THEN 0 WHEN 'late' THEN 1 ELSE 2 END AS kurang, false AS sebagian
	FROM bulanan
	WHERE code IN ${list(places)} AND month IN ${list(starts)}`;
	return `bulanan AS (
${statement}
),
hitung AS (
${of('members', 'members_reach')}
	UNION ALL
${of('active', 'active_reach')}
)`;
}

/** `('a', 'b')` */
export function list(words: readonly string[]): string {
	return `(${words.map(literal).join(', ')})`;
}

function array(words: readonly string[]): string {
	return `[${words.map(literal).join(', ')}]`;
}

function listsOf({ of }: FiguresAsked, measure: string): readonly string[] {
	return of === 'move' ? LISTS_OF_MOVES : withLists(measure).lists;
}

/** Each file that holds cells of the places, with those. */
function filesOf(
	{ of, cube, places }: FiguresAsked,
	extract: string,
	attached: readonly string[]
): { file: string; held: string[] }[] {
	const fileOf = (place: string) => {
		const part = of === 'move' ? partOf(place, 'k2') : partOf(place, cube);
		const file = `${extract}_${part}`;
		return part !== null && attached.includes(file) ? file : extract;
	};
	return [...new Set(places.map(fileOf))].map((file) => ({
		file,
		held: places.filter((place) => fileOf(place) === file)
	}));
}

function cellSql(asked: FiguresAsked, file: string, held: readonly string[]): string {
	const { of, cube, yearly, dimensions, measures } = asked;
	const start = yearly ? 'make_date(year::INTEGER, 1, 1)' : 'month';
	const columns = of === 'move' ? [] : COLUMNS[cube];
	const used = columns.filter((column) => dimensions.includes(column));
	const group = used.map((column) => `'${column}=' || ${column}::VARCHAR`).join(` || '|' || `);
	const margins = [
		...(of === 'move' ? [`waiting::VARCHAR = '*'`] : []),
		...columns
			.filter((column) => !dimensions.includes(column))
			.map((column) => `${column}::VARCHAR = '*'`)
	];
	const rupiah = of === 'region' && cube !== 'k3' ? 'rupiah' : 'NULL::BIGINT';
	return `	SELECT region::VARCHAR AS kode_wilayah, ${start} AS mulai, ${group === '' ? "''" : group} AS kelompok,
		measure::VARCHAR AS ukuran, pub, ${rupiah} AS rupiah
	FROM ${schemaName(file)}.${of === 'move' ? 'k5' : cube}
	WHERE ${[`region::VARCHAR IN ${list(held)}`, `measure::VARCHAR IN ${list(measures)}`, ...margins].join(' AND ')}`;
}
