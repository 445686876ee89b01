import type { TextForm } from './alone';
import { type Span, span } from './finding';

/** A word that announces an account or a card, and the number that follows it closely. */
const ACCOUNT =
	/\b(?:(?:no(?:mor)?[._ ]*)?(?:rekening|rek\b\.?|norek)|(?:kartu[ _])?kks\b|bank account|account n(?:o\b\.?|umber))([^\d\n]{0,24})(\d(?:[ .-]?\d){9,15})(?!\d)/gi;
const THOUSANDS = /^\d{1,3}(?:[. ]\d{3})+$/;
const YEARS = /^(?:19|20)\d{2}(?:[ .-](?:19|20)\d{2})+$/;
const MONEY = /rp|idr/i;

/** Bank account and card numbers: 10 to 16 digits after a word that says so. */
export function findAccounts(text: string, form: TextForm): Span[] {
	if (form === 'bytes') return [];
	const found: Span[] = [];
	for (const { 0: whole, 1: between = '', 2: number = '', index } of text.matchAll(ACCOUNT)) {
		if (THOUSANDS.test(number) || YEARS.test(number) || MONEY.test(between)) continue;
		found.push(span('account', index + whole.length - number.length, number.length));
	}
	return found;
}
