import type { AttachOptions, DatasetLocation } from '$lib/engine/engine';
import { sharedEngine } from '$lib/engine/shared';
import type { Locale } from '$lib/model';
import type { KmpAnswer } from './answer';
import { type KmpContext, partOf } from './context';
import { kmpAnswer } from './view';

/** Answers for a place with DuckDB in the browser. Loaded, like DuckDB itself, on first need. */
export async function answerInBrowser(
	place: string,
	context: KmpContext,
	locale: Locale,
	dataset: DatasetLocation,
	options: AttachOptions
): Promise<KmpAnswer> {
	const engine = await sharedEngine();
	await engine.attach(dataset, options);
	async function groupsOf(wanted: string): Promise<string> {
		const part = partOf(wanted, context);
		if (part === null) return dataset.id;
		const id = `${dataset.id}_${part}`;
		await engine.attach({ ...dataset, id, file: `${part}.duckdb` }, options);
		return id;
	}
	return kmpAnswer(place, { engine, context, locale, options, groupsOf });
}
