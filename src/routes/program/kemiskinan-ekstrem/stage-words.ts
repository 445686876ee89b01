import { formatNumber } from '$lib/i18n/format';
import type { Locale } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages';
import { DISTRICT_STAGES, type DistrictStage } from '$lib/model';
import type { StageMatrix } from './stage-matrix';

const STAGES: Record<
	DistrictStage,
	(inputs: Record<string, never>, options: { locale: Locale }) => string
> = {
	mapping: m.extreme_poverty_stage_mapping,
	coordination: m.extreme_poverty_stage_coordination,
	mentoring_training: m.extreme_poverty_stage_mentoring_training,
	finance: m.extreme_poverty_stage_finance,
	markets: m.extreme_poverty_stage_markets,
	monitoring: m.extreme_poverty_stage_monitoring,
	evaluation: m.extreme_poverty_stage_evaluation
};

export function stageLabel(stage: DistrictStage, locale: Locale): string {
	return STAGES[stage]({}, { locale });
}

/** What is seen: how far the last stage with any date has come, and where nothing is known at all. */
export function stageCaption({ known, districts }: StageMatrix, locale: Locale): string {
	const last = known.findLastIndex((count) => count > 0);
	const label = (index: number) => {
		const stage = DISTRICT_STAGES[index];
		return stage === undefined ? '' : stageLabel(stage, locale).toLocaleLowerCase(locale);
	};
	if (last < 0) return m.extreme_poverty_stages_caption_none({}, { locale });
	const inputs = {
		stage: label(last),
		known: formatNumber(known[last] ?? 0, locale),
		total: formatNumber(districts, locale)
	};
	const seen = m.extreme_poverty_stages_caption(inputs, { locale });
	const silent = known.flatMap((count, index) => (count === 0 ? [label(index)] : []));
	if (silent.length === 0) return seen;
	const unknown = m.extreme_poverty_stages_silent({ stages: silent.join(', ') }, { locale });
	return `${seen} ${unknown}`;
}
