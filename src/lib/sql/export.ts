import type { ExportTable } from '$lib/export/table';
import { m } from '$lib/i18n/paraglide/messages';
import type { Locale } from '$lib/model';
import type { Result } from './cells';

/** An answer as a file carries it: with its SQL, its date, what it rests on and what was left out. */
export function exportOf(
	result: Result,
	{ sql, demo, more }: { sql: string; demo: boolean; more: boolean },
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
			{ name: m.sql_file_sql({}, say), value: sql },
			{ name: m.sql_file_date({}, say), value: day },
			{ name: m.sql_file_data({}, say), value: data },
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
