import type { Figure, Programme } from '$lib/model';

/** A programme with the newest figure of each of its indicators. */
export interface ProgrammeSummary {
	programme: Programme;
	figures: { name: string; figure: Figure }[];
	/** Publisher by source id, for the links. */
	publishers: Record<string, string>;
}
