/** What is counted. People and families are different units and are never added or mixed. */
export const UNITS = [
	'people',
	'families',
	'percent',
	/** Families for each hundred poor people: a ratio of two units, always said in full. */
	'families_per_100_people',
	'rupiah',
	'rupiah_per_month',
	'points',
	'permits',
	'permits_per_day',
	'days',
	'months',
	'enterprises',
	'cooperatives',
	'accounts',
	'kampung',
	'regencies',
	'provinces',
	'decile',
	'km2',
	/** 1 where a statement holds. */
	'yes',
	/** Of a reader's own file that does not say what it counts. */
	'number'
] as const;

export type Unit = (typeof UNITS)[number];

/** Units that a table may carry that others read: there, what is counted is always said. */
export const PUBLIC_UNITS = UNITS.filter((unit) => unit !== 'number');

export function isUnit(text: string): text is Unit {
	return (UNITS as readonly string[]).includes(text);
}
