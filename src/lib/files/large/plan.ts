import type { RegionCode } from '$lib/model';
import type { Records } from './records';

/** How DuckDB is to read a large text: plain data, as the survey and the recogniser have found it. */
export interface LargePlan {
	/** The rows under the header, in UTF-8. */
	body: Blob;
	/** The byte of the file at which the body begins; null where the body is a copy, written anew. */
	start: number | null;
	delimiter: string;
	/** Texts of the header's cells: rows that repeat them are none. */
	header: string[];
	/** The row of the file, from 0, at which the body begins. */
	first: number;
	records: Records;
	/** Whether its rows have been read; until then only the sample is known. */
	loaded: boolean;
	/** Region of each place, by the key of its code, name and province. */
	regions: (readonly [key: string, region: RegionCode])[];
}
