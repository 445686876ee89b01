import { groupsOfKey } from '$lib/answer/group-key';
import type { ExportColumn, ExportTable, ExportValue } from '$lib/export/table';
import { writtenBounds, writtenValue } from '$lib/export/rounded';
import { groupWords } from '$lib/filter/words';
import { countedLabel } from '$lib/i18n/indicator-words';
import { m } from '$lib/i18n/paraglide/messages';
import { flagName, stateName, unitLabel } from '$lib/i18n/words';
import { type Figure, type Locale, type Source, isBounded } from '$lib/model';
import { GROUP_NAMES } from '$lib/state/filters';

/** All that is known of one place, and what its rows are called. */
export interface PlaceRows {
	code: string;
	name: string;
	/** Each with the group that it is of, where it is not of all. */
	rows: readonly { figure: Figure; group?: string }[];
	/** By indicator, as far as the catalogue knows it. */
	indicators: ReadonlyMap<string, { name: string }>;
	/** By source, with the page of the site that tells of it. */
	sources: ReadonlyMap<string, Omit<Source, 'note'> & { page: string }>;
	/** Id of the source whose people are made up; null where there is none. */
	demo: string | null;
	/** What stands above the rows. */
	notes: ExportTable['notes'];
}

type Named = readonly [
	name: Readonly<Record<Locale, string>>,
	type: ExportColumn['type'],
	label: (inputs: Record<string, never>, options: { locale: Locale }) => string
];

/** Columns by name in each language: a file of one language is in that language as a whole. */
const COLUMNS: readonly Named[] = [
	[{ id: 'indikator', en: 'indicator' }, 'text', m.profile_table_indicator],
	[{ id: 'nama_indikator', en: 'indicator_name' }, 'text', m.profile_table_indicator_name],
	[{ id: 'kelompok', en: 'group' }, 'text', m.profile_table_group],
	[{ id: 'nama_kelompok', en: 'group_name' }, 'text', m.profile_table_group_name],
	[{ id: 'kode_wilayah', en: 'region_code' }, 'text', m.profile_table_place_code],
	[{ id: 'nama_wilayah', en: 'region_name' }, 'text', m.profile_table_place],
	[{ id: 'mulai', en: 'period_start' }, 'date', m.profile_table_start],
	[{ id: 'akhir', en: 'period_end' }, 'date', m.profile_table_end],
	[{ id: 'nilai', en: 'value' }, 'number', m.profile_table_value],
	[{ id: 'batas_bawah', en: 'low' }, 'number', m.menu_column_low],
	[{ id: 'batas_atas', en: 'high' }, 'number', m.menu_column_high],
	[{ id: 'satuan', en: 'unit' }, 'text', m.menu_column_unit],
	[{ id: 'keadaan', en: 'state' }, 'text', m.menu_column_state],
	[{ id: 'arti_keadaan', en: 'state_words' }, 'text', m.menu_column_state_words],
	[{ id: 'belum_lengkap', en: 'incomplete' }, 'boolean', m.menu_column_incomplete],
	[{ id: 'contoh', en: 'demo' }, 'text', m.profile_table_demo],
	[{ id: 'kepastian', en: 'certainty' }, 'text', m.menu_column_certainty],
	[{ id: 'catatan', en: 'flag' }, 'text', m.profile_table_flag],
	[{ id: 'sumber', en: 'source' }, 'text', m.profile_table_source],
	[{ id: 'penerbit', en: 'publisher' }, 'text', m.profile_table_publisher],
	[{ id: 'judul_sumber', en: 'source_title' }, 'text', m.profile_table_source_title],
	[{ id: 'tanggal_sumber', en: 'source_date' }, 'text', m.profile_table_source_date],
	[{ id: 'tempat_sumber', en: 'source_where' }, 'text', m.profile_table_source_where],
	[{ id: 'halaman_sumber', en: 'source_page' }, 'text', m.profile_table_source_page]
];

/** The rows of a place as a table to be written to a file, in a language as a whole. */
export function placeTable(place: PlaceRows, locale: Locale): ExportTable {
	return {
		name: placeFile(place),
		title: m.profile_table_title({ name: place.name, code: place.code }, { locale }),
		columns: COLUMNS.map(([name, type, label]) => ({
			name: name[locale],
			type,
			label: label({}, { locale })
		})),
		rows: place.rows.map(({ figure, group }) => cellsOf(figure, group ?? '', place, locale)),
		notes: place.notes,
		demo: place.demo !== null
	};
}

/** Name of a file of a place, without its ending: `3201-kabupaten-bogor`. */
export function placeFile({ code, name }: { code: string; name: string }): string {
	return `${code} ${name}`
		.toLowerCase()
		.replaceAll('.', '')
		.replace(/[^a-z0-9]+/g, '-');
}

function groupName(key: string, locale: Locale): string {
	const groups = groupsOfKey(key);
	return GROUP_NAMES.flatMap((name) => {
		const value = groups[name];
		return value === undefined ? [] : [groupWords(name, value, locale)];
	}).join(', ');
}

function cellsOf(
	figure: Figure,
	group: string,
	{ code, name, indicators, sources, demo }: PlaceRows,
	locale: Locale
): ExportValue[] {
	const source = sources.get(figure.sourceId);
	const bounds = isBounded(figure) ? writtenBounds(figure) : null;
	return [
		figure.indicator,
		indicators.get(figure.indicator)?.name ?? countedLabel(figure.indicator, locale),
		group,
		groupName(group, locale),
		code,
		name,
		figure.period.start,
		figure.period.end,
		writtenValue(figure),
		bounds?.[0] ?? null,
		bounds?.[1] ?? null,
		unitLabel(figure.unit, locale),
		figure.state,
		stateName(figure.state, locale),
		isBounded(figure) ? figure.incomplete : null,
		figure.sourceId === demo ? 'demo' : '',
		// What is made up is neither certain nor uncertain.
		figure.sourceId === demo ? '' : figure.certainty,
		figure.flag === null ? '' : flagName(figure.flag, locale),
		figure.sourceId,
		source?.publisher ?? '',
		source?.title ?? '',
		source?.date ?? '',
		source?.where ?? '',
		source?.page ?? ''
	];
}
