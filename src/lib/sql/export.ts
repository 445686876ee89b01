import type { ExportTable } from '$lib/export/table';
import { m } from '$lib/i18n/paraglide/messages';
import type { Locale } from '$lib/model';
import type { Result } from './cells';
import type { Origin } from './origin';

/** What is said of a result that rests on the reader's own files. */
export function ownWords(own: 'alone' | 'mixed', locale: Locale): string {
	return own === 'mixed' ? m.sql_result_mixed({}, { locale }) : m.sql_result_own({}, { locale });
}

/** The query and the data that a result came of, as names and values for any file of it. */
export function aboutQuery(
	sql: string,
	data: string,
	locale: Locale
): { name: string; value: string }[] {
	const say = { locale };
	return [
		{ name: m.sql_file_sql({}, say), value: sql },
		{ name: m.sql_file_data({}, say), value: data }
	];
}

/** An answer as a file carries it: with its SQL, its date, what it rests on and what was left out. */
export function exportOf(
	result: Result,
	{ sql, demo, own, more }: Origin & { sql: string; more: boolean },
	{ locale, data, now }: { locale: Locale; data: string; now: Date }
): ExportTable {
	const day = now.toISOString().slice(0, 10);
	const say = { locale };
	return {
		name: demo ? `demo-sql-${day}` : `sql-${day}`,
		title: m.sql_file_title({}, say),
		columns: result.columns.map(({ name, type }) => ({ name, label: name, type })),
		rows: result.rows,
		notes: [
			...aboutQuery(sql, data, locale),
			{ name: m.sql_file_date({}, say), value: day },
			...(own ? [{ name: m.files_both_own({}, say), value: ownWords(own, locale) }] : []),
			...(demo ? [{ name: m.sql_file_demo({}, say), value: m.sql_demo_note({}, say) }] : []),
			...(more
				? [
						{
							name: m.sql_file_cut({}, say),
							value: m.sql_result_cut({ count: String(result.rows.length) }, say)
						}
					]
				: [])
		],
		demo
	};
}
