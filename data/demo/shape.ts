import type { Band } from './draw';

/**
 * What the demo is shaped by. A figure with a source says so; all else is set so that every page
 * has something to show, and is not a finding about anyone.
 */

/** Families in the country that receive PKH and Sembako, as generally reported for 2024 and 2025, rounded; not taken from a table. How many receive both: set. */
const FAMILIES = { pkh: 10e6, sembako: 18e6, both: 8e6 } as const;
const ASSISTED_FAMILIES = FAMILIES.pkh + FAMILIES.sembako - FAMILIES.both;
/** Share of assisted families with PKH, in the country. */
export const PKH_SHARE = FAMILIES.pkh / ASSISTED_FAMILIES;
/** Share of PKH families that receive Sembako as well. */
export const BOTH_SHARE = FAMILIES.both / FAMILIES.pkh;

/** Regions of which the pages tell a story get at least this share of all people. */
export const FOCUS_SHARE = 0.03;
/** The nine cooperatives of data/reference/kampung.csv by regency. Pinangsia is in Jakarta Barat; that all others are in Jakarta Utara is set. */
export const KAMPUNG_REGENCIES = { '31.73': [2], '31.72': [1, 3, 4, 5, 6, 7, 8, 9] } as const;
export const JEPARA = '33.20';
export const JEMBER = '35.09';
export const PRIORITY_LIST = 'pke-2021-35';

/** People beyond assistance who are on the lists as members only. About 1.2 million members of KMP (Bisnis, 7 November 2025) stand beside 10 million PKH families: set to fit. */
export const PUBLIC_SHARE = { elsewhere: 0.05, jepara: 0.16, jakarta: 0.08 } as const;

/** Share of assisted people who join a KMP. Jember: interest is low (Surya, 17 November 2025), no figure is known. */
export const KMP_SHARE = { jember: 0.035, least: 0.05, most: 0.15 } as const;
/** How much likelier someone with a business joins, and someone without; on average 1. */
export const BUSINESS_FACTOR = { with: 1.9, without: 0.75 } as const;
/** Founding meetings from April to July 2025 (Inpres 9/2025), launched on 21 July 2025. */
export const KMP_FOUNDED = '2025-04-01';
export const KMP_LAUNCHED = '2025-07-21';
export const KMP_BEFORE_LAUNCH = 0.15;
/** 82,780 cooperatives in the country (Radar Jabar, 21 November 2025), by people of December 2024. */
export const PEOPLE_PER_KMP = 284_973_643 / 82_780;
/** At least so many people of the demo for one KMP, so that some cooperatives are large enough to show. */
export const LEAST_PER_KMP = 400;

/** KJMIS: Jepara was named its pioneer district on 6 August 2020 (Murianews). Shares: set. */
export const KJMIS_FOUNDED = '2020-08-06';
export const KJMIS_SHARE = { assisted: 0.3, public: 0.65 } as const;
/** Jepara has 16 kecamatan; one cooperative in each: set. */
export const KJMIS_COOPERATIVES = 16;

/** Jakarta's kampung cooperatives (ANTARA, September 2020). */
export const KAMPUNG_FOUNDED = '2018-10-01';
export const KAMPUNG_SHARE = { assisted: 0.06, public: 0.7 } as const;

/** A second person of the family on the list. */
export const SECOND_PERSON = 0.12;
export const WITHOUT_FAMILY_CARD = 0.08;

export const WOMEN = { pkh: 0.93, sembako: 0.72, second: 0.5, public: 0.45 } as const;
type Ages = readonly Band[];
export const AGES: Readonly<Record<'pkh' | 'sembako' | 'second' | 'public', Ages>> = {
	pkh: [
		[18, 24, 0.04],
		[25, 44, 0.62],
		[45, 64, 0.26],
		[65, 88, 0.08]
	],
	sembako: [
		[18, 24, 0.04],
		[25, 44, 0.4],
		[45, 64, 0.39],
		[65, 88, 0.17]
	],
	second: [
		[8, 14, 0.3],
		[15, 24, 0.2],
		[60, 88, 0.5]
	],
	public: [
		[18, 24, 0.1],
		[25, 44, 0.5],
		[45, 64, 0.33],
		[65, 80, 0.07]
	]
};

/** Deciles of DTSEN on the lists; what is left is unknown. */
export const DECILE_WEIGHTS = [0.3, 0.26, 0.19, 0.11, 0.06, 0.02, 0.012, 0.006, 0.003, 0.001];
export const BUSINESS = { yes: 0.22, no: 0.58 } as const;

/** Assistance that began within the period, for each month of it. */
export const BEGAN_A_MONTH = { rate: 0.012, most: 0.45 } as const;
/** Assistance that ended, for each month. */
export const ENDED_A_MONTH = { rate: 0.006, most: 0.3 } as const;
/** Oldest beginning of assistance before the period, in months. */
export const OLDEST = 60;
export const FIRST_UNKNOWN = 0.14;
/** Assistance that stopped and came back. */
export const CAME_BACK = 0.03;

/** Months from one step of the ladder to the next. */
export const WAITS: Readonly<Record<'group' | 'micro' | 'kur' | 'graduation', readonly Band[]>> = {
	group: [
		[1, 5, 0.12],
		[6, 11, 0.22],
		[12, 23, 0.32],
		[24, 35, 0.19],
		[36, 59, 0.15]
	],
	micro: [
		[1, 5, 0.35],
		[6, 11, 0.4],
		[12, 20, 0.25]
	],
	kur: [
		[2, 5, 0.4],
		[6, 11, 0.4],
		[12, 18, 0.2]
	],
	graduation: [
		[1, 5, 0.5],
		[6, 11, 0.5]
	]
};
/** Share that takes each step, from the step before or straight from assistance. */
export const TAKES = {
	group: 0.16,
	micro: 0.55,
	microDirect: 0.05,
	kur: 0.45,
	kurDirect: 0.015,
	graduation: 0.5,
	graduationDirect: 0.03,
	publicMicro: 0.03,
	publicKur: 0.02
} as const;

/** Reached by a facilitator (pendamping) at least once. */
export const MENTORED = { jepara: 0.5, elsewhere: 0.18 } as const;
/** Decile 1-2 is trained first (Surya, 17 November 2025). */
export const TRAINED = { firstDeciles: 0.45, otherMembers: 0.15, withoutMembership: 0.02 } as const;
export const MARKET_ACCESS = { ladder: 0.12, member: 0.03 } as const;

/** Medians in rupiah and the spread of their logarithm. */
export const AMOUNTS = {
	purchase: [180_000, 0.55],
	savings_first: [50_000, 0.25],
	savings: [20_000, 0.5],
	shu: [85_000, 0.6],
	kube: [2_000_000, 0.2],
	prokus: [1_500_000, 0.4],
	umi: [4_500_000, 0.4],
	mekaar: [3_000_000, 0.3],
	kur: [18_000_000, 0.6]
} as const;
