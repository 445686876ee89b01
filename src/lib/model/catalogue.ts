import type { Certainty } from './certainty';
import type { RegionCode } from './region';
import type { Unit } from './unit';

/** Which way is better: more, less, or neither. */
export type Direction = 'up' | 'down' | 'none';

/** A definition in the reader's language, ready to show. */
export interface Indicator {
	id: string;
	programme: string;
	name: string;
	definition: string;
	numerator: string;
	/** Empty where the indicator is a count. */
	denominator: string;
	unit: Unit;
	direction: Direction;
	methodSource: string;
}

export interface Programme {
	id: string;
	name: string;
	description: string;
	/** The ministry or government that runs it. */
	owner: string;
	/** Path of its page without the language; empty where it has none. */
	page: string;
	/** First day on which it exists, and who says so; null where no source says it. */
	begin: ProgrammeBegin | null;
}

/** When a programme began: before that day it had no members to be counted. */
export interface ProgrammeBegin {
	/** ISO day. */
	on: string;
	sourceId: string;
	publisher: string;
}

export interface Source {
	id: string;
	publisher: string;
	title: string;
	/** ISO date, month or year, as far as it is known. */
	date: string;
	/** Address or catalogue number; where to find it. */
	where: string;
	note: string;
}

export interface PriorityList {
	id: string;
	name: string;
	/** False where a list is known to exist and its members are not public. */
	membersPublic: boolean;
	/** How many regions it is said to hold. */
	size: number;
	certainty: Certainty;
	sourceId: string;
	note: string;
	members: RegionCode[];
}
