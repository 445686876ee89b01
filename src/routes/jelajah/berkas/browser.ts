import type { AttachOptions, DatasetLocation } from '$lib/engine/engine';
import { sharedEngine } from '$lib/engine/shared';
import type { Figure } from '$lib/model';
import { ask } from '$lib/query/question';
import { widestFigures } from '$lib/query/widest-figures';

/** The published figures of an indicator in all regencies, from DuckDB in the browser. */
export async function publishedInBrowser(
	indicator: string,
	dataset: DatasetLocation,
	options: AttachOptions
): Promise<Figure[]> {
	const engine = await sharedEngine();
	await engine.attach(dataset, options);
	return ask(engine, widestFigures(indicator), options);
}
