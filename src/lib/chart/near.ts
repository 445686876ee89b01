/** What is this close to the window, as a part of its height, may be in it at the next touch. */
const MARGIN = '50% 0px';

/**
 * Tells whether an element is in the window or close to it, now and whenever that changes.
 * @returns ends it
 */
export function watchNear(element: Element, tell: (near: boolean) => void): () => void {
	const observer = new IntersectionObserver(
		(entries) => tell(entries.at(-1)?.isIntersecting ?? false),
		{ rootMargin: MARGIN }
	);
	observer.observe(element);
	return () => observer.disconnect();
}
