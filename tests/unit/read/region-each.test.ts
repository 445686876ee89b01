import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadReference } from '../../../data/reference/load';
import { createResolver, REGION_RULES, type RegionQuestion } from '$lib/read/region';

const reference = loadReference();
const resolver = createResolver(reference);
const regencies = reference.regions.filter(({ level }) => level === 'regency');
const anyRegency = fc.constantFrom(...regencies);

function letters(name: string): string {
	return name.toLowerCase().replace(/[^a-z]/g, '');
}

/** The code found, or the rule that refused. */
function answer(question: RegionQuestion): string {
	const result = resolver.resolve(question);
	return result.ok ? result.code : result.rule;
}

describe('for each of the 514', () => {
	const writings: ((name: string) => string)[] = [
		(name) => name,
		(name) => name.toUpperCase(),
		(name) => name.toLowerCase(),
		(name) => name.replace(/^Kabupaten /, 'KAB. '),
		(name) => name.replace(/ /g, '   '),
		(name) => name.replace(/ /g, '-'),
		(name) => `  ${name} *`
	];

	it('official names in any writing and codes of either form lead home', () => {
		fc.assert(
			fc.property(anyRegency, fc.constantFrom(...writings), (region, write) => {
				const province = reference.regions.find(({ code }) => code === region.provinceCode)?.name;
				expect(answer({ name: write(region.name) })).toBe(region.code);
				expect(answer({ name: write(region.name), province })).toBe(region.code);
				expect(answer({ code: region.code })).toBe(region.code);
				const digits = region.code.replace('.', '');
				expect(answer({ code: digits, codes: 'kemendagri' })).toBe(region.code);
				expect(answer({ code: digits, name: write(region.name) })).toBe(region.code);
			}),
			{ numRuns: 2000 }
		);
		for (const region of regencies) expect(answer({ name: region.name })).toBe(region.code);
	});

	it('a BPS code leads home where it is known', () => {
		for (const { code, bpsCode, name } of regencies)
			if (bpsCode !== '') {
				expect(answer({ code: bpsCode, codes: 'bps' })).toBe(code);
				expect(answer({ code: bpsCode, name })).toBe(code);
			}
	});

	it('a code that lost its last zero leads home or is refused, never elsewhere', () => {
		for (const { code } of regencies.filter(({ code }) => code.endsWith('0')))
			expect(answer({ code: code.slice(0, -1) })).toBe(code);
	});

	it('a bare name leads home or is refused with the region among the candidates', () => {
		for (const { name, code } of regencies) {
			const bare = name.replace(/^(Kabupaten|Kota) (Administrasi )?/, '');
			const result = resolver.resolve({ name: bare });
			if (result.ok) expect(result.code).toBe(code);
			else {
				expect(result.rule).toBe('region_ambiguous');
				expect(result.candidates.map((each) => each.code)).toContain(code);
			}
		}
	});

	it('a bare name that two regions bear is always refused', () => {
		const stem = (name: string) => name.replace(/^(Kabupaten|Kota) /, '');
		const shared = regencies.filter(
			({ name, code }) =>
				code.slice(3) < '70' && regencies.some((other) => other.name === `Kota ${stem(name)}`)
		);
		expect(shared.length).toBeGreaterThan(25);
		for (const { name } of shared) expect(answer({ name: stem(name) })).toBe('region_ambiguous');
	});

	it('one letter wrong never leads to another region', () => {
		fc.assert(
			fc.property(
				anyRegency,
				fc.nat(30),
				fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz', ''),
				(region, at, letter) => {
					const place = region.name.indexOf(' ') + 1 + (at % (region.name.length - 10));
					const wrong = region.name.slice(0, place) + letter + region.name.slice(place + 1);
					const result = resolver.resolve({ name: wrong });
					if (result.ok && result.code !== region.code) {
						// Only where the slip happens to spell a name of another region in full: "Kabupaten Pali".
						const names = [...reference.regions, ...reference.formerNames]
							.filter(({ code }) => code === result.code)
							.map((named) => letters('name' in named ? named.name : named.formerName));
						expect(names).toContain(letters(wrong));
					}
				}
			),
			{ numRuns: 1500 }
		);
	});

	it('whatever is written, the answer is a region that exists or a rule of the closed list', () => {
		const codes = new Set(reference.regions.map(({ code }) => code));
		const text = fc.oneof(
			fc.string(),
			fc.string({ unit: fc.constantFrom(...'0123456789. -') }),
			anyRegency.map(({ name }) => name)
		);
		fc.assert(
			fc.property(text, text, text, (code, name, province) => {
				const result = resolver.resolve({ code, name, province });
				if (result.ok) expect(codes).toContain(result.code);
				else expect(REGION_RULES).toContain(result.rule);
			}),
			{ numRuns: 2000 }
		);
	});
});
