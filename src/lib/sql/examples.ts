import type { Locale } from '$lib/model';
import { withWords } from './example-codes';

/** A question of the sources and the SQL that answers it. */
export interface Example {
	/** Names its words in the messages. */
	id: ExampleId;
	sql: string;
	/** Whether it asks figures counted from lists, which a site may be built without. */
	lists: boolean;
}

export const EXAMPLE_IDS = [
	'own',
	'bogor',
	'coverage',
	'poverty',
	'priority',
	'halving',
	'uncounted',
	'permits',
	'targets',
	'funnel',
	'uptake',
	'reporting',
	'ladder'
] as const;
export type ExampleId = (typeof EXAMPLE_IDS)[number];

const PUBLISHED: readonly Omit<Example, 'lists'>[] = [
	{
		id: 'bogor',
		sql: `SELECT year(f.period_start) AS [tahun|year], f.value AS [keluarga_pkh|pkh_families],
  {words:f.state:state:published} AS [keadaan|state],
  s.publisher AS [sumber|publisher], s.title AS [judul|title]
FROM published.figure f
JOIN published.source s ON s.id = f.source_id
WHERE f.indicator = 'pkh_families'
  AND f.region_code = '32.01'
ORDER BY [tahun|year]`
	},
	{
		id: 'coverage',
		sql: `SELECT r.name AS [daerah|place],
  round(100 * pkh.value / poor.value, 1) AS [keluarga_per_100_orang_miskin|families_per_100_poor]
FROM published.figure pkh
JOIN published.figure poor
  ON poor.region_code = pkh.region_code
  AND poor.indicator = 'poor_people'
  AND year(poor.period_start) = year(pkh.period_start)
JOIN published.region r ON r.code = pkh.region_code
WHERE pkh.indicator = 'pkh_families'
  AND pkh.flag IS NULL
  AND year(pkh.period_start) = (
    SELECT max(year(period_start)) FROM published.figure WHERE indicator = 'pkh_families'
  )
ORDER BY [keluarga_per_100_orang_miskin|families_per_100_poor] DESC`
	},
	{
		id: 'poverty',
		sql: `SELECT year(f.period_start) AS [tahun|year], r.name AS [daerah|place], f.value AS [persen_miskin|poverty_percent]
FROM published.figure f
JOIN published.region r ON r.code = f.region_code
WHERE f.indicator = 'poverty_rate'
  AND f.region_code IN ('32.01', '32.03')
ORDER BY [tahun|year], [daerah|place]`
	},
	{
		id: 'priority',
		sql: `SELECT r.name AS [daerah|place], p.name AS [provinsi|province],
  f.value AS [persen_miskin_ekstrem|extreme_poverty_percent],
  {words:f.state:state:published,missing} AS [keadaan|state],
  s.publisher AS [sumber|publisher]
FROM published.priority_list_member m
JOIN published.region r ON r.code = m.region_code
JOIN published.region p ON p.code = r.province_code
LEFT JOIN published.figure f
  ON f.region_code = m.region_code AND f.indicator = 'extreme_poverty_rate_190'
LEFT JOIN published.source s ON s.id = f.source_id
WHERE m.list_id = 'pke-2021-35'
ORDER BY [persen_miskin_ekstrem|extreme_poverty_percent] DESC NULLS LAST, [daerah|place]`
	},
	{
		id: 'halving',
		sql: `WITH rate AS (
  SELECT region_code, year(period_start) AS [tahun|year], avg(value) AS [persen|percent]
  FROM published.figure
  WHERE indicator = 'poverty_rate' AND flag IS NULL
  GROUP BY ALL
)
SELECT r.name AS [daerah|place],
  arg_min([persen|percent], [tahun|year]) AS [awal|first],
  arg_max([persen|percent], [tahun|year]) AS [akhir|last],
  min([tahun|year]) AS [dari|since], max([tahun|year]) AS [sampai|until]
FROM rate
JOIN published.region r ON r.code = rate.region_code
WHERE r.level = 'regency'
GROUP BY r.name
HAVING [sampai|until] > [dari|since]
ORDER BY [akhir|last] - [awal|first]
LIMIT 20`
	},
	{
		id: 'uncounted',
		sql: `SELECT i.[name_id|name_en] AS [ukuran|measure], r.name AS [daerah|place],
  {words:f.state:state:missing,not_published,not_counted} AS [keadaan|state],
  f.period_end AS [tanggal|date], s.publisher AS [sumber|publisher]
FROM published.figure f
JOIN published.indicator i ON i.id = f.indicator
JOIN published.region r ON r.code = f.region_code
LEFT JOIN published.source s ON s.id = f.source_id
WHERE f.value IS NULL
ORDER BY [keadaan|state], [ukuran|measure]`
	},
	{
		id: 'permits',
		sql: `SELECT period_start AS [dari|since], period_end AS [sampai|until], value AS [izin|permits],
  date_diff('day', period_start, period_end) + 1 AS [hari|days],
  round(value / (date_diff('day', period_start, period_end) + 1), 1) AS [izin_per_hari|permits_per_day]
FROM published.figure
WHERE indicator = 'iumk_permits'
ORDER BY [dari|since], [sampai|until]`
	},
	{
		id: 'targets',
		sql: `SELECT i.[name_id|name_en] AS [ukuran|measure], t.value AS [sasaran|target], t.date AS [batas_waktu|deadline],
  max_by(f.value, f.period_end) AS [terakhir|latest],
  max(f.period_end) AS [terakhir_pada|latest_on]
FROM published.target t
JOIN published.indicator i ON i.id = t.indicator
LEFT JOIN published.figure f
  ON f.indicator = t.indicator
  AND f.region_code = t.region_code
  AND f.state IN ('published', 'computed')
GROUP BY ALL
ORDER BY [batas_waktu|deadline]`
	}
];

