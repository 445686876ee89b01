import type { CodeSystem } from '$lib/read/region';

/** A written code cut to its regency. */
export interface CutCode {
	code: string;
	/** Digits alone, which either system may have written. */
	bare: boolean;
	/** The system that the form of the code tells. */
	tells: CodeSystem | null;
}

const SYSTEM_BY_LENGTH: ReadonlyMap<number, CodeSystem> = new Map([
	[6, 'kemendagri'],
	[7, 'bps']
]);

/**
 * Cuts codes of sub-districts and villages to their regency: `32.01.05.2001` → `32.01`,
 * `3201052001` → `3201`. Six digits are a sub-district of Kemendagri, seven one of BPS. A code of
 * two digits beside a province code is the rest of the regency's.
 */
export function cutCode(text: string, province: string): CutCode {
	// A spreadsheet adds an apostrophe to keep a code as text, and `.0` to a whole number.
	const code = text.replace(/^'/, '').replace(/^(\d{2,})\.0+$/, '$1');
	const dotted = /^(\d{2})[.\-/ ](\d{2})(?:[.\-/ ]\d+)*$/.exec(code);
	if (dotted) return { code: `${dotted[1]}.${dotted[2]}`, bare: false, tells: 'kemendagri' };
	if (/^\d{6}(\d|\d{4}|\d{7}|\d{9})?$/.test(code))
		return { code: code.slice(0, 4), bare: true, tells: SYSTEM_BY_LENGTH.get(code.length) ?? null };
	const home = /^'?(\d{2})(\.0+)?$/.exec(province)?.[1];
	if (home !== undefined && /^\d{1,2}$/.test(code))
		return { code: `${home}${code.padStart(2, '0')}`, bare: true, tells: null };
	return { code, bare: /^\d+$/.test(code), tells: null };
}
