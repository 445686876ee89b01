/** A rate: which part of a whole, each a measure of people, the part being in the whole. */
export interface RateIndicator {
	id: string;
	/** Id of the programme that it tells of. */
	programme: string;
	part: string;
	whole: string;
}

/**
 * The rates that pages compare places by. Take-up: of those who may take part, how many are members.
 * Participation: of members, how many do something. Reach: of those assisted, how many were reached.
 */
export const RATE_INDICATORS = [
	{ id: 'kmp_uptake', programme: 'kmp', part: 'kmp_pkh', whole: 'pkh' },
	{ id: 'kmp_activity', programme: 'kmp', part: 'kmp_active', whole: 'kmp' },
	{ id: 'kjmis_uptake', programme: 'kjmis', part: 'kjmis_assisted', whole: 'assisted' },
	{ id: 'kjmis_activity', programme: 'kjmis', part: 'kjmis_active', whole: 'kjmis' },
	{ id: 'kjmis_buying', programme: 'kjmis', part: 'ewarung_assisted', whole: 'assisted' },
	{ id: 'mentoring_reach', programme: 'kjmis', part: 'mentored_assisted', whole: 'assisted' }
] as const satisfies readonly RateIndicator[];

export type RateIndicatorId = (typeof RATE_INDICATORS)[number]['id'];

/** @throws RangeError where none has this id */
export function rateIndicator(id: RateIndicatorId): RateIndicator {
	const found = RATE_INDICATORS.find((one) => one.id === id);
	if (!found) throw new RangeError(`there is no rate ${id}`);
	return found;
}
