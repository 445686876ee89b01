import type { Locale } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages';
import type { DistrictStage } from '$lib/model';

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
