import {
	CERTAINTIES,
	DISTRICT_STAGES,
	FIGURE_STATES,
	FLAGS,
	UNITS,
	type DistrictStage
} from '$lib/model';
import type { Locale } from './locale';
import { dimensionValueLabel, measureLabel, type DimensionName } from './measure-words';
import { m } from './paraglide/messages';
import { stateHelp } from './state-help';
import { certaintyName, flagName, stateName, unitLabel } from './words';

type Word = (inputs: Record<string, never>, options: { locale: Locale }) => string;

const WORDS: Readonly<Record<string, Readonly<Record<string, Word>>>> = {
	direction: {
		up: m.catalogue_value_direction_up,
		down: m.catalogue_value_direction_down,
		none: m.catalogue_value_direction_none
	},
	level: {
		nation: m.catalogue_value_level_nation,
		province: m.catalogue_value_level_province,
		regency: m.catalogue_value_level_regency
	},
	kind: {
		negara: m.catalogue_value_kind_negara,
		provinsi: m.catalogue_value_kind_provinsi,
		kabupaten: m.catalogue_value_kind_kabupaten,
		kota: m.catalogue_value_kind_kota
	},
	island_group: {
		sumatera: m.catalogue_value_island_sumatera,
		jawa_bali: m.catalogue_value_island_jawa_bali,
		kalimantan: m.catalogue_value_island_kalimantan,
		sulawesi: m.catalogue_value_island_sulawesi,
		nusa_tenggara: m.catalogue_value_island_nusa_tenggara,
		maluku_papua: m.catalogue_value_island_maluku_papua
	},
	list: {
		beneficiaries: m.catalogue_value_list_beneficiaries,
		members: m.catalogue_value_list_members,
		activities: m.catalogue_value_list_activities
	},
	reporting: {
		received: m.catalogue_value_reporting_received,
		late: m.catalogue_value_reporting_late,
		not_received: m.catalogue_value_reporting_not_received
	},
	stage: {
		mapping: m.extreme_poverty_stage_mapping,
		coordination: m.extreme_poverty_stage_coordination,
		mentoring_training: m.extreme_poverty_stage_mentoring_training,
		finance: m.extreme_poverty_stage_finance,
		markets: m.extreme_poverty_stage_markets,
		monitoring: m.extreme_poverty_stage_monitoring,
		evaluation: m.extreme_poverty_stage_evaluation
	} satisfies Record<DistrictStage, Word>
};

const DIMENSIONS: readonly string[] = ['decile', 'sex', 'age', 'waiting'] satisfies DimensionName[];

const among = <Code extends string>(code: string, codes: readonly Code[]): code is Code =>
	(codes as readonly string[]).includes(code);

/** What a code of a dataset's column means; empty where it is not known. */
export function codeMeaning(table: string, column: string, code: string, locale: Locale): string {
	if (column === 'measure') return measureLabel(code, locale);
	if (DIMENSIONS.includes(column))
		return dimensionValueLabel(column as DimensionName, code, locale);
	if (column === 'certainty' && among(code, CERTAINTIES)) return certaintyName(code, locale);
	if (column === 'flag' && among(code, FLAGS)) return flagName(code, locale);
	if (column === 'state' && among(code, FIGURE_STATES))
		return `${stateName(code, locale)}. ${stateHelp(code, locale)}`;
	if (column === 'unit' && among(code, UNITS))
		return code === 'yes' ? m.catalogue_value_unit_yes({}, { locale }) : unitLabel(code, locale);
	if (column === 'stage' && !among(code, DISTRICT_STAGES)) return '';
	const words = WORDS[table === 'reporting' && column === 'state' ? 'reporting' : column];
	return words?.[code]?.({}, { locale }) ?? '';
}
