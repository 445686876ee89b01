import fc from 'fast-check';
import { loadKnown } from '../../data/publish/scan/known';

const ISSUERS = [...loadKnown().issuers].sort();

function two(value: number): string {
	return String(value).padStart(2, '0');
}

/**
 * Numbers in the form of a NIK that belong to nobody: serial numbers from 9000 on are not given out.
 * They are made where they are needed and never written down.
 */
export const personNumbers = fc
	.record({
		issuer: fc.constantFrom(...ISSUERS),
		district: fc.integer({ min: 1, max: 40 }),
		day: fc.integer({ min: 1, max: 28 }),
		woman: fc.boolean(),
		month: fc.integer({ min: 1, max: 12 }),
		year: fc.integer({ min: 0, max: 99 }),
		serial: fc.integer({ min: 9000, max: 9999 })
	})
	.map(
		({ issuer, district, day, woman, month, year, serial }) =>
			`${issuer}${two(district)}${two(day + (woman ? 40 : 0))}${two(month)}${two(year)}${serial}`
	);

/** Different numbers, the same for the same seed. */
export function somePersonNumbers(count: number, seed = 1): string[] {
	const [numbers = []] = fc.sample(
		fc.uniqueArray(personNumbers, { minLength: count, maxLength: count }),
		{ numRuns: 1, seed }
	);
	return numbers;
}
