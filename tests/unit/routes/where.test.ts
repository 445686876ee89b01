import { describe, expect, it } from 'vitest';
import { wherePartsOf } from '../../../src/routes/sumber/where';

const links = (where: string) => wherePartsOf(where).flatMap(({ href }) => href ?? []);

describe('where a source is found', () => {
	it('is a link as far as it names an address, and keeps every word', () => {
		const where = 'sig.bps.go.id/bridging-kode, melalui github.com/zakiego/Kode-Wilayah';
		expect(links(where)).toEqual([
			'https://sig.bps.go.id/bridging-kode',
			'https://github.com/zakiego/Kode-Wilayah'
		]);
		expect(
			wherePartsOf(where)
				.map(({ text }) => text)
				.join('')
		).toBe(where);
		expect(links('bisnis.com')).toEqual(['https://bisnis.com']);
	});

	it('is words where it is a number in a catalogue, a law or a name', () => {
		for (const where of [
			'Open Data Jabar, dinsos-od_20731, v2',
			'npm idn-area-data 3.1.2 (ODbL 1.0)',
			'UU 45/1999, 46/1999',
			'Kompas, melalui Naandalist/trending-news-diggest',
			''
		])
			expect(links(where), where).toEqual([]);
	});
});
