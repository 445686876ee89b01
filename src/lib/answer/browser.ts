import type { AttachOptions, DatasetLocation } from '$lib/engine/engine';
import { sharedEngine } from '$lib/engine/shared';
import type { Locale } from '$lib/model';
import { cubesOf, planAhead } from '$lib/query/computed/plan-ahead';
import type { Asking, ExtractContext } from './context';

/**
 * Asks an extract with DuckDB in the browser.
 * @throws EngineError where the engine or the extract cannot be had
 */
export async function askingInBrowser<Context extends ExtractContext>(
	context: Context,
	dataset: DatasetLocation,
	locale: Locale,
	options: AttachOptions
): Promise<Asking & { context: Context }> {
	const engine = await sharedEngine();
	await engine.attach(dataset, options);
	void planAhead(engine, dataset.id, cubesOf(null));
	async function attachPart(part: string): Promise<string> {
		const id = `${dataset.id}_${part}`;
		await engine.attach({ ...dataset, id, file: `${part}.duckdb` }, options);
		void planAhead(engine, id, cubesOf(part));
		return id;
	}
	return { engine, context, locale, options, attachPart };
}
