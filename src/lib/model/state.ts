/**
 * What a figure is. Closed: every figure on a page, in a chart, a table or an export is one of
 * these, and each has its own look and words. Only a `published` or `computed` zero is drawn as zero.
 */
export const FIGURE_STATES = [
	/** Stated by a source, as it stands there. */
	'published',
	/** Worked out: from lists (protected, with bounds) or from published figures, as its definition says. */
	'computed',
	/** From a file that the reader has brought: nobody here has checked it, and nothing publishes it. */
	'own',
	/** From generated lists. Marked wherever it can be seen, copied, printed or exported. */
	'demo',
	'target',
	'projection',
	/** Not published to protect people, usually because it is fewer than ten. */
	'withheld',
	'late',
	/** The lists that it is counted from never came. */
	'not_received',
	/** Of a time at which the programme did not exist: there was nothing to count. */
	'not_begun',
	/** Not in its source, or `...` in a table. */
	'missing',
	/** The source knows it and does not say it. */
	'not_published',
	/** The source says that nobody has counted. */
	'not_counted',
	/** Of another definition than what stands beside it. */
	'not_comparable'
] as const;

export type FigureState = (typeof FIGURE_STATES)[number];

/** States in which a figure carries a value that may be drawn. */
const VALUED: ReadonlySet<FigureState> = new Set([
	'published',
	'computed',
	'own',
	'demo',
	'target',
	'projection',
	'not_comparable'
]);

/** States that a table may carry that others read: a reader's own figures are in none. */
export const PUBLIC_STATES = FIGURE_STATES.filter((state) => state !== 'own');

export function isFigureState(text: string): text is FigureState {
	return (FIGURE_STATES as readonly string[]).includes(text);
}

/** Whether figures of this state have a value at all; the others are words, never a zero. */
export function hasValue(state: FigureState): boolean {
	return VALUED.has(state);
}
