import { standsAlone, type TextForm } from './alone';
import { type Span, span } from './finding';

/** Mobile numbers: a national or international beginning, an operator, and the rest in groups or not. */
const MOBILE = /(?<![\dA-Za-z])(\+62[ .-]?|0062|62|0)(8\d{1,3})((?:[ .-]?\d{2,5}){1,4})(?!\d)/g;
const EMAIL =
	/[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\.){1,6}[A-Za-z]{2,24}(?![A-Za-z0-9])/g;

/** Mobile numbers of 10 to 13 digits, counted from the zero. Landlines belong to offices. */
export function findPhones(text: string, form: TextForm): Span[] {
	if (form === 'bytes') return [];
	const found: Span[] = [];
	for (const match of text.matchAll(MOBILE)) {
		const { 0: whole, 1: beginning = '', 2: operator = '', 3: rest = '', index } = match;
		const digits = 1 + operator.length + rest.replace(/\D/g, '').length;
		if (digits < 10 || digits > 13) continue;
		const international = beginning.startsWith('+');
		// Without the plus sign, 62 8… may as well be an amount: only digits in a row, and no round ones.
		if (beginning === '62' && (/\D/.test(rest) || rest.endsWith('000'))) continue;
		if (form === 'code' && !international && /\D/.test(rest)) continue;
		const end = index + whole.length;
		if (/[A-Za-z]/.test(text[end] ?? '') || isInsideKey(text, index)) continue;
		if (standsAlone(text, index, end, form)) found.push(span('phone', index, whole.length));
	}
	return found;
}

/** The last group of an identifier of a machine: `4f2a-081234567890`. */
function isInsideKey(text: string, start: number): boolean {
	return text[start - 1] === '-' && /[0-9a-f]/i.test(text[start - 2] ?? '');
}

/** Names that end like an address of a person but are files, or are set aside for examples (RFC 2606). */
const NOBODY =
	/\.(?:png|jpe?g|gif|webp|svg|css|m?js|ts|json|wasm|map|example|test|invalid|localhost)$|@(?:.*\.)?example\.(?:com|org|net)$/i;

/** @param allowed addresses in lower case that may be published, such as an office's own */
export function findEmails(
	text: string,
	form: TextForm,
	allowed: ReadonlySet<string> = new Set()
): Span[] {
	if (form === 'bytes') return [];
	return [...text.matchAll(EMAIL)]
		.filter(([address]) => !NOBODY.test(address) && !allowed.has(address.toLowerCase()))
		.map(({ 0: address, index }) => span('email', index, address.length));
}
