import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import papaparse from 'papaparse';
import { describe, expect, it } from 'vitest';
import { findPlaces } from '$lib/model/place-search';

const read = (file: string) =>
	papaparse.parse<Record<string, string>>(readFileSync(`data/reference/${file}`, 'utf8'), {
		header: true,
		skipEmptyLines: true
	}).data;
const former = read('former_names.csv');
const places = read('regions.csv')
	.filter(({ level }) => level !== 'nation')
	.map(({ code = '', name = '' }) => ({
		code,
		name,
		former: former.filter((row) => row.code === code).map((row) => row.former_name ?? '')
	}));
const names = (text: string) => findPlaces(places, text).map(({ name }) => name);

describe('finding a place by what is typed', () => {
	it('knows all 552 places', () => expect(places).toHaveLength(552));

	it.each([
		['jem', 'Kabupaten Jember'],
		['JEMBER', 'Kabupaten Jember'],
		['kab. jember', 'Kabupaten Jember'],
		['kota bogor', 'Kota Bogor'],
		['kabupaten bogor', 'Kabupaten Bogor'],
		['3509', 'Kabupaten Jember'],
		['35.09', 'Kabupaten Jember'],
		['toba samosir', 'Kabupaten Toba']
	])('"%s" finds %s first', (text, name) => expect(names(text)[0]).toBe(name));

	it('puts names that begin with it before those that hold it', () => {
		const found = names('jaya');
		expect(found[0]).toBe('Kabupaten Jayapura');
		expect(found).toContain('Kabupaten Aceh Jaya');
		expect(found.indexOf('Kabupaten Aceh Jaya')).toBeGreaterThan(found.indexOf('Kota Jayapura'));
	});

	it('finds nothing by nothing, by a kind alone, or by what is no name', () => {
		expect([names(''), names('  '), names('kota'), names('xyzzy')]).toEqual([[], [], [], []]);
	});

	it('finds every place by its own name and by its code', () => {
		for (const { code, name } of places) {
			expect(names(name)[0], name).toBe(name);
			expect(findPlaces(places, code)[0]?.code).toBe(code);
		}
	});

	it('takes any text, and gives no place twice', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				const found = findPlaces(places, text).map(({ code }) => code);
				expect(new Set(found).size).toBe(found.length);
				expect(found.length).toBeLessThanOrEqual(10);
			})
		);
	});
});
