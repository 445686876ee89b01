import type { NamedOutlines } from '$lib/chart/ground/outlines';
import type { Ring } from '$lib/chart/model';
import { EngineError, stopIfAborted } from '$lib/engine/errors';
import { httpFiles } from '$lib/engine/http';
import { programOffline } from '$lib/engine/program-offline';
import type { Asking } from './context';

/** Where a boundary file stands on the site. */
const BOUNDARIES = '/boundaries.json';

/**
 * The coastline, loaded with the first map that is drawn on it.
 * @throws EngineError `offline` where it cannot be loaded
 */
export async function coastLater(): Promise<readonly Ring[]> {
	const { coast } = await import('$lib/chart/ground/coast').catch(programOffline);
	return coast();
}

let known: { hash: string; outlines: NamedOutlines } | null = null;

/**
 * The boundaries that the page was built with, fetched with the first map that is drawn in them.
 * @throws EngineError where they cannot be had, or are not what `npm run boundaries` writes
 */
export async function outlinesLater({ context, options }: Asking): Promise<NamedOutlines> {
	const hash = context.boundaries?.hash ?? '';
	if (known?.hash === hash) return known.outlines;
	const { readOutlines } = await import('$lib/chart/ground/outlines').catch(programOffline);
	const text = await httpFiles(options.signal).text(`${BOUNDARIES}?${hash}`);
	stopIfAborted(options.signal);
	const outlines = readOutlines(text);
	if (outlines === null)
		throw new EngineError({ kind: 'bad_file', file: BOUNDARIES, reason: 'format', detail: '' });
	known = { hash, outlines };
	return outlines;
}
