import type { RegionCode, RegionLevel } from '$lib/model/region';
import type { CodeSystem } from './reference';

/** What a row of a file says of its region. At least a code or a name. */
export interface RegionQuestion {
	code?: string | undefined;
	name?: string | undefined;
	/** Name or code of the province, from a column of its own: it narrows and is checked. */
	province?: string | undefined;
	/** What the table is about, where its header says so. */
	level?: RegionLevel | undefined;
	/** The system of the codes, where the file or its importer says so. */
	codes?: CodeSystem | undefined;
}

/** How a region was recognised. */
export type Via =
	| 'code'
	/** A code that lost its last zero: 11.1 for 11.10. */
	| 'code_zero_restored'
	/** A code from before a regency moved to another province. */
	| 'former_code'
	| 'name'
	| 'former_name'
	/** Neither the code nor the name was enough alone. */
	| 'code_and_name'
	/** All other regions of that name stand under their full names in the same list. */
	| 'elimination';

export const REGION_RULES = [
	'region_empty',
	'region_unknown',
	'region_ambiguous',
	'region_code_unknown',
	'region_code_malformed',
	'region_code_below_regency',
	'region_code_lost_zero_ambiguous',
	'region_code_system_ambiguous',
	'region_code_name_conflict',
	'region_province_unknown',
	'region_province_conflict',
	'region_level_conflict'
] as const;

/** Why a region was refused. Closed: each has its message and its way out. */
export type RegionRule = (typeof REGION_RULES)[number];

export interface RegionCandidate {
	code: RegionCode;
	name: string;
}

export interface RegionFound {
	ok: true;
	code: RegionCode;
	via: Via;
	/**
	 * The name beside a good code, where it is known to nobody but near the name that the code bears:
	 * the code decides, and the reader of the file may be told.
	 */
	unrecognisedName?: string;
}

export interface RegionRefusal {
	ok: false;
	rule: RegionRule;
	/** What was asked, as it stood in the file. */
	asked: RegionQuestion;
	/** The regions it could be, or the nearest in spelling; nearest first. May be empty. */
	candidates: RegionCandidate[];
}

export type RegionResolution = RegionFound | RegionRefusal;

/** A region that a code or a name may mean, and how. */
export interface Reading {
	code: RegionCode;
	via: Via;
}
