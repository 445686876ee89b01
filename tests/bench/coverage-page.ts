import type { Page } from '@playwright/test';

/** Where the coverage page is touched and read. A change of its markup changes these lines alone. */
export const COVERAGE = {
	address: '/cakupan/',
	figure: 'main data',
	chart: 'main figure svg',
	/** Steps to the year before and after. */
	yearBefore: '.years button:nth-of-type(1)',
	yearAfter: '.years button:nth-of-type(2)',
	answer: '.answer'
} as const;

/** Milliseconds from the start of the page's load until an element was there and painted. */
export async function paintedAt(page: Page, selector: string): Promise<number> {
	return page.evaluate(
		(wanted) =>
			new Promise<number>((resolve) => {
				const look = () => {
					const [paint] = performance.getEntriesByName('first-contentful-paint');
					const there = document.querySelector(wanted) !== null;
					if (!there || paint === undefined) requestAnimationFrame(look);
					// What the HTML brought is painted with it; what came later, now.
					else resolve(document.readyState === 'complete' ? paint.startTime : performance.now());
				};
				look();
			}),
		selector
	);
}

/**
 * Milliseconds from the touch of a control until the answer to it has been painted: the page has
 * said that it works, has said that it is done, and the frame after that is on the screen.
 */
export async function filter(page: Page, control: string): Promise<number> {
	return page.evaluate(
		({ control, answer }) =>
			new Promise<number>((resolve, reject) => {
				const button = document.querySelector<HTMLButtonElement>(control);
				const shown = document.querySelector(answer);
				if (button === null || button.disabled || shown === null) {
					reject(new Error(`cannot touch ${control}`));
					return;
				}
				let began = 0;
				const observer = new MutationObserver(() => {
					if (shown.getAttribute('aria-busy') === 'true') return;
					observer.disconnect();
					requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
				});
				observer.observe(shown, { attributeFilter: ['aria-busy'] });
				began = performance.now();
				button.click();
			}),
		{ control, answer: COVERAGE.answer }
	);
}
