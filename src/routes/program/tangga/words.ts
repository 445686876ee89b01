import type { Locale } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages';
import type { Step } from '$lib/model';

type Word = (inputs: Record<string, never>, options: { locale: Locale }) => string;

const STEP_NAMES: Record<Step, Word> = {
	assistance: m.ladder_step_assistance,
	group: m.ladder_step_group,
	micro: m.ladder_step_micro,
	kur: m.ladder_step_kur,
	graduated: m.ladder_step_graduated
};

export function stepLabel(step: Step, locale: Locale): string {
	return STEP_NAMES[step]({}, { locale });
}

/** `Bantuan → Kelompok` */
export function flowLabel({ from, to }: { from: Step; to: Step }, locale: Locale): string {
	return m.ladder_flow({ from: stepLabel(from, locale), to: stepLabel(to, locale) }, { locale });
}
