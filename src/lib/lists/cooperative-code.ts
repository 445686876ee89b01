const LONGEST = 24;
const MOST_LETTERS = 10;
/** A run of digits that is shorter than any phone, account or person number. */
const MOST_DIGITS_BARE = 8;
const MOST_DIGITS_WITH_LETTERS = 10;

/**
 * The code of a cooperative as it may be published: the office's own where it looks like a code, and
 * null where it could be a name, a NIK, a phone or an account number.
 */
export function publishableCode(text: string): string | null {
	const code = text.trim().toUpperCase();
	if (!/^[A-Z0-9][A-Z0-9./-]*$/.test(code) || code.length > LONGEST) return null;
	const bare = code.replace(/[./-]/g, '');
	const letters = bare.replace(/[0-9]/g, '').length;
	const run = Math.max(0, ...bare.split(/[A-Z]+/).map((digits) => digits.length));
	const most = letters === 0 ? MOST_DIGITS_BARE : MOST_DIGITS_WITH_LETTERS;
	return letters < bare.length && letters <= MOST_LETTERS && run <= most ? code : null;
}

/** What a name is disguised by where it cannot be published: HMAC(K_id, this). */
export function cooperativeMessage(name: string): string {
	return `cooperative|${name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()}`;
}
