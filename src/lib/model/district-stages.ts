/** Stages of a priority district in the approach of KemenkopUKM, from the first to the last. No personal data. */
export const DISTRICT_STAGES = [
	'mapping',
	'coordination',
	'mentoring_training',
	'finance',
	'markets',
	'monitoring',
	'evaluation'
] as const;
export type DistrictStage = (typeof DISTRICT_STAGES)[number];
