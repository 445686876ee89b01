import { formatNumber } from '$lib/i18n/format';
import type { Locale } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages';
import { readPercent, readRupiah } from '$lib/i18n/whole-number';
import {
	type ShuFault,
	type ShuField,
	type ShuInput,
	type ShuShares,
	shareSurplus
} from '$lib/model/shu';

type Word = (inputs: Record<string, never>, options: { locale: Locale }) => string;

interface FieldWords {
	kind: 'rupiah' | 'percent';
	label: Word;
	help?: Word;
}

/** The fields in two groups, in the order in which they are asked for. */
export const GROUPS: readonly { legend: Word; fields: readonly ShuField[] }[] = [
	{
		legend: m.kjmis_shu_cooperative,
		fields: ['surplus', 'reserve', 'funds', 'byPurchases', 'allPurchases', 'allSavings']
	},
	{ legend: m.kjmis_shu_member, fields: ['ownPurchases', 'ownSavings'] }
];

export const FIELDS: Readonly<Record<ShuField, FieldWords>> = {
	surplus: { kind: 'rupiah', label: m.kjmis_shu_surplus, help: m.kjmis_shu_surplus_help },
	reserve: { kind: 'percent', label: m.kjmis_shu_reserve },
	funds: { kind: 'percent', label: m.kjmis_shu_funds, help: m.kjmis_shu_funds_help },
	byPurchases: {
		kind: 'percent',
		label: m.kjmis_shu_by_purchases,
		help: m.kjmis_shu_by_purchases_help
	},
	allPurchases: { kind: 'rupiah', label: m.kjmis_shu_all_purchases },
	allSavings: { kind: 'rupiah', label: m.kjmis_shu_all_savings },
	ownPurchases: { kind: 'rupiah', label: m.kjmis_shu_own_purchases },
	ownSavings: { kind: 'rupiah', label: m.kjmis_shu_own_savings }
};

const NAMES = Object.keys(FIELDS) as ShuField[];

/** An example: no cooperative's figures. */
export const EXAMPLE: ShuInput = {
	surplus: 100_000_000,
	reserve: 30,
	funds: 20,
	byPurchases: 70,
	allPurchases: 500_000_000,
	allSavings: 200_000_000,
	ownPurchases: 2_000_000,
	ownSavings: 1_000_000
};

export type ShuTexts = Record<ShuField, string>;

/** An input as a reader would type it. */
export function textsOf(input: ShuInput, locale: Locale): ShuTexts {
	const texts = NAMES.map((name) => [name, formatNumber(input[name], locale)]);
	return Object.fromEntries(texts) as ShuTexts;
}

/** What has been typed, reckoned; or what is wrong with it, by field, in words. */
export type ShuOutcome =
	| { input: ShuInput; shares: ShuShares; errors: null }
	| { errors: Partial<Record<ShuField, string>> };

export function reckon(texts: ShuTexts, locale: Locale): ShuOutcome {
	const errors: Partial<Record<ShuField, string>> = {};
	const input = { ...EXAMPLE };
	for (const name of NAMES) {
		const { kind } = FIELDS[name];
		const value = kind === 'percent' ? readPercent(texts[name]) : readRupiah(texts[name], locale);
		if (value === null) errors[name] = unreadable(texts[name], kind, locale);
		else input[name] = value;
	}
	// What is read is judged alone: a field that cannot be read would make others look impossible.
	if (Object.keys(errors).length > 0) return { errors };
	const outcome = shareSurplus(input);
	if ('shares' in outcome) return { input, shares: outcome.shares, errors: null };
	for (const name of NAMES) {
		const fault = outcome.faults[name];
		if (fault) errors[name] = faultWords(fault, FIELDS[name].kind, locale);
	}
	return { errors };
}

/** What is to be put right, for who hears it and does not see it: the first, and how many more there are. */
export function wrongWords(errors: Partial<Record<ShuField, string>>, locale: Locale): string {
	const [first, ...more] = NAMES.filter((name) => errors[name] !== undefined);
	if (first === undefined) return '';
	const inputs = { field: FIELDS[first].label({}, { locale }), fault: errors[first] ?? '' };
	return more.length === 0
		? m.kjmis_shu_wrong(inputs, { locale })
		: m.kjmis_shu_wrong_more({ ...inputs, count: more.length }, { locale });
}

function unreadable(text: string, kind: FieldWords['kind'], locale: Locale): string {
	if (text.trim() === '') return m.kjmis_fault_empty({}, { locale });
	const word = kind === 'percent' ? m.kjmis_fault_no_percent : m.kjmis_fault_no_rupiah;
	return word({}, { locale });
}

const FAULTS: Readonly<Record<Exclude<ShuFault, 'not_whole'>, Word>> = {
	negative: m.kjmis_fault_negative,
	too_large: m.kjmis_fault_too_large,
	no_surplus: m.kjmis_fault_no_surplus,
	over_hundred: m.kjmis_fault_over_hundred,
	nothing_to_share_by: m.kjmis_fault_nothing_to_share_by,
	more_than_all: m.kjmis_fault_more_than_all
};

function faultWords(fault: ShuFault, kind: FieldWords['kind'], locale: Locale): string {
	if (fault !== 'not_whole') return FAULTS[fault]({}, { locale });
	const word = kind === 'percent' ? m.kjmis_fault_decimals : m.kjmis_fault_no_rupiah;
	return word({}, { locale });
}
