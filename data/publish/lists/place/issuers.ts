import { regencyNumber } from '$lib/model';
import type { Issuer } from '$lib/lists/sql';
import type { RegionReference } from '$lib/read/region';

/** Codes of regencies that a NIK may begin with: today's, and those that some bore before. */
export function issuersOf({ regions, formerCodes }: RegionReference): Issuer[] {
	const today = regions
		.filter(({ level }) => level === 'regency')
		.map(({ code }) => ({ code: regencyNumber(code), region: regencyNumber(code) }));
	const taken = new Set(today.map(({ code }) => code));
	const former = formerCodes
		.filter(({ system }) => system === 'kemendagri')
		.map((each) => ({ code: regencyNumber(each.formerCode), region: regencyNumber(each.code) }))
		.filter(({ code }) => !taken.has(code));
	return [...today, ...former];
}
