import type { ExportTable } from '$lib/export/table';
import { formatPeriod } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { unitLabel } from '$lib/i18n/words';
import type { Locale } from '$lib/model';
import type { BothRow } from './beside';
import type { PublishedChoice } from './context';

export interface BothAbout {
	fileName: string;
	/** What the file's column is called. */
	column: string;
	choice: PublishedChoice;
	/** Hash of the site's data. */
	contentHash: string;
	locale: Locale;
	now: Date;
}

/** Both figures of each place as a file, with whose they are and of when the site's is. */
export function bothTable(
	rows: readonly BothRow[],
	{ fileName, column, choice, contentHash, locale, now }: BothAbout
): ExportTable {
	const say = { locale };
	const day = now.toISOString().slice(0, 10);
	const period = formatPeriod(choice.period, locale);
	const own = `${m.files_both_own({}, say)}: ${column}`;
	const sources = choice.sources.map(({ publisher, title }) => `${publisher}, ${title}`);
	const text = (name: string, label: string) => ({ name, label, type: 'text' as const });
	const number = (name: string, label: string) => ({ name, label, type: 'number' as const });
	return {
		name: `pantau-sanding-${choice.id.replaceAll('_', '-')}-${day}`,
		title: m.files_both_title({}, say),
		columns: [
			text('kode_wilayah', m.menu_column_region({}, say)),
			text('daerah', m.files_both_region({}, say)),
			number('berkas', own),
			text('satuan_berkas', `${m.files_unit({}, say)}: ${own}`),
			number('situs', `${choice.name}, ${period}`),
			text('satuan_situs', `${m.files_unit({}, say)}: ${choice.name}`),
			{ name: 'mulai_situs', label: m.menu_column_start({}, say), type: 'date' },
			{ name: 'akhir_situs', label: m.menu_column_end({}, say), type: 'date' },
			text('sumber_situs', m.menu_column_source({}, say))
		],
		rows: rows.map((row) => [
			row.region,
			row.name,
			row.own.value,
			unitLabel(row.own.unit, locale),
			row.published?.value ?? null,
			unitLabel(choice.unit, locale),
			choice.period.start,
			choice.period.end,
			row.published?.sourceId ?? null
		]),
		notes: [
			{ name: m.files_both_own({}, say), value: `${fileName}. ${m.files_map_note({}, say)}` },
			{ name: m.menu_about_source({}, say), value: sources.join('; ') },
			{ name: m.menu_about_data({}, say), value: contentHash.slice(0, 12) },
			{ name: m.menu_about_date({}, say), value: day }
		],
		demo: false
	};
}
