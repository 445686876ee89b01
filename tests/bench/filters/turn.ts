import type { Page } from '@playwright/test';
import { ANSWER, SELECTS } from './pages';

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function randomNumbers(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/**
 * Chooses one of the filters and one of its values, as a reader would, and waits for the answer.
 * @param which two numbers from 0 to 1: which filter, and which of its values
 * @returns milliseconds from the choice until the answer to it was painted; null where there was
 * nothing to ask (the answer to no filter came with the page)
 */
export function turn(page: Page, which: readonly [number, number]): Promise<number | null> {
	return page.evaluate(
		({ which: [filter, value], selects, answer }) =>
			new Promise<number | null>((resolve, reject) => {
				const all = [...document.querySelectorAll<HTMLSelectElement>(selects)];
				const select = all[Math.floor(filter * all.length)];
				const shown = document.querySelector(answer);
				if (!select || !shown) return reject(new Error('no filters on the page'));
				const others = [...select.options].filter(
					(option) => !option.disabled && option.value !== select.value
				);
				const option = others[Math.floor(value * others.length)];
				if (!option) return resolve(null);
				let asked = false;
				let quiet = 0;
				let done = false;
				const observer = new MutationObserver(() => {
					if (shown.getAttribute('aria-busy') === 'true') {
						asked = true;
						return;
					}
					if (!asked) return;
					done = true;
					observer.disconnect();
					requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
				});
				observer.observe(shown, { attributeFilter: ['aria-busy'] });
				/** Nothing asked for ten frames: the page knew the answer. */
				const watch = () => {
					if (asked || done) return;
					quiet += 1;
					if (quiet < 10) return void requestAnimationFrame(watch);
					observer.disconnect();
					resolve(null);
				};
				const began = performance.now();
				select.value = option.value;
				select.dispatchEvent(new Event('change', { bubbles: true }));
				requestAnimationFrame(watch);
			}),
		{ which, selects: SELECTS, answer: ANSWER }
	);
}
