import { findAccounts } from './accounts';
import { findAddresses } from './addresses';
import type { TextForm } from './alone';
import { findEmails, findPhones } from './contacts';
import type { Finding, Span } from './finding';
import { findPersonNumbers } from './numbers';
import type { Issuers } from './person-number';

export interface FindOptions {
	issuers: Issuers;
	/** `text` where nothing is said. */
	form?: TextForm;
	/** E-mail addresses in lower case that may stand there. */
	allowed?: ReadonlySet<string>;
}

/**
 * Identifiers of people in a text, by their pattern: NIK and No KK with a calendar check, mobile
 * numbers, e-mail addresses, account numbers, home addresses. Names have no pattern: see
 * `identifierColumn` and `checkCodes`.
 * @returns kind and place of each, in the order of the text; never what it says
 */
export function findIdentifiers(text: string, options: FindOptions): Finding[] {
	const { issuers, form = 'text', allowed } = options;
	const spans = [
		...findPersonNumbers(text, issuers, form),
		...findAccounts(text, form),
		...findPhones(text, form),
		...findEmails(text, form, allowed),
		...findAddresses(text, form)
	];
	return apart(spans).map(({ kind, position, length }) => ({ kind, position, length }));
}

/** Without those that stand on characters of an earlier kind: a NIK after "KKS" is one finding. */
function apart(spans: readonly Span[]): Span[] {
	const kept: Span[] = [];
	let furthest = 0;
	const order = new Map(spans.map((each, index) => [each, index]));
	const sorted = [...spans].sort(
		(a, b) => a.position - b.position || (order.get(a) ?? 0) - (order.get(b) ?? 0)
	);
	for (const each of sorted) {
		if (kept.length > 0 && each.position < furthest) continue;
		kept.push(each);
		furthest = each.end;
	}
	return kept;
}
