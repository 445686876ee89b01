/** What cells are told apart by, beside place and time. The order is the order of storage. */

/** All values together: a margin of a cube, recounted from people and never added up from cells. */
export const MARGIN = '*';

/** The value is not known of a person: the list has no such column, or it was empty. */
export const UNKNOWN = 'unknown';

/** Welfare decile of DTSEN: 1 is the poorest tenth. */
export const DECILES = [
	MARGIN,
	'1',
	'2',
	'3',
	'4',
	'5',
	'6',
	'7',
	'8',
	'9',
	'10',
	UNKNOWN
] as const;
export type Decile = (typeof DECILES)[number];

export const SEXES = [MARGIN, 'male', 'female', UNKNOWN] as const;
export type Sex = (typeof SEXES)[number];

/** Completed years on the last day of the month, or of the year. */
export const AGE_BANDS = [MARGIN, '0-14', '15-24', '25-44', '45-64', '65+', UNKNOWN] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** Months between reaching one step of the ladder and the next. */
export const WAITING_BANDS = [MARGIN, '0-5', '6-11', '12-23', '24-35', '36+', UNKNOWN] as const;
export type WaitingBand = (typeof WAITING_BANDS)[number];
