import { expect, test } from 'vitest';
import { Origins, changeIn } from '$lib/sql/origin';

test('what an answer rests on follows from what its script names, and from what earlier ones have made', () => {
	const origins = new Origins(['published', 'demo'], ['demo']);
	expect(origins.of('SELECT 1')).toEqual({ demo: false, own: null });
	expect(origins.of('FROM berkas.nilai')).toEqual({ demo: false, own: 'alone' });
	expect(origins.of('FROM berkas.nilai JOIN published.region USING (code)').own).toBe('mixed');
	expect(origins.of('FROM published.figure')).toEqual({ demo: false, own: null });
	origins.of('CREATE TABLE saya AS FROM berkas.nilai');
	expect(origins.of('FROM saya').own).toBe('alone');
	expect(origins.of('FROM saya JOIN demo.k1 USING (region)')).toEqual({ demo: true, own: 'mixed' });
});

test('a script that ends with a change of a table is told by its word', () => {
	expect(changeIn('SELECT 1; create table x as select 1')).toBe('CREATE');
	expect(changeIn('CREATE TABLE x AS SELECT 1; FROM x')).toBeNull();
	expect(changeIn('WITH a AS (SELECT 1) FROM a')).toBeNull();
});
