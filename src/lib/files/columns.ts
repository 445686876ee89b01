import type { RegionCode, Unit } from '$lib/model';
import type { DecimalMark } from '$lib/read/numbers';
import type { CodeSystem } from '$lib/read/roles';

export const OWN_TYPES = ['text', 'number', 'date', 'boolean'] as const;
export type OwnType = (typeof OWN_TYPES)[number];

/** DuckDB's type of a column of each kind. */
export const SQL_TYPES: Record<OwnType, string> = {
	text: 'VARCHAR',
	number: 'DOUBLE',
	date: 'DATE',
	boolean: 'BOOLEAN'
};

/** A column of a reader's own file as it was recognised, or as the reader has corrected it. */
export interface OwnColumn {
	/** As it stands in the file; empty where it has none. */
	header: string;
	/** In SQL, and on the page. Each once in its table. */
	name: string;
	type: OwnType;
	/** Between whole and part of a number that is written as text; null where no cell shows it. */
	decimal: DecimalMark | null;
	/** What the header says is counted; null where it does not. */
	unit: Unit | null;
	/** One of the file in base units: 1000 for ribu jiwa. */
	factor: number;
	/** What stands for a missing value in it. */
	marks: string[];
	/** Cells without a value. */
	empty: number;
}

/** Which region the reader says that a place of the file is, by the place as `keyOf` writes it. */
export type ChosenPlaces = Readonly<Record<string, RegionCode>>;

/** Where regions stand, by column from 0. */
export interface RegionColumns {
	code: number | null;
	name: number | null;
	province: number | null;
	level: 'province' | 'regency' | null;
	/** The system of the codes; null where neither file nor reader says it. */
	codes: CodeSystem | null;
	chosen: ChosenPlaces;
}

/** What the reader says of a file; what is not said is recognised. Columns by their place. */
export interface Corrections {
	sheet?: string;
	/** Line of the header; 0 where the file has none. */
	headerLine?: number;
	names?: Readonly<Record<number, string>>;
	types?: Readonly<Record<number, OwnType>>;
	decimals?: Readonly<Record<number, DecimalMark>>;
	units?: Readonly<Record<number, Unit>>;
	/** Null where the reader says that there is no such column. */
	regionCode?: number | null;
	regionName?: number | null;
	codes?: CodeSystem;
	places?: ChosenPlaces;
}
