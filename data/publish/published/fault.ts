/** One thing wrong with the input, said so that it can be found and mended. */
export interface Fault {
	file: string;
	/** As a spreadsheet counts: the header is row 1. */
	row: number;
	column: string;
	message: string;
}

/** The input cannot be built from. Carries every fault, not only the first. */
export class InputError extends Error {
	override readonly name = 'InputError';

	constructor(readonly faults: readonly Fault[]) {
		super(faults.map(describeFault).join('\n'));
	}
}

function describeFault({ file, row, column, message }: Fault): string {
	const place = row > 0 ? `, row ${row}` : '';
	return `${file}${place}${column ? `, column ${column}` : ''}: ${message}`;
}
