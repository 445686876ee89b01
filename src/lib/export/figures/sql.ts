import type { AskedQuery } from '$lib/engine/asked';
import { literal } from '$lib/engine/quote';
import { unitLabel } from '$lib/i18n/words';
import type { Figure, Locale } from '$lib/model';
import type { StatedProtection } from '$lib/protect/manifest';
import { filledSql, schemasIn } from '../filled-sql';
import { type FiguresAsked, figuresAsked } from './asked';
import { cellsSql, cooperativesSql, list } from './cells';
import type { FigureKind } from './kind';

/** The extract that a chart's figures are of. */
export interface FiguresSource {
	extract: string;
	kind: 'computed' | 'demo';
	protection: StatedProtection;
}

/**
 * One statement that yields the figures of a chart, a row each, with the columns of its CSV. Null where
 * they cannot be had so: see `figuresAsked`.
 * @param queries what the page asked: they tell which files hold the counts
 */
export function figuresSql(
	figures: readonly Figure[],
	queries: readonly AskedQuery[],
	source: FiguresSource,
	locale: Locale
): string | null {
	const asked = figuresAsked(figures, source.extract);
	if (!asked) return null;
	const counts = countsSql(asked, queries, source.extract);
	if (counts === null) return null;
	const of = (kind: FigureKind['kind']) => asked.kinds.filter((one) => one.kind === kind);
	const selects = [
		of('count').length > 0 && countSql(of('count'), source, locale),
		of('rate').length > 0 && rateSql(of('rate'), source, locale),
		of('rupiah').length > 0 && rupiahSql(of('rupiah'), source, locale)
	].filter((select) => select !== false);
	return `WITH ${counts}
${sinceBegin(selects.join('\nUNION ALL\n'), asked)}
ORDER BY indikator, kode_wilayah, kelompok, mulai`;
}

/** What there was nobody to count for says so, and is neither late nor withheld. */
function sinceBegin(selects: string, { before }: FiguresAsked): string {
	if (before.length === 0) return selects;
	const early = before.map(
		([indicator, until]) =>
			`(indikator = ${literal(indicator)} AND akhir <= DATE ${literal(until)})`
	);
	const when = `nilai IS NULL AND (${early.join(' OR ')})`;
	return `SELECT * REPLACE (
	CASE WHEN ${when} THEN NULL ELSE batas_bawah END AS batas_bawah,
	CASE WHEN ${when} THEN NULL ELSE batas_atas END AS batas_atas,
	CASE WHEN ${when} THEN 'not_begun' ELSE keadaan END AS keadaan
)
FROM (
${selects}
)`;
}

/** The common table `hitung`: each count that is asked, and how far the lists behind it had come. */
function countsSql(
	asked: FiguresAsked,
	queries: readonly AskedQuery[],
	extract: string
): string | null {
	if (asked.of !== 'cooperative') return cellsSql(asked, extract, schemasIn(queries));
	const [query, ...others] = queries.filter(({ name }) => name === 'computed_cooperatives');
	return query && others.length === 0 ? cooperativesSql(asked, filledSql(query)) : null;
}

/** What a count that is not published is, by how far its lists had come. */
const absent = (count = '') =>
	`CASE WHEN ${count}sebagian OR ${count}kurang = 0 THEN 'withheld'
		WHEN ${count}kurang = 1 THEN 'late' ELSE 'not_received' END`;

/** Whether a figure says less than it will: something of it is told, though not all of its lists had come. */
const incomplete = (count = '') =>
	`${count}kurang > 0 AND (${count}pub IS NOT NULL OR ${count}sebagian) AS belum_lengkap`;

