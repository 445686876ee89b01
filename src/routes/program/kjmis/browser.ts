import { askingInBrowser } from '$lib/answer/browser';
import type { ExtractContext } from '$lib/answer/context';
import type { AttachOptions, DatasetLocation } from '$lib/engine/engine';
import type { Locale } from '$lib/model';
import type { Filters } from '$lib/state/filters';
import type { KjmisAnswer } from './answer';
import { kjmisAnswer } from './view';

/** Answers filters with DuckDB in the browser. Loaded, like DuckDB itself, on first need. */
export async function answerInBrowser(
	filters: Filters,
	context: ExtractContext,
	locale: Locale,
	dataset: DatasetLocation,
	options: AttachOptions
): Promise<KjmisAnswer> {
	return kjmisAnswer(filters, await askingInBrowser(context, dataset, locale, options));
}
