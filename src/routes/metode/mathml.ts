/** An element of MathML, which browsers draw by themselves. */
export interface MathNode {
	tag: string;
	/** Text of a leaf, or the elements inside. */
	inside: string | readonly MathNode[];
}

/** Part of a formula: an element, or text of which letters, numbers and signs are told apart. */
export type MathPart = MathNode | string;

const LETTERS = /^\p{L}+$/u;
const NUMBER = /^[\d.,]+$/;

/** Parts beside each other. Text is split at blanks; words that stand for more are set in `words`. */
export function row(...parts: readonly MathPart[]): MathNode {
	return { tag: 'mrow', inside: parts.flatMap(nodesOf) };
}

export function fraction(above: MathPart, below: MathPart): MathNode {
	return { tag: 'mfrac', inside: [row(above), row(below)] };
}

export function sub(letter: MathPart, below: MathPart): MathNode {
	return { tag: 'msub', inside: [row(letter), row(below)] };
}

export function power(base: MathPart, exponent: MathPart): MathNode {
	return { tag: 'msup', inside: [row(base), row(exponent)] };
}

export function root(of: MathPart): MathNode {
	return { tag: 'msqrt', inside: [row(of)] };
}

/** The sum over all of what a letter names. */
export function sum(over: MathPart): MathNode {
	return { tag: 'munder', inside: [leaf('mo', '∑'), row(over)] };
}

function nodesOf(part: MathPart): MathNode[] {
	if (typeof part !== 'string') return [part];
	return part
		.split(' ')
		.filter(Boolean)
		.map((piece) => {
			if (NUMBER.test(piece)) return leaf('mn', piece);
			return leaf(LETTERS.test(piece) ? 'mi' : 'mo', piece);
		});
}

function leaf(tag: string, text: string): MathNode {
	return { tag, inside: text };
}
