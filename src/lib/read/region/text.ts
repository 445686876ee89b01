import type { Locale } from '$lib/model/locale';
import { m } from '$lib/i18n/paraglide/messages';
import type { RegionRefusal, RegionRule } from './resolution';

interface Parts {
	/** The text that was not understood: code, name or both. */
	said: string;
	province: string;
	/** Candidates with their codes, joined by "or"; empty where there are none. */
	candidates: string;
}

type Speaker = (parts: Parts, options: { locale: Locale }) => string;

const MESSAGES: Record<RegionRule, Speaker> = {
	region_empty: m.read_region_empty,
	region_unknown: m.read_region_unknown,
	region_ambiguous: m.read_region_ambiguous,
	region_code_unknown: m.read_region_code_unknown,
	region_code_malformed: m.read_region_code_malformed,
	region_code_below_regency: m.read_region_code_below_regency,
	region_code_lost_zero_ambiguous: m.read_region_code_lost_zero_ambiguous,
	region_code_system_ambiguous: m.read_region_code_system_ambiguous,
	region_code_name_conflict: m.read_region_code_name_conflict,
	region_province_unknown: m.read_region_province_unknown,
	region_province_conflict: m.read_region_province_conflict,
	region_level_conflict: m.read_region_level_conflict
};

const HINTS: Record<RegionRule, Speaker> = {
	region_empty: m.read_region_empty_hint,
	region_unknown: m.read_region_unknown_hint,
	region_ambiguous: m.read_region_ambiguous_hint,
	region_code_unknown: m.read_region_code_unknown_hint,
	region_code_malformed: m.read_region_code_malformed_hint,
	region_code_below_regency: m.read_region_code_below_regency_hint,
	region_code_lost_zero_ambiguous: m.read_region_code_lost_zero_ambiguous_hint,
	region_code_system_ambiguous: m.read_region_code_system_ambiguous_hint,
	region_code_name_conflict: m.read_region_code_name_conflict_hint,
	region_province_unknown: m.read_region_province_unknown_hint,
	region_province_conflict: m.read_region_province_conflict_hint,
	region_level_conflict: m.read_region_level_conflict_hint
};

/** What was refused and the way out of it, in the reader's language. */
export function regionRefusalText(
	refusal: RegionRefusal,
	locale: Locale
): { message: string; hint: string } {
	const { code = '', name = '', province = '' } = refusal.asked;
	const or = new Intl.ListFormat(locale, { type: 'disjunction' });
	const parts: Parts = {
		said: [code.trim(), name.trim()].filter((text) => text !== '').join(' '),
		province: province.trim(),
		candidates: or.format(refusal.candidates.map((each) => `${each.name} (${each.code})`))
	};
	const near = parts.candidates === '' ? '' : ` ${m.read_region_candidates(parts, { locale })}`;
	return {
		message: MESSAGES[refusal.rule](parts, { locale }),
		hint: HINTS[refusal.rule](parts, { locale }) + near
	};
}
