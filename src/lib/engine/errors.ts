/** Everything that can go wrong between a question and its answer. Shown by one component. */
export type EngineProblem =
	| { kind: 'offline'; file: string }
	| { kind: 'missing_file'; file: string; status: number }
	| { kind: 'out_of_memory' }
	| { kind: 'bad_sql'; detail: string }
	| { kind: 'bad_file'; file: string; reason: 'hash' | 'truncated' | 'format'; detail: string }
	| { kind: 'extract_too_new'; found: number; supported: number }
	| { kind: 'extract_changed'; expected: string; found: string }
	| { kind: 'worker_lost' }
	| { kind: 'unsupported_browser'; detail: string }
	| { kind: 'aborted' };

export class EngineError extends Error {
	override readonly name = 'EngineError';

	constructor(
		readonly problem: EngineProblem,
		options?: ErrorOptions
	) {
		super(problem.kind, options);
	}
}
