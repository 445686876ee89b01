import { describe, expect, it } from 'vitest';
import { codeMeaning } from '$lib/i18n/code-words';
import { LOCALES } from '$lib/model';
import { CODE_TYPES } from '$lib/protect/cells/codes';
import { TABLES } from '../../../data/contract/tables';

const COLUMN_OF: Readonly<Record<string, [table: string, column: string]>> = {
	decile_code: ['k2', 'decile'],
	sex_code: ['k3', 'sex'],
	age_band: ['k3', 'age'],
	waiting_band: ['k5', 'waiting'],
	measure_id: ['k1', 'measure'],
	cooperative_measure: ['k6', 'measure'],
	list_kind: ['reporting', 'list'],
	reporting_state: ['reporting', 'state']
};

describe('every code of a closed list', () => {
	it.each(LOCALES)('has a meaning (%s), in published tables and in those from lists', (locale) => {
		const codes = [
			...TABLES.flatMap((table) =>
				table.columns.flatMap((column) =>
					(column.oneOf ?? []).map((code) => [table.name, column.name, code] as const)
				)
			),
			...Object.entries(CODE_TYPES).flatMap(([type, values]) => {
				const [table, column] = COLUMN_OF[type] ?? ['', ''];
				return values.map((code) => [table, column, code] as const);
			})
		];
		expect(codes.length).toBeGreaterThan(100);
		// Units that a number's own sign tells have words of their own; the decile's is its name.
		for (const [table, column, code] of codes)
			expect(codeMeaning(table, column, code, locale), `${table}.${column} ${code}`).not.toBe('');
	});
});
