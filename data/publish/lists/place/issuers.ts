import type { Issuer } from '$lib/lists/sql';
import type { RegionReference } from '$lib/read/region';

/** A Kemendagri code of a regency as a number: `32.01` → 3201. */
export function regionNumber(code: string): number {
	return Number(code.replace('.', ''));
}

/** Codes of regencies that a NIK may begin with: today's, and those that some bore before. */
export function issuersOf({ regions, formerCodes }: RegionReference): Issuer[] {
	const today = regions
		.filter(({ level }) => level === 'regency')
		.map(({ code }) => ({ code: regionNumber(code), region: regionNumber(code) }));
	const taken = new Set(today.map(({ code }) => code));
	const former = formerCodes
		.filter(({ system }) => system === 'kemendagri')
		.map((each) => ({ code: regionNumber(each.formerCode), region: regionNumber(each.code) }))
		.filter(({ code }) => !taken.has(code));
	return [...today, ...former];
}
