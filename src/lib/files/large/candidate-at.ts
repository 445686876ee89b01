/**
 * Where the scanner might find something: at sixteen digits with or without separators, a mobile
 * number's beginning, an at sign, a word that announces an account. Wider than what is then found. A
 * table of steps instead of a pattern, because every letter of a large file goes by here.
 */
const MOBILE = /(?:62|0062|0)8(?:[ .-]?\d){7}|62[ .-]8(?:[ .-]?\d){7}/y;
/** As long as a person's number. */
const DIGITS = 16;

/**
 * Kinds of letters, of which most end what has gone by; those of words for an account (`rek`, `kks`,
 * `acc`) are kinds of their own.
 */
const KINDS = ['other', 'digit', 'nought', 'six', 'separator', '_', '@', ...'acekrs'];
type Kind = (typeof KINDS)[number];
const BEGINNINGS = ['r', 're', 'k', 'kk', 'a', 'ac'];
const WORDS = ['rek', 'kks', 'acc'];

const BEYOND_ASCII = new Set([...'\u00a0\u2010\u2011\u202f'].map((letter) => letter.charCodeAt(0)));

function kindOf(letter: string): Kind {
	if (letter === '0') return 'nought';
	if (letter === '6') return 'six';
	if (/\d/.test(letter)) return 'digit';
	if (' .-/'.includes(letter)) return 'separator';
	if (KINDS.includes(letter.toLowerCase())) return letter.toLowerCase();
	return 'other';
}

/** What has gone by: digits so far and whether the last letter was one, or the beginning of a word. */
type State = { digits: number; last: boolean } | { word: string };
const STATES: readonly State[] = [
	{ digits: 0, last: false },
	...Array.from({ length: DIGITS - 1 }, (_, more) => [
		{ digits: more + 1, last: true },
		{ digits: more + 1, last: false }
	]).flat(),
	...BEGINNINGS.map((word) => ({ word }))
];

/** ASCII: a state's letters stand in one row of the table, and a state is where its row begins. */
const WIDTH = 128;
/** Something is found, whatever follows; or: whether it is a mobile number is to be looked at. */
const FOUND = 1 << 15;
const LOOK = 1 << 14;

function stateNumber(wanted: State): number {
	const written = JSON.stringify(wanted);
	return WIDTH * STATES.findIndex((state) => JSON.stringify(state) === written);
}

function after(state: State, kind: Kind): number {
	const { digits, last } = 'word' in state ? { digits: 0, last: false } : state;
	const start = stateNumber({ digits: 0, last: false });
	switch (kind) {
		case 'digit':
		case 'nought':
		case 'six': {
			if (digits + 1 === DIGITS) return FOUND;
			const next = stateNumber({ digits: digits + 1, last: true });
			return kind === 'digit' || last ? next : next | LOOK;
		}
		case 'separator':
			return last ? stateNumber({ digits, last: false }) : start;
		case '_':
			return digits > 0 ? stateNumber({ digits, last: false }) : start;
		case '@':
			return FOUND;
		case 'other':
			return start;
		default: {
			const word = `${'word' in state ? state.word : ''}${kind}`;
			if (WORDS.some((whole) => word.endsWith(whole))) return FOUND;
			// The longest end of it with which a word begins.
			const begun = [word.slice(-2), kind].find((end) => BEGINNINGS.includes(end));
			return begun === undefined ? start : stateNumber({ word: begun });
		}
	}
}

const NEXT = new Uint16Array(STATES.length * WIDTH);
STATES.forEach((state, from) => {
	const byKind = new Map(KINDS.map((kind) => [kind, after(state, kind)]));
	for (let code = 0; code < WIDTH; code += 1)
		NEXT[from * WIDTH + code] = byKind.get(kindOf(String.fromCharCode(code))) ?? 0;
});

const SPACE = ' '.charCodeAt(0);
/** A letter that ends what has gone by, in place of those beyond ASCII. */
const OTHER = 'x'.charCodeAt(0);

/** The place of a letter at which the scanner might find something, from a place on; -1 where it cannot. */
export function candidateAt(text: string, from: number): number {
	let state = 0;
	for (let at = from; at < text.length; at += 1) {
		let code = text.charCodeAt(at);
		if (code >= WIDTH) code = BEYOND_ASCII.has(code) ? SPACE : OTHER;
		state = NEXT[state + code] ?? 0;
		if (state >= LOOK) {
			if (state === FOUND) return at;
			MOBILE.lastIndex = at;
			if (MOBILE.test(text)) return at;
			state &= ~LOOK;
		}
	}
	return -1;
}
