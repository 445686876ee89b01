/** Which people are counted now. Counting is additive: parts counted one by one add up to the whole. */
export interface Part {
	number: number;
	of: number;
}

export const WHOLE: Part = { number: 0, of: 1 };

/** Whether a row with column `pid` belongs to the part. */
export function inPart({ number, of }: Part): string {
	return of === 1 ? 'true' : `pid % ${of}::UBIGINT = ${number}`;
}
