import { askingInBrowser } from '$lib/answer/browser';
import type { AttachOptions, DatasetLocation } from '$lib/engine/engine';
import type { Locale } from '$lib/model';
import type { Filters } from '$lib/state/filters';
import type { CompareAnswer } from './answer';
import type { CompareContext } from './context';
import { compareAnswer } from './view';

/** Answers filters with DuckDB in the browser. Loaded, like DuckDB itself, on first need. */
export async function answerInBrowser(
	filters: Filters,
	context: CompareContext,
	locale: Locale,
	dataset: DatasetLocation,
	options: AttachOptions
): Promise<CompareAnswer> {
	const asking = await askingInBrowser(context, dataset, locale, options);
	return compareAnswer(filters, { ...asking, context });
}
