import { stopIfAborted } from './errors';

/** Runs tasks one after another, in the order in which they came; an aborted one never starts. */
export class Line {
	#last: Promise<unknown> = Promise.resolve();

	run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
		const turn = this.#last.then(() => {
			stopIfAborted(signal);
			return task();
		});
		this.#last = turn.catch(() => undefined);
		return turn;
	}
}
