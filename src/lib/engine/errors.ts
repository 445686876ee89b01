/** Everything that can go wrong between a question and its answer. Shown by one component. */
export type EngineProblem =
	| { kind: 'offline'; file: string }
	/** A part of the page's own program; browsers fetch it again for a new page only. */
	| { kind: 'program_offline' }
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

/** What DuckDB threw, as one of ours. Its own words are kept as the detail of a bad statement. */
export function fromDuckDB(cause: unknown): EngineError {
	if (cause instanceof EngineError) return cause;
	const detail = cause instanceof Error ? cause.message : String(cause);
	if (/out of memory|allocation fail|could not allocate/i.test(detail)) {
		return new EngineError({ kind: 'out_of_memory' }, { cause });
	}
	return new EngineError({ kind: 'bad_sql', detail }, { cause });
}

/** @throws EngineError `aborted` where the signal has been given */
export function stopIfAborted(signal: AbortSignal | undefined): void {
	if (signal?.aborted) throw new EngineError({ kind: 'aborted' });
}

/** The promise, or `aborted` as soon as the signal is given, whichever comes first. */
export function orAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
	if (!signal) return promise;
	return new Promise((resolve, reject) => {
		const stop = () => reject(new EngineError({ kind: 'aborted' }));
		if (signal.aborted) stop();
		signal.addEventListener('abort', stop, { once: true });
		promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
	});
}
