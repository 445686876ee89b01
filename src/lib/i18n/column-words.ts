import type { Locale } from './locale';
import { m } from './paraglide/messages';

type Word = (inputs: Record<string, never>, options: { locale: Locale }) => string;

/** What a column means, by its name; by table and name where the same name means something else. */
const COLUMNS: Readonly<Record<string, Word>> = {
	id: m.catalogue_column_id,
	publisher: m.catalogue_column_publisher,
	title: m.catalogue_column_title,
	date: m.catalogue_column_date,
	'target.date': m.catalogue_column_target_date,
	where: m.catalogue_column_where,
	note: m.catalogue_column_note,
	name: m.catalogue_column_name,
	description: m.catalogue_column_description,
	owner: m.catalogue_column_owner,
	page: m.catalogue_column_page,
	programme: m.catalogue_column_programme,
	begins_on: m.catalogue_column_begins_on,
	begins_source: m.catalogue_column_begins_source,
	definition: m.catalogue_column_definition,
	numerator: m.catalogue_column_numerator,
	denominator: m.catalogue_column_denominator,
	unit: m.catalogue_column_unit,
	direction: m.catalogue_column_direction,
	method_source: m.catalogue_column_method_source,
	code: m.catalogue_column_code,
	level: m.catalogue_column_level,
	kind: m.catalogue_column_kind,
	abbreviation: m.catalogue_column_abbreviation,
	province_code: m.catalogue_column_province_code,
	bps_code: m.catalogue_column_bps_code,
	male: m.catalogue_column_male,
	female: m.catalogue_column_female,
	population: m.catalogue_column_population,
	area_km2: m.catalogue_column_area_km2,
	lat: m.catalogue_column_lat,
	lng: m.catalogue_column_lng,
	island_group: m.catalogue_column_island_group,
	source_id: m.catalogue_column_source_id,
	former_name: m.catalogue_column_former_name,
	until: m.catalogue_column_until,
	former_province_code: m.catalogue_column_former_province_code,
	members_public: m.catalogue_column_members_public,
	size: m.catalogue_column_size,
	certainty: m.catalogue_column_certainty,
	list_id: m.catalogue_column_list_id,
	region_code: m.catalogue_column_region_code,
	x: m.catalogue_column_x,
	y: m.catalogue_column_y,
	cooperative_number: m.catalogue_column_cooperative_number,
	cooperative: m.catalogue_column_cooperative,
	kampung: m.catalogue_column_kampung,
	indicator: m.catalogue_column_indicator,
	period_start: m.catalogue_column_period_start,
	period_end: m.catalogue_column_period_end,
	value: m.catalogue_column_value,
	state: m.catalogue_column_state,
	flag: m.catalogue_column_flag,
	stage: m.catalogue_column_stage,
	reached_on: m.catalogue_column_reached_on,
	region: m.catalogue_column_region,
	month: m.catalogue_column_month,
	year: m.catalogue_column_year,
	measure: m.catalogue_column_measure,
	decile: m.catalogue_column_decile,
	sex: m.catalogue_column_sex,
	age: m.catalogue_column_age,
	waiting: m.catalogue_column_waiting,
	pub: m.catalogue_column_pub,
	rupiah: m.catalogue_column_rupiah,
	list: m.catalogue_column_list,
	'reporting.state': m.catalogue_column_list_state,
	'cooperative.code': m.catalogue_column_cooperative_code
};

/** What a published table holds. */
const TABLES: Readonly<Record<string, Word>> = {
	source: m.catalogue_table_source,
	programme: m.catalogue_table_programme,
	indicator: m.catalogue_table_indicator,
	region: m.catalogue_table_region,
	former_name: m.catalogue_table_former_name,
	former_province: m.catalogue_table_former_province,
	priority_list: m.catalogue_table_priority_list,
	priority_list_member: m.catalogue_table_priority_list_member,
	tile: m.catalogue_table_tile,
	kampung: m.catalogue_table_kampung,
	figure: m.catalogue_table_figure,
	stage: m.catalogue_table_stage,
	target: m.catalogue_table_target
};

/** What a column holds, in a sentence without its full stop; empty where it is not known. */
export function columnMeaning(table: string, column: string, locale: Locale): string {
	const at = { locale };
	const own = COLUMNS[`${table}.${column}`] ?? COLUMNS[column];
	if (own) return own({}, at);
	const [, name = '', language] = /^(.+)_(id|en)$/.exec(column) ?? [];
	const meaning = COLUMNS[name]?.({}, at) ?? '';
	if (meaning === '') return '';
	return language === 'id'
		? m.catalogue_in_id({ meaning }, at)
		: m.catalogue_in_en({ meaning }, at);
}

/** What a table of published figures holds; empty where it is not known. */
export function tableMeaning(table: string, locale: Locale): string {
	return TABLES[table]?.({}, { locale }) ?? '';
}
