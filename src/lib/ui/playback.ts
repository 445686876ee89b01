/**
 * Where playback goes first: to the period after the one that is shown, or, from the last, to the first;
 * never to one before there is anything to see.
 * @param begins the first period with anything to see; null where every one has
 */
export function playbackStart(
	periods: readonly string[],
	period: string,
	begins: string | null
): number {
	const place = periods.indexOf(period);
	const first = Math.max(0, begins === null ? 0 : periods.indexOf(begins));
	return place === periods.length - 1 ? first : Math.max(first, place + 1);
}
