import type { Certainty, FigureState, Flag, Unit } from '$lib/model';
import type { Locale } from './locale';
import { m } from './paraglide/messages';

type Word = (inputs: Record<string, never>, options: { locale: Locale }) => string;

const STATES: Record<FigureState, Word> = {
	published: m.common_state_published,
	computed: m.common_state_computed,
	own: m.common_state_own,
	demo: m.common_state_demo,
	target: m.common_state_target,
	projection: m.common_state_projection,
	withheld: m.common_state_withheld,
	late: m.common_state_late,
	not_received: m.common_state_not_received,
	not_begun: m.common_state_not_begun,
	missing: m.common_state_missing,
	not_published: m.common_state_not_published,
	not_counted: m.common_state_not_counted,
	not_comparable: m.common_state_not_comparable
};

const FLAGS: Record<Flag, Word> = {
	over_hundred: m.common_flag_over_hundred,
	conflict: m.common_flag_conflict,
	jump: m.common_flag_jump,
	total_mismatch: m.common_flag_total_mismatch,
	placeholder_zero: m.common_flag_placeholder_zero,
	outlier: m.common_flag_outlier,
	approximate: m.common_flag_approximate
};

const CERTAINTIES: Record<Certainty, Word> = {
	high: m.common_certainty_high,
	medium: m.common_certainty_medium,
	low: m.common_certainty_low
};

const UNITS: Record<Unit, { one?: Word; many: Word } | null> = {
	people: { one: m.common_unit_person, many: m.common_unit_people },
	families: { one: m.common_unit_family, many: m.common_unit_families },
	percent: null,
	families_per_100_people: { many: m.common_unit_families_per_100_people },
	rupiah: null,
	rupiah_per_month: { many: m.common_unit_rupiah_per_month },
	points: { many: m.common_unit_points },
	permits: { one: m.common_unit_permit, many: m.common_unit_permits },
	permits_per_day: { many: m.common_unit_permits_per_day },
	days: { one: m.common_unit_day, many: m.common_unit_days },
	months: { one: m.common_unit_month, many: m.common_unit_months },
	enterprises: { one: m.common_unit_enterprise, many: m.common_unit_enterprises },
	cooperatives: { one: m.common_unit_cooperative, many: m.common_unit_cooperatives },
	accounts: { one: m.common_unit_account, many: m.common_unit_accounts },
	kampung: { many: m.common_unit_kampung },
	regencies: { one: m.common_unit_regency, many: m.common_unit_regencies },
	provinces: { one: m.common_unit_province, many: m.common_unit_provinces },
	decile: null,
	km2: { many: m.common_unit_km2 },
	yes: null,
	number: null
};

/** What a figure is, in words: `diterbitkan sumber`, `belum ada yang menghitung`. */
export function stateName(state: FigureState, locale: Locale): string {
	return STATES[state]({}, { locale });
}

/** Why a value is not believed as it stands. */
export function flagName(flag: Flag, locale: Locale): string {
	return FLAGS[flag]({}, { locale });
}

export function certaintyName(certainty: Certainty, locale: Locale): string {
	return CERTAINTIES[certainty]({}, { locale });
}

/**
 * The unit's name beside a number; empty where the number's own sign says it (%, Rp).
 * @param value decides between one and many, where the language has both
 */
export function unitName(unit: Unit, locale: Locale, value = 2): string {
	const words = UNITS[unit];
	if (words === null) return '';
	const word = value === 1 && words.one ? words.one : words.many;
	return word({}, { locale });
}

/** The unit as a subtitle says it, also where the number carries a sign: `persen`, `rupiah`. */
export function unitLabel(unit: Unit, locale: Locale): string {
	switch (unit) {
		case 'percent':
			return m.common_unit_percent({}, { locale });
		case 'rupiah':
			return m.common_unit_rupiah({}, { locale });
		case 'rupiah_per_month':
			return m.common_unit_rupiah_per_month_label({}, { locale });
		case 'decile':
			return m.common_unit_decile({}, { locale });
		case 'number':
			return m.common_unit_number({}, { locale });
		case 'yes':
			return '';
		default:
			return unitName(unit, locale);
	}
}
