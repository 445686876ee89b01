import { describe, expect, it } from 'vitest';
import { tableCsv } from '$lib/export/csv';
import { readTable } from '$lib/menu/read-table';
import { KNOWN } from '../export/table';

describe('a CSV file of the site', () => {
	it('is the table again that it was written from, with its title, its notes and what its columns mean', () => {
		const read = readTable(tableCsv(KNOWN), 'x', new Set(['nilai']));
		expect(read.name).toBe('x');
		expect(read.columns.map(({ name }) => name)).toEqual(KNOWN.columns.map(({ name }) => name));
		expect(read.rows).toHaveLength(KNOWN.rows.length);
		expect(read.rows.slice(0, 2)).toEqual([
			['Kabupaten Bogor', '2024-12-31', -1234.5, 'true'],
			['Kota "Depok", Jawa Barat', null, null, null]
		]);
		// What a spreadsheet would take for a formula stays as harmless as it was.
		expect(read.rows.slice(2).every(([text]) => String(text).startsWith("'"))).toBe(true);
		expect(read.title).toContain('Keluarga PKH');
		expect(read.notes).toContainEqual({ name: 'Demo', value: 'DATA CONTOH' });
		expect(read.notes).toContainEqual({ name: 'nilai', value: 'Nilai' });
	});
});
