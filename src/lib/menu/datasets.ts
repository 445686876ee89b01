import type { AskedQuery } from '$lib/engine/asked';
import { httpFiles } from '$lib/engine/http';
import { type Manifest, databaseOf, parseManifest } from '$lib/engine/manifest';
import { type StatedProtection, asComputed } from '$lib/protect/manifest';
import { type AttachedFile, schemasIn } from '$lib/export/filled-sql';

/** A dataset that a chart rests on, as it stands on the site now. */
export interface UsedDataset extends Pick<Manifest, 'id' | 'contentHash' | 'period' | 'kind'> {
	/** How its counts are protected, where it is made from lists. */
	protection: StatedProtection | null;
	/** Its files that the chart's queries read. */
	files: readonly AttachedFile[];
}

/**
 * The datasets that queries read. A file beside a dataset's first is attached under the dataset's name
 * and its own, `demo_32`, and never without the first.
 * @throws EngineError `offline`, `missing_file`, `bad_file`
 */
export async function datasetsOf(queries: readonly AskedQuery[]): Promise<UsedDataset[]> {
	const schemas = schemasIn(queries);
	const isPart = (schema: string, id: string) => schema.startsWith(`${id}_`);
	const ids = schemas.filter((schema) => !schemas.some((other) => isPart(schema, other)));
	return Promise.all(
		ids.map(async (id) => {
			const manifest = await manifestOf(id);
			const file = (schema: string, name: string): AttachedFile => ({
				schema,
				name,
				address: new URL(`/extract/${id}/${name}`, location.href).href
			});
			return {
				id,
				contentHash: manifest.contentHash,
				period: manifest.period,
				kind: manifest.kind,
				protection: asComputed(manifest)?.protection ?? null,
				files: [
					file(id, databaseOf(manifest).path),
					...schemas
						.filter((schema) => isPart(schema, id))
						.map((schema) =>
							file(schema, databaseOf(manifest, `${schema.slice(id.length + 1)}.duckdb`).path)
						)
				]
			};
		})
	);
}

/**
 * What a dataset of the site says of itself now.
 * @throws EngineError as {@link datasetsOf}
 */
export async function manifestOf(id: string): Promise<Manifest> {
	const address = `/extract/${id}/manifest.json`;
	return parseManifest(await httpFiles().text(address), address);
}
