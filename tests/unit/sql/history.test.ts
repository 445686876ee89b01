import { describe, expect, it } from 'vitest';
import { forget, namesOwnFiles, remember, remembered, withoutValues } from '$lib/sql/history';

function store(first?: string) {
	const kept = new Map<string, string>(first === undefined ? [] : [['pantau-sql', first]]);
	return {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value),
		removeItem: (key: string) => void kept.delete(key)
	};
}

const NOW = new Date('2026-01-02T03:04:05Z');

describe('the history', () => {
	it('keeps each query once, the newest first, and can be cleared', () => {
		const kept = store();
		for (const sql of ['SELECT 1', 'SELECT 2', 'SELECT 1']) remember(kept, sql, NOW);
		expect(remembered(kept).map(({ sql }) => sql)).toEqual(['SELECT 1', 'SELECT 2']);
		forget(kept);
		expect(remembered(kept)).toEqual([]);
	});

	it('keeps no value of a query that names own files', () => {
		const kept = store();
		const sql = `SELECT "Nama" FROM berkas.warga -- Budi
WHERE nik = 3201234567890123 AND nama IN ('Budi', E'A\\'ni', $$Cici$$) /* Dedi */`;
		remember(kept, sql, NOW);
		const [{ sql: told } = { sql: '' }] = remembered(kept);
		expect(told).not.toMatch(/Budi|ni'|Cici|Dedi|3201/);
		expect(told).toContain('"Nama" FROM berkas.warga');
	});

	it('keeps the values of one that names the site’s data only', () => {
		expect(namesOwnFiles("SELECT 'x' FROM published.figure")).toBe(false);
		expect(namesOwnFiles('FROM "berkas"."a"')).toBe(true);
		expect(namesOwnFiles("FROM read_csv('berkas/a.csv')")).toBe(true);
		expect(withoutValues("a1 = 12 AND b = 'c'")).toBe("a1 = 0 AND b = '…'");
	});

	it('is empty where it cannot be read', () => {
		for (const broken of ['{', '7', '[{"sql":1}]', 'null'])
			expect(remembered(store(broken))).toEqual([]);
	});
});
