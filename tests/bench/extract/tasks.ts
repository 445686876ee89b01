import type { Place } from '$lib/protect/cells/codes';
import type { Taken } from './meter';

/** The lists of one run, in the temporary folder of the bench. */
export interface BenchLists {
	beneficiaries: string;
	members: string;
	activities: string;
	reporting: string;
	stages: string;
}

/** The steps of our own way; `raw` is what only the bench asks for. */
export type OwnStep = 'read' | 'link' | 'count' | 'protect' | 'audit' | 'write';
export type BareStep = 'read' | 'link' | 'count';

/** What a process of its own is asked to do. */
export type Task =
	| {
			kind: 'own';
			lists: BenchLists;
			/** Month numbers. */
			from: number;
			until: number;
			seed: string;
			out: string;
			raw: string;
			/** Parquet file for the rows that were refused. */
			refused: string;
			blocks: number | undefined;
	  }
	| { kind: 'clean'; lists: BenchLists; refused: string; folder: string }
	| {
			kind: 'bare';
			folder: string;
			from: number;
			until: number;
			places: readonly Place[];
			/** DuckDB file for the cells. */
			cells: string;
	  }
	| { kind: 'compare'; raw: string; cells: string }
	| { kind: 'errors'; raw: string; out: string }
	| { kind: 'core'; out: string; folder: string };

export interface OwnResult {
	steps: Partial<Record<OwnStep, Taken>>;
	/** Bytes at most over the whole process, as the system knows it. */
	peak: number;
	rows: number;
	refused: number;
}

export interface BareResult {
	steps: Partial<Record<BareStep, Taken>>;
	peak: number;
}

/** How many cells of a cube both ways have, and how many are not the same. */
export interface Agreement {
	cube: string;
	cells: number;
	different: number;
}

/** How far protected counts are from true ones, for cells of one size at one level. */
export interface CellError {
	cube: string;
	level: string;
	/** `10-19`. */
	size: string;
	cells: number;
	withheld: number;
	people: number;
	peopleWithheld: number;
	meanError: number | null;
	meanRelative: number | null;
}

/** One way to lay out the core, and how large it becomes. */
export interface CoreVariant {
	name: string;
	raw: number;
	brotli9: number;
	/** Only of those that were compressed as far as it goes. */
	brotli11: number | null;
}

export interface Results {
	own: OwnResult;
	clean: null;
	bare: BareResult;
	compare: Agreement[];
	errors: CellError[];
	core: CoreVariant[];
}
