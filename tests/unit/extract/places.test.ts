import { describe, expect, it } from 'vitest';
import { chooseLists, placesOf, regionCodes } from '../../../data/publish/extract/places';
import { regencyCode, regencyNumber } from '../../../src/lib/model';
import { ExtractFailure } from '../../../data/publish/extract/problem';
import { loadReference } from '../../../data/reference/load';

const REFERENCE = loadReference();
const REGENCIES = REFERENCE.regions
	.filter(({ level }) => level === 'regency')
	.map(({ code }) => code);

/** Regencies of a public priority list. */
function membersOf(id: string): string[] {
	return REFERENCE.priorityListMembers
		.filter(({ listId }) => listId === id)
		.map(({ regionCode }) => regionCode);
}

describe('the number of a regency', () => {
	it('gives its code again, for every one that there is', () => {
		expect(REGENCIES.length).toBeGreaterThan(500);
		for (const code of REGENCIES) expect(regencyCode(regencyNumber(code))).toBe(code);
		expect(regencyNumber('32.01')).toBe(3201);
		expect(regencyCode(9601)).toBe('96.01');
	});
});

describe('the places of an extract', () => {
	it('are the nation, the provinces, the regencies and the lists, each of its regencies', () => {
		const lists = [{ id: 'some', members: ['32.01', '35.09'] }];
		expect(placesOf(['32.01', '32.04', '35.09'], lists)).toEqual([
			{ region: '00', regencies: [3201, 3204, 3509] },
			{ region: '32', regencies: [3201, 3204] },
			{ region: '35', regencies: [3509] },
			{ region: '32.01', regencies: [3201] },
			{ region: '32.04', regencies: [3204] },
			{ region: '35.09', regencies: [3509] },
			{ region: 'list:some', regencies: [3201, 3509] }
		]);
	});

	it('have codes in one order, whatever was read first', () => {
		const codes = regionCodes(REFERENCE, [{ id: 'some', members: [] }]);
		expect(codes.slice(0, -1)).toEqual([...codes.slice(0, -1)].sort());
		expect(codes.at(-1)).toBe('list:some');
		expect(new Set(codes).size).toBe(codes.length);
	});
});

describe('priority lists', () => {
	const whole = membersOf('pke-2021-35');

	it('become places where all their regencies have figures', () => {
		expect(whole).toHaveLength(35);
		expect(chooseLists(REFERENCE, [], whole).map(({ id }) => id)).toContain('pke-2021-35');
		expect(chooseLists(REFERENCE, [], whole.slice(1)).map(({ id }) => id)).not.toContain(
			'pke-2021-35'
		);
	});

	it('are cut to the regencies with figures where someone asks for them', () => {
		const some = whole.slice(0, 3);
		expect(chooseLists(REFERENCE, ['pke-2021-35'], some)).toEqual([
			{ id: 'pke-2021-35', members: some }
		]);
	});

	it('that nobody knows, or whose regencies are not public, are refused', () => {
		const secret = REFERENCE.priorityLists.find(({ membersPublic }) => !membersPublic);
		expect(() => chooseLists(REFERENCE, ['none'], REGENCIES)).toThrow(ExtractFailure);
		expect(secret).toBeDefined();
		expect(() => chooseLists(REFERENCE, [secret?.id ?? ''], REGENCIES)).toThrow(ExtractFailure);
	});
});
