import { EngineError, type EngineProblem } from '$lib/engine/errors';
import type { AttachOptions, Progress } from '$lib/engine/engine';

/** Milliseconds within which an answer needs no notice: whatever flashes up for less only disturbs. */
const NOTICED = 120;

type Work<Asked, Answer> = (asked: Asked, options: AttachOptions) => Promise<Answer>;

/**
 * What a page shows, and what the reader has asked for since. The answer on screen is always that of
 * the latest question: an earlier one that comes late is thrown away.
 */
export class LiveAnswer<Asked, Answer> {
	#work: Work<Asked, Answer>;
	#controller: AbortController | null = null;
	#answer = $state.raw() as Answer;
	#busy = $state(false);
	#slow = $state(false);
	#timer: ReturnType<typeof setTimeout> | undefined;
	#stale = $state(false);
	#progress = $state.raw<Progress | null>(null);
	#problem = $state.raw<EngineProblem | null>(null);
	#asked: Asked | null = null;
	#answers = $state.raw<Asked | null>(null);

	/**
	 * @param first the answer that came with the page
	 * @param work answers a question; stops when its signal says so
	 */
	constructor(first: Answer, work: Work<Asked, Answer>) {
		this.#answer = first;
		this.#work = work;
	}

	get answer(): Answer {
		return this.#answer;
	}

	/** What the answer on screen answers; null where it came with the page. */
	get answers(): Asked | null {
		return this.#answers;
	}

	/** True while the latest question is being worked on. */
	get busy(): boolean {
		return this.#busy;
	}

	/** True while the latest question takes so long that the reader is told of it. */
	get slow(): boolean {
		return this.#slow;
	}

	/** True while the answer on screen is not that of the latest question, at work on it or not. */
	get stale(): boolean {
		return this.#stale;
	}

	get progress(): Progress | null {
		return this.#progress;
	}

	get problem(): EngineProblem | null {
		return this.#problem;
	}

	/** Shows an answer that is already at hand. */
	show(answer: Answer): void {
		this.stop();
		this.#problem = null;
		this.#stale = false;
		this.#answer = answer;
		this.#answers = null;
	}

	/** Asks. Settles when the answer, or the problem, is on screen. */
	async ask(asked: Asked): Promise<void> {
		this.stop();
		const controller = new AbortController();
		this.#controller = controller;
		this.#asked = asked;
		this.#busy = true;
		this.#timer = setTimeout(() => (this.#slow = true), NOTICED);
		this.#stale = true;
		this.#problem = null;
		try {
			const answer = await this.#work(asked, {
				signal: controller.signal,
				onProgress: (progress) => {
					if (this.#controller === controller) this.#progress = progress;
				}
			});
			if (this.#controller !== controller) return;
			this.#answer = answer;
			this.#answers = asked;
			this.#stale = false;
		} catch (error) {
			if (this.#controller !== controller) return;
			if (!(error instanceof EngineError)) throw error;
			this.#problem = error.problem;
		} finally {
			if (this.#controller === controller) this.#rest();
		}
	}

	/** Asks the last question once more. */
	async retry(): Promise<void> {
		if (this.#asked !== null) await this.ask(this.#asked);
	}

	/** Ends what is under way; what stands on screen stays. */
	stop(): void {
		this.#controller?.abort();
		this.#rest();
	}

	#rest(): void {
		clearTimeout(this.#timer);
		this.#controller = null;
		this.#busy = false;
		this.#slow = false;
		this.#progress = null;
	}
}
