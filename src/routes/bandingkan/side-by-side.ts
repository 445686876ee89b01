import type { Asking } from '$lib/answer/context';
import type { Filters } from '$lib/state/filters';
import type { CompareAnswer } from './answer';
import type { CompareContext } from './context';
import { comparedPlaces } from './places';
import { type PublishedAnswer, publishedAnswer } from './published';
import { compareAnswer } from './view';

/** What lists tell of the compared places, and, never mixed with it, what sources have published. */
export interface SideBySide extends CompareAnswer {
	published: PublishedAnswer;
}

/** The page's answer to filters: the same code at build, over native DuckDB, and in the browser. */
export async function sideBySide(
	filters: Filters,
	asking: Asking & { context: CompareContext }
): Promise<SideBySide> {
	const { context, locale } = asking;
	const places = comparedPlaces(filters.places, context, locale).map(({ code }) => code);
	const [compared, published] = await Promise.all([
		compareAnswer(filters, asking),
		publishedAnswer(places, context.published, asking)
	]);
	return { ...compared, published };
}
