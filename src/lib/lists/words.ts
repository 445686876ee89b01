import { m } from '$lib/i18n/paraglide/messages';
import type { ListKind, Locale } from '$lib/model';
import type { ListRole } from './roles';
import type { ListRule } from './rules';

type Speaker = (parts: Record<string, never>, options: { locale: Locale }) => string;

const RULES: Readonly<Record<ListRule, readonly [Speaker, Speaker]>> = {
	row_malformed: [m.lists_rule_row_malformed, m.lists_rule_row_malformed_hint],
	nik_missing: [m.lists_rule_nik_missing, m.lists_rule_nik_missing_hint],
	nik_excel: [m.lists_rule_nik_excel, m.lists_rule_nik_excel_hint],
	nik_letters: [m.lists_rule_nik_letters, m.lists_rule_nik_letters_hint],
	nik_length: [m.lists_rule_nik_length, m.lists_rule_nik_length_hint],
	nik_region: [m.lists_rule_nik_region, m.lists_rule_nik_region_hint],
	nik_date: [m.lists_rule_nik_date, m.lists_rule_nik_date_hint],
	nik_serial: [m.lists_rule_nik_serial, m.lists_rule_nik_serial_hint],
	programme_unknown: [m.lists_rule_programme_unknown, m.lists_rule_programme_unknown_hint],
	activity_unknown: [m.lists_rule_activity_unknown, m.lists_rule_activity_unknown_hint],
	region_missing: [m.lists_rule_region_missing, m.lists_rule_region_missing_hint],
	region_unknown: [m.lists_rule_region_unknown, m.lists_rule_region_unknown_hint],
	region_ambiguous: [m.lists_rule_region_ambiguous, m.lists_rule_region_ambiguous_hint],
	cooperative_missing: [m.lists_rule_cooperative_missing, m.lists_rule_cooperative_missing_hint],
	decile_range: [m.lists_rule_decile_range, m.lists_rule_decile_range_hint],
	date_missing: [m.lists_rule_date_missing, m.lists_rule_date_missing_hint],
	date_invalid: [m.lists_rule_date_invalid, m.lists_rule_date_invalid_hint],
	date_future: [m.lists_rule_date_future, m.lists_rule_date_future_hint],
	last_before_first: [m.lists_rule_last_before_first, m.lists_rule_last_before_first_hint],
	left_before_joined: [m.lists_rule_left_before_joined, m.lists_rule_left_before_joined_hint],
	amount_invalid: [m.lists_rule_amount_invalid, m.lists_rule_amount_invalid_hint]
};

const ROLES: Readonly<Record<ListRole, Speaker>> = {
	nik: m.lists_role_nik,
	kk: m.lists_role_kk,
	programme: m.lists_role_programme,
	region_code: m.lists_role_region_code,
	region_name: m.lists_role_region_name,
	province: m.lists_role_province,
	decile: m.lists_role_decile,
	sex: m.lists_role_sex,
	birth: m.lists_role_birth,
	first: m.lists_role_first,
	last: m.lists_role_last,
	month: m.lists_role_month,
	business: m.lists_role_business,
	cooperative_code: m.lists_role_cooperative_code,
	cooperative_name: m.lists_role_cooperative_name,
	joined: m.lists_role_joined,
	left: m.lists_role_left,
	last_transaction: m.lists_role_last_transaction,
	kind: m.lists_role_kind,
	date: m.lists_role_date,
	amount: m.lists_role_amount
};

const LIST_NAMES: Readonly<Record<ListKind, Speaker>> = {
	beneficiaries: m.lists_list_beneficiaries,
	members: m.lists_list_members,
	activities: m.lists_list_activities
};

/** What is wrong with a row, and how it is repaired. */
export function ruleText(rule: ListRule, locale: Locale): { message: string; hint: string } {
	const [message, hint] = RULES[rule];
	return { message: message({}, { locale }), hint: hint({}, { locale }) };
}

/** What a column is for. */
export function roleText(role: ListRole, locale: Locale): string {
	return ROLES[role]({}, { locale });
}

/** What a list is called. */
export function listText(list: ListKind, locale: Locale): string {
	return LIST_NAMES[list]({}, { locale });
}
