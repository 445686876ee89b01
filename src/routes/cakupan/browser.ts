import type { AttachOptions, DatasetLocation } from '$lib/engine/engine';
import { sharedEngine } from '$lib/engine/shared';
import type { Locale } from '$lib/model';
import type { CoverageView } from '$lib/state/coverage-view';
import type { CoverageAnswer } from './answer';
import type { CoverageContext } from './context';
import { coverageAnswer } from './view';

/** Answers a view with DuckDB in the browser. Loaded, like DuckDB itself, on first need. */
export async function answerInBrowser(
	view: CoverageView,
	context: CoverageContext,
	locale: Locale,
	dataset: DatasetLocation,
	options: AttachOptions
): Promise<CoverageAnswer> {
	const engine = await sharedEngine();
	await engine.attach(dataset, options);
	const narrow = matchMedia('(max-width: 40rem)').matches;
	return coverageAnswer(view, { engine, context, locale, options, narrow });
}
