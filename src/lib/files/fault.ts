/** Why a whole file could not be read. Closed: each has its words and its way out in `words.ts`. */
export const FAULT_RULES = [
	'too_large',
	'too_many_columns',
	'too_many_rows',
	'too_many_cells',
	'too_much_text',
	'unpacks_too_large',
	'out_of_memory',
	'too_slow',
	'stopped',
	'gone',
	'offline',
	'empty',
	'binary',
	'not_as_named',
	'old_excel',
	'encrypted',
	'zip_other',
	'zip_damaged',
	'zip_lies',
	'xml_entities',
	'workbook_damaged',
	'quote_open',
	'not_divided',
	'nul',
	'letters_mixed',
	'parquet_cut',
	'parquet_damaged',
	'parquet_packing',
	'arrow_cut',
	'arrow_damaged',
	'json_damaged',
	'json_no_table',
	'html_damaged',
	'no_table',
	'header_only'
] as const;

export type FaultRule = (typeof FAULT_RULES)[number];

/** A fault without words: `found` is what the file has, `most` what is allowed, as numbers or texts. */
export interface FileFault {
	rule: FaultRule;
	found: string | number;
	most: string | number;
}

/** Thrown while a file is read; `readOwn` gives its fault back instead. */
export class FileFaultError extends Error {
	override readonly name = 'FileFaultError';

	constructor(
		readonly fault: FileFault,
		options?: ErrorOptions
	) {
		super(fault.rule, options);
	}
}

export function faultOf(
	rule: FaultRule,
	found: string | number = '',
	most: string | number = ''
): FileFault {
	return { rule, found, most };
}

/** @throws FileFaultError always */
export function refuse(
	rule: FaultRule,
	found: string | number = '',
	most: string | number = '',
	cause?: unknown
): never {
	throw new FileFaultError(faultOf(rule, found, most), { cause });
}
