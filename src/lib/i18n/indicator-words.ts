import { RATE_INDICATORS, type RateIndicatorId } from '$lib/model';
import type { Locale } from './locale';
import { measureLabel } from './measure-words';
import { m } from './paraglide/messages';

type Word = (inputs: Record<string, never>, options: { locale: Locale }) => string;

const RATES: Record<RateIndicatorId, Word> = {
	kmp_uptake: m.indicator_kmp_uptake,
	kmp_activity: m.indicator_kmp_activity,
	kjmis_uptake: m.indicator_kjmis_uptake,
	kjmis_activity: m.indicator_kjmis_activity,
	kjmis_buying: m.indicator_kjmis_buying,
	mentoring_reach: m.indicator_mentoring_reach
};

/** What a rate is the share of: `Penerima PKH yang menjadi anggota KMP`. */
export function rateLabel(id: RateIndicatorId, locale: Locale): string {
	return RATES[id]({}, { locale });
}

/** What a figure from lists counts: one of the rates, a share of two measures, or a measure. */
export function countedLabel(id: string, locale: Locale): string {
	const rate = RATE_INDICATORS.find((one) => one.id === id || `${one.part}_of_${one.whole}` === id);
	if (rate) return rateLabel(rate.id, locale);
	const [part = id, whole] = id.split('_of_');
	return whole === undefined
		? measureLabel(id, locale)
		: `${measureLabel(part, locale)} / ${measureLabel(whole, locale)}`;
}
