/** Does work before anything else that the page has to do, where the browser lets us say so. */
export function soon(work: () => void): void {
	if (!('scheduler' in globalThis)) setTimeout(work);
	else void scheduler.postTask(work, { priority: 'user-blocking' });
}
