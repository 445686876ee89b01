import type { Certainty, Figure, RegionCode } from '$lib/model';

/** What is known of one regency of a priority list. */
export interface PriorityRegency {
	code: RegionCode;
	name: string;
	province: string;
	/** Name of the province it belonged to when the list was made, where it has changed since. */
	provinceThen: string;
	rate: Figure;
	people: Figure;
	poverty: Figure;
	/** How sure it is that the regency stands on the list. */
	certainty: Certainty;
}