const LISTS: readonly Omit<Example, 'lists'>[] = [
	{
		id: 'funnel',
		sql: `SELECT {words:measure:measure:pkh,trainable,kmp_pkh,training} AS [tahap|stage],
  pub AS [orang|people]
FROM {extract}.k1
WHERE region = '00'
  AND month = (SELECT max(month) FROM {extract}.k1)
  AND measure IN ('pkh', 'trainable', 'kmp_pkh', 'training')
ORDER BY [orang|people] DESC`
	},
	{
		id: 'uptake',
		sql: `SELECT r.name AS [daerah|place], [anggota|members].pub AS [anggota|members], [penerima|recipients].pub AS [penerima|recipients],
  round(100 * [anggota|members].pub / [penerima|recipients].pub, 2) AS [persen|percent]
FROM {extract}.k1 [anggota|members]
JOIN {extract}.k1 [penerima|recipients]
  ON [penerima|recipients].region = [anggota|members].region
  AND [penerima|recipients].month = [anggota|members].month
  AND [penerima|recipients].measure = 'pkh'
JOIN published.region r ON r.code::VARCHAR = [anggota|members].region::VARCHAR
WHERE [anggota|members].measure = 'kmp_pkh'
  AND [anggota|members].month = (SELECT max(month) FROM {extract}.k1 WHERE measure = 'kmp_pkh')
  AND r.level = 'regency'
  AND [penerima|recipients].pub >= 100
ORDER BY [persen|percent] DESC
LIMIT 30`
	},
	{
		id: 'reporting',
		sql: `SELECT {words:list:list:beneficiaries,members,activities} AS [daftar|list],
  {words:state:reporting:received,late,not_received} AS [keadaan_daftar|state_of_list],
  count(*) AS [bulan_daerah|months_of_places],
  count(DISTINCT region) AS [daerah|place]
FROM {extract}.reporting
GROUP BY ALL
ORDER BY [daftar|list], [bulan_daerah|months_of_places] DESC`
	},
	{
		id: 'ladder',
		sql: `SELECT month AS [bulan|month],
  {words:measure:measure:step_group,step_micro,step_kur,graduated} AS [anak_tangga|step],
  pub AS [orang|people]
FROM {extract}.k1
WHERE region = '00'
  AND measure IN ('step_group', 'step_micro', 'step_kur', 'graduated')
ORDER BY [bulan|month], [anak_tangga|step]`
	}
];

/** `[tahun|year]`: the name of a column in each language; `{words:…}`, see `example-codes.ts`. */
const NAME = /\[(\w+)\|(\w+)\]/g;

/**
 * A dozen questions; without those of lists where the site has no extract of them.
 * @param extract id of the extract counted from lists; null where there is none
 */
export function examples(extract: string | null, locale: Locale): Example[] {
	const told = (sql: string) => withWords(sql.replace(NAME, locale === 'id' ? '$1' : '$2'), locale);
	const published = PUBLISHED.map(({ id, sql }) => ({ id, sql: told(sql), lists: false }));
	if (extract === null) return published;
	const lists = LISTS.map(({ id, sql }) => ({
		id,
		sql: told(sql).replaceAll('{extract}', extract),
		lists: true
	}));
	return [...published, ...lists];
}
