import { askingInBrowser } from '$lib/answer/browser';
import type { AttachOptions, DatasetLocation } from '$lib/engine/engine';
import { sharedEngine } from '$lib/engine/shared';
import type { Locale } from '$lib/model';
import { type CoverageView, rateOfMeasure } from '$lib/state/coverage-view';
import type { CoverageAnswer } from './answer';
import { type CoverageContext, extractContext } from './context';
import { rateAnswer } from './rate';
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
	const asking = { engine, context, locale, options };
	const rate = rateOfMeasure(view.measure);
	// Rates are offered only where there is an extract to count them in.
	if (rate === null || context.extract === null) return coverageAnswer(view, asking);
	const { extract } = context;
	const lists = await askingInBrowser(
		extractContext(extract, context, locale),
		extract.dataset,
		locale,
		options
	);
	return rateAnswer(rate, view, asking, lists);
}
