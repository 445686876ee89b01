import type { EngineProblem } from '../errors';

/** What can go wrong with a reader's own script, beside what can go wrong with any question. */
export type AskProblem =
	| EngineProblem
	/** A statement of a kind that is not run here: `COPY`, `ATTACH`. */
	| { kind: 'refused'; word: string }
	/** The limit of time was reached; the reader may raise it. */
	| { kind: 'time_limit'; seconds: number }
	/** No statement stands in the script. */
	| { kind: 'empty' };

/** A script that ended early, and which of its statements it was. */
export class AskError extends Error {
	override readonly name = 'AskError';

	/** @param at where the statement begins in the script, in UTF-16 units; null where none is to blame */
	constructor(
		readonly problem: AskProblem,
		readonly at: number | null,
		options?: ErrorOptions
	) {
		super(problem.kind, options);
	}
}
