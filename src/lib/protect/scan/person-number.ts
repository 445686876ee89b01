import type { RegionCode } from '$lib/model';

/** First four digits of person numbers: the regencies that issue or issued them. */
export type Issuers = ReadonlySet<string>;

/** Regencies as the first four digits of the numbers they issue: `32.01` becomes `3201`. */
export function issuersOf(regencies: Iterable<RegionCode>): Issuers {
	return new Set([...regencies].map((code) => code.replace('.', '')));
}

/**
 * Whether 16 digits can be a NIK or a No KK: `PPKKCC DDMMYY SSSS`. Neither has a check digit, so the
 * regency, the date and the serial number are all there is to check; about 1 of 250 random numbers
 * passes.
 * @param digits 16 digits without separators
 */
export function isPersonNumber(digits: string, issuers: Issuers): boolean {
	if (!issuers.has(digits.slice(0, 4)) || digits.slice(4, 6) === '00') return false;
	// The same digit 16 times passes as 11.11, 11 November 2011: it is what fills an empty field.
	if (digits.slice(12) === '0000' || /^(\d)\1{15}$/.test(digits)) return false;
	const written = Number(digits.slice(6, 8));
	const day = written > WOMEN ? written - WOMEN : written;
	return isDay(day, Number(digits.slice(8, 10)), Number(digits.slice(10, 12)));
}

/** Added to the day of birth in the number of a woman. */
const WOMEN = 40;

/** A number with the day raised by 40 is a woman's: no family card has one. */
export function isWomansNumber(digits: string): boolean {
	return Number(digits.slice(6, 8)) > WOMEN;
}

function isDay(day: number, month: number, year: number): boolean {
	// 00 may be 1900 or 2000; the second had a 29 February.
	const days = [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
	return days !== undefined && day >= 1 && day <= days;
}
