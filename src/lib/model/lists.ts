/** The three kinds of raw lists that an office holds, and the closed words in them. */
export const LISTS = ['beneficiaries', 'members', 'activities'] as const;
export type ListKind = (typeof LISTS)[number];

/** Assistance that a list of beneficiaries may be of. The position is the code in SQL. */
export const ASSISTANCE = ['pkh', 'sembako'] as const;
export type Assistance = (typeof ASSISTANCE)[number];

/** Programmes of cooperatives that a list of members may be of. The position is the code in SQL. */
export const COOPERATIVE_PROGRAMMES = ['kmp', 'kjmis', 'koperasi_kampung'] as const;
export type CooperativeProgramme = (typeof COOPERATIVE_PROGRAMMES)[number];

/** What a row of a list of activities may be. The position is the code in SQL. */
export const ACTIVITIES = [
	'training',
	'mentoring',
	'ewarung_purchase',
	'savings',
	'shu',
	'kube',
	'prokus',
	'umi',
	'mekaar',
	'kur',
	'market_access',
	'graduation'
] as const;
export type Activity = (typeof ACTIVITIES)[number];

/** The ladder out of assistance, from the lowest step. */
export const STEPS = ['assistance', 'group', 'micro', 'kur', 'graduated'] as const;
export type Step = (typeof STEPS)[number];

/** What is known of a list for a region and a month. */
export const REPORTING = ['received', 'late', 'not_received'] as const;
export type Reporting = (typeof REPORTING)[number];
