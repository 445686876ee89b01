import { type CodeRules, codeRules } from '$lib/protect/scan/codes';
import { type Issuers, issuersOf } from '$lib/protect/scan/person-number';
import { loadReference } from '../../reference/load';

/** What the reference tables tell the scanner. */
export interface Known {
	issuers: Issuers;
	rules: CodeRules;
	/** E-mail addresses in lower case that stand in the programs of others. */
	authors: readonly string[];
}

/** In the licence of a SHA library that DuckDB's browser worker carries: it has to stay there. */
const AUTHORS = ['emn178@gmail.com'];

/** Regencies of today, and those whose numbers people still carry; codes that may be published. */
export function loadKnown(): Known {
	const { regions, formerCodes, priorityLists } = loadReference();
	const today = regions.filter(({ level }) => level === 'regency').map(({ code }) => code);
	const former = formerCodes.filter(({ system }) => system === 'kemendagri');
	return {
		authors: AUTHORS,
		issuers: issuersOf([...today, ...former.map(({ formerCode }) => formerCode)]),
		rules: codeRules({
			regions: new Set(regions.map(({ code }) => code)),
			lists: new Set(priorityLists.map(({ id }) => id))
		})
	};
}