function countSql(
	kinds: readonly FigureKind[],
	{ extract, kind, protection: { bound } }: FiguresSource,
	locale: Locale
): string {
	const measures = kinds.flatMap((one) => (one.kind === 'count' ? [one.measure] : []));
	return `SELECT pub AS nilai, pub - ${bound} AS batas_bawah, pub + ${bound} AS batas_atas,
	${literal(unitLabel('people', locale))} AS satuan,
	CASE WHEN pub IS NULL THEN ${absent()} ELSE '${kind}' END AS keadaan,
	${incomplete()},
	mulai, akhir, ukuran AS indikator, kode_wilayah, nullif(kelompok, '') AS kelompok,
	${literal(extract)} AS sumber
FROM hitung
WHERE ukuran IN ${list(measures)}`;
}

/** Rule R3: of two protected counts, with the bounds that their rounding leaves. */
function rateSql(
	kinds: readonly FigureKind[],
	{ extract, kind, protection }: FiguresSource,
	locale: Locale
): string {
	const { bound, threshold, smallestDenominator: least } = protection;
	const pairs = kinds.flatMap((one) =>
		one.kind === 'rate' ? [`(${literal(one.part)}, ${literal(one.whole)})`] : []
	);
	const made = `b.pub IS NOT NULL OR b.kurang = 0`;
	return `SELECT
	CASE WHEN k.pub >= ${least} AND b.pub IS NOT NULL THEN 100 * least(1, b.pub / k.pub) END AS nilai,
	CASE WHEN k.pub >= ${least} AND (${made})
		THEN 100 * greatest(0, coalesce((b.pub - ${bound}) / (k.pub + ${bound}), 0)) END AS batas_bawah,
	CASE WHEN k.pub >= ${least} AND (${made})
		THEN 100 * least(1, coalesce(b.pub + ${bound}, ${threshold - 1}) / (k.pub - ${bound})) END AS batas_atas,
	${literal(unitLabel('percent', locale))} AS satuan,
	CASE WHEN k.pub IS NULL THEN ${absent('k.')}
		WHEN b.pub IS NULL THEN ${absent('b.')}
		WHEN k.pub < ${least} THEN 'withheld' ELSE '${kind}' END AS keadaan,
	${incomplete('b.')},
	mulai, akhir, bagian || '_of_' || keseluruhan AS indikator, kode_wilayah,
	nullif(kelompok, '') AS kelompok, ${literal(extract)} AS sumber
FROM (VALUES ${pairs.join(', ')}) AS tingkat(bagian, keseluruhan)
JOIN hitung b ON b.ukuran = bagian
JOIN hitung k USING (kode_wilayah, mulai, akhir, kelompok)
WHERE k.ukuran = keseluruhan`;
}

/** Rule R5: the mean was cut to whole rupiah and rounded to two significant digits. */
function rupiahSql(
	kinds: readonly FigureKind[],
	{ extract, kind, protection: { bound } }: FiguresSource,
	locale: Locale
): string {
	const measures = kinds.flatMap((one) => (one.kind === 'rupiah' ? [one.measure] : []));
	return `SELECT rupiah AS nilai,
	(pub - ${bound}) * (rata - CASE WHEN angka = 1 THEN 0 ELSE angka / 2 END) AS batas_bawah,
	(pub + ${bound}) * (rata + CASE WHEN angka = 1 THEN 1 ELSE angka / 2 END) AS batas_atas,
	${literal(unitLabel('rupiah', locale))} AS satuan,
	CASE WHEN pub IS NULL THEN ${absent()} WHEN rupiah IS NULL THEN 'withheld'
		ELSE '${kind}' END AS keadaan,
	${incomplete()},
	mulai, akhir, ukuran || '_rupiah' AS indikator, kode_wilayah,
	nullif(kelompok, '') AS kelompok, ${literal(extract)} AS sumber
FROM (
	SELECT *, rupiah / pub AS rata,
		10.0::DOUBLE ** greatest(0, length(round(rupiah / pub)::BIGINT::VARCHAR) - 2) AS angka
	FROM hitung
)
WHERE ukuran IN ${list(measures)}`;
}
