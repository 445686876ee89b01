import { MARGIN, UNKNOWN } from '$lib/model';
import type { Locale } from './locale';
import { m } from './paraglide/messages';

type Word = (inputs: Record<string, never>, options: { locale: Locale }) => string;

const MEASURES: Readonly<Record<string, Word>> = {
	pkh: m.measure_pkh,
	sembako: m.measure_sembako,
	assisted: m.measure_assisted,
	pkh_families: m.measure_pkh_families,
	sembako_families: m.measure_sembako_families,
	kmp: m.measure_kmp,
	kmp_assisted: m.measure_kmp_assisted,
	kmp_pkh: m.measure_kmp_pkh,
	kmp_public: m.measure_kmp_public,
	kmp_joined: m.measure_kmp_joined,
	kmp_left: m.measure_kmp_left,
	kmp_active: m.measure_kmp_active,
	kjmis: m.measure_kjmis,
	kjmis_assisted: m.measure_kjmis_assisted,
	kjmis_pkh: m.measure_kjmis_pkh,
	kjmis_public: m.measure_kjmis_public,
	kjmis_joined: m.measure_kjmis_joined,
	kjmis_left: m.measure_kjmis_left,
	kjmis_active: m.measure_kjmis_active,
	koperasi_kampung: m.measure_koperasi_kampung,
	koperasi_kampung_assisted: m.measure_koperasi_kampung_assisted,
	koperasi_kampung_pkh: m.measure_koperasi_kampung_pkh,
	koperasi_kampung_public: m.measure_koperasi_kampung_public,
	koperasi_kampung_joined: m.measure_koperasi_kampung_joined,
	koperasi_kampung_left: m.measure_koperasi_kampung_left,
	koperasi_kampung_active: m.measure_koperasi_kampung_active,
	kmp_1: m.measure_kmp_1,
	kmp_2: m.measure_kmp_2,
	kmp_3: m.measure_kmp_3,
	kmp_4: m.measure_kmp_4,
	kmp_5: m.measure_kmp_5,
	kmp_6: m.measure_kmp_6,
	kmp_7: m.measure_kmp_7,
	trainable: m.measure_trainable,
	ewarung: m.measure_ewarung,
	ewarung_assisted: m.measure_ewarung_assisted,
	training: m.measure_training,
	mentoring: m.measure_mentoring,
	savings: m.measure_savings,
	shu: m.measure_shu,
	kube: m.measure_kube,
	prokus: m.measure_prokus,
	umi: m.measure_umi,
	mekaar: m.measure_mekaar,
	kur: m.measure_kur,
	market_access: m.measure_market_access,
	graduation: m.measure_graduation,
	mentored: m.measure_mentored,
	mentored_assisted: m.measure_mentored_assisted,
	step_assistance: m.measure_step_assistance,
	step_group: m.measure_step_group,
	step_micro: m.measure_step_micro,
	step_kur: m.measure_step_kur,
	graduated: m.measure_graduated,
	moved_assistance_group: m.measure_moved_assistance_group,
	moved_assistance_micro: m.measure_moved_assistance_micro,
	moved_assistance_kur: m.measure_moved_assistance_kur,
	moved_assistance_graduated: m.measure_moved_assistance_graduated,
	moved_group_micro: m.measure_moved_group_micro,
	moved_group_kur: m.measure_moved_group_kur,
	moved_group_graduated: m.measure_moved_group_graduated,
	moved_micro_kur: m.measure_moved_micro_kur,
	moved_micro_graduated: m.measure_moved_micro_graduated,
	moved_kur_graduated: m.measure_moved_kur_graduated,
	members: m.measure_members,
	active: m.measure_active
};

/** Whom a measure counts, in words. One that this version does not know stands as its id. */
export function measureLabel(id: string, locale: Locale): string {
	return MEASURES[id]?.({}, { locale }) ?? id;
}

/** What tells cells of a cube apart beside place, time and measure. */
export type DimensionName = 'decile' | 'sex' | 'age' | 'waiting';

const DIMENSIONS: Readonly<Record<DimensionName, Word>> = {
	decile: m.measure_dimension_decile,
	sex: m.measure_dimension_sex,
	age: m.measure_dimension_age,
	waiting: m.measure_dimension_waiting
};

export function dimensionLabel(dimension: DimensionName, locale: Locale): string {
	return DIMENSIONS[dimension]({}, { locale });
}

/** A value of a dimension: `desil 3`, `perempuan`, `25–44 tahun`, `36 bulan atau lebih`. */
export function dimensionValueLabel(
	dimension: DimensionName,
	value: string,
	locale: Locale
): string {
	const at = { locale };
	if (value === MARGIN) return m.measure_all({}, at);
	if (value === UNKNOWN) return m.measure_unknown({}, at);
	const [from = '', until] = value.replace('+', '').split('-');
	switch (dimension) {
		case 'decile':
			return m.measure_decile({ decile: value }, at);
		case 'sex':
			return value === 'male' ? m.measure_sex_male({}, at) : m.measure_sex_female({}, at);
		case 'age':
			return until === undefined
				? m.measure_age_over({ from }, at)
				: m.measure_age({ from, until }, at);
		case 'waiting':
			return until === undefined
				? m.measure_waiting_over({ from }, at)
				: m.measure_waiting({ from, until }, at);
	}
}
