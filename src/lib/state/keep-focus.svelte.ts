import { onMount, tick } from 'svelte';

/** A chart that keys walk through, by what names it: drawn anew it has the same name. */
const CHART = '[role="application"]';

/**
 * Keeps the reader's place on a page of filters. A chart goes away where its dimension is chosen, a chip
 * where "back" undoes it, and "back" itself takes the focus from whatever had it: it is given back, or
 * goes to what took the place. Called while a component is set up.
 * @param settled what is on screen, changed whenever that changes; undefined while a question is worked on
 * @param next what takes the place of something that is gone
 */
export function keepFocus(settled: () => unknown, next: () => HTMLElement | null): void {
	let at: HTMLElement | null = null;
	/** The chart that the reader last walked through. */
	let chart: string | null = null;
	let byKeys = false;
	/** Whether what is on screen is one of before, and not what the reader has chosen since. */
	let back = false;

	const chartOf = (name: string | null) =>
		name === null
			? null
			: document.querySelector<HTMLElement>(`${CHART}[aria-labelledby="${CSS.escape(name)}"]`);

	function focusin({ target }: FocusEvent): void {
		// "Back" puts the focus onto the body of the page, once all else is done.
		if (target === document.body && back) void restore();
		if (!(target instanceof HTMLElement) || target === document.body) return;
		at = target;
		chart = target.closest(CHART)?.getAttribute('aria-labelledby') ?? chart;
	}

	async function restore(): Promise<void> {
		await tick();
		if (at === null || settled() === undefined || document.activeElement !== document.body) return;
		const there = at.isConnected && at.getClientRects().length > 0;
		const drawnAnew = back || at.matches(CHART) ? chartOf(chart) : null;
		// A reader who points is looking somewhere already: the page does not jump.
		(there ? at : (drawnAnew ?? next()))?.focus({ preventScroll: there || !byKeys });
	}

	$effect(() => {
		if (settled() !== undefined) void restore();
	});
	onMount(() => {
		const keydown = () => {
			byKeys = true;
			back = false;
		};
		const pointerdown = () => {
			byKeys = false;
			back = false;
			// Whoever points at nothing wants the focus nowhere.
			at = null;
		};
		const popstate = () => (back = true);
		addEventListener('popstate', popstate);
		document.addEventListener('focusin', focusin);
		document.addEventListener('keydown', keydown, true);
		document.addEventListener('pointerdown', pointerdown, true);
		return () => {
			removeEventListener('popstate', popstate);
			document.removeEventListener('focusin', focusin);
			document.removeEventListener('keydown', keydown, true);
			document.removeEventListener('pointerdown', pointerdown, true);
		};
	});
}
