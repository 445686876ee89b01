import type { Figure, Programme } from '$lib/model';
import type { ProgrammeTable } from '$lib/query/programme-tables';

/** A programme with the newest figure of each of its indicators. */
export interface ProgrammeSummary {
	programme: Programme;
	/** How many figures by region there are beside, and for which years; null where there are none. */
	table: ProgrammeTable | null;
	figures: { name: string; figure: Figure }[];
	/** Publisher by source id, for the links. */
	publishers: Record<string, string>;
}
