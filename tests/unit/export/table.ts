import type { ExportTable } from '$lib/export/table';

/** What a spreadsheet would take for a formula, and what it must not spoil. */
export const HOSTILE = ['=1+1', '+62', '-x', '@SUM(A1)', '\tx', '\u0000y', '\r\nz'] as const;

/** A table whose every value is known: numbers below zero, nothing, a day, hostile texts. */
export const KNOWN: ExportTable = {
	name: 'contoh',
	title: 'Keluarga PKH, "contoh"',
	columns: [
		{ name: 'wilayah', label: 'Wilayah', type: 'text' },
		{ name: 'tanggal', label: 'Tanggal', type: 'date' },
		{ name: 'nilai', label: 'Nilai', type: 'number' },
		{ name: 'naik', label: 'Naik', type: 'boolean' }
	],
	rows: [
		['Kabupaten Bogor', '2024-12-31', -1234.5, true],
		['Kota "Depok", Jawa Barat', null, null, null],
		...HOSTILE.map((text, index) => [text, '2023-01-01', -index, false])
	],
	notes: [
		{ name: 'Sumber', value: 'Dinas Sosial, =HYPERLINK("x")' },
		{ name: 'Demo', value: 'DATA CONTOH' }
	],
	demo: true
};
