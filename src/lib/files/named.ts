import { type FaultRule, type FileFault, faultOf } from './fault';

/** Formats that are told by their first bytes, by the endings that files of them bear. */
const FORMATS: Readonly<Record<string, string>> = {
	xlsx: 'XLSX',
	xlsm: 'XLSX',
	xls: 'Excel',
	parquet: 'Parquet',
	arrow: 'Arrow',
	feather: 'Arrow',
	json: 'JSON'
};

/** What is said of bytes that are no known format, and cannot be text either. */
const NO_TEXT: ReadonlySet<FaultRule> = new Set(['binary', 'nul', 'letters_mixed']);

/** A fault in the terms of the file's name: who brings an XLSX is not told about letters of a text. */
export function faultAsNamed(fault: FileFault, fileName: string): FileFault {
	const ending = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
	const format = FORMATS[ending];
	return format !== undefined && NO_TEXT.has(fault.rule) ? faultOf('not_as_named', format) : fault;
}
