import { tick } from 'svelte';
import { goto } from '$app/navigation';
import { navigating, page } from '$app/state';
import { whenIdle } from '$lib/schedule/idle';

/** Milliseconds after which the address is written, also where the answer is not on screen yet. */
const LATE = 120;

/**
 * What the reader has chosen and the address does not say yet. A page follows a choice at once; the
 * address follows the answer, because whatever hangs on it is drawn anew, and would be in the answer's way.
 */
export class Ahead<Choice> {
	#choice = $state.raw<Choice | null>(null);
	#written: Promise<unknown> = Promise.resolve();

	/** The choice that goes before the address; null where the address says it all. */
	get choice(): Choice | null {
		return this.#choice;
	}

	/**
	 * Takes a choice, and puts it into the address; "back" undoes it.
	 * @param search with its question mark, or empty
	 * @param answered gives the end of the answer that the choice has begun
	 * @param passing takes the place of the address before it, so that "back" undoes both
	 */
	async choose(
		choice: Choice,
		search: string,
		answered: () => Promise<unknown>,
		passing = false
	): Promise<void> {
		const { pathname } = page.url;
		this.#choice = choice;
		// Whatever hangs on the choice has asked by then.
		await tick();
		// An answer that fails is told by whoever asked; what was chosen stands in the address all the same.
		const shown = Promise.race([answered().then(painted, () => undefined), wait(LATE)]);
		// One after another, so that the address ends with the last one.
		const written = Promise.all([this.#written, shown]).then(async () => {
			// Where the reader is leaving for another page, nobody calls back.
			if (page.url.pathname === pathname && navigating.to === null)
				await goto(`${pathname}${search}`, {
					keepFocus: true,
					noScroll: true,
					replaceState: passing
				});
		});
		this.#written = written.catch(() => undefined);
		try {
			await written;
		} finally {
			if (this.#choice === choice) this.#choice = null;
		}
	}
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const painted = () => new Promise<void>((resolve) => void whenIdle(resolve));
