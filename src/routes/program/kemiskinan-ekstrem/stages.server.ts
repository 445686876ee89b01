import { type RegionCode, provinceOf } from '$lib/model';
import { type StageRow, stages } from '$lib/query/computed/stages';
import { publishedStages as askedStages } from '$lib/query/stages';
import { type Catalogue, need } from '../../catalogue.server';
import { askSite, computedExtracts } from '../../dataset.server';
import { stageMatrix } from './stage-matrix';

interface Place {
	code: RegionCode;
	name: string;
	province: string;
}

/** The stages that sources state; null where none does. */
export async function publishedStages(list: readonly Place[], names: Catalogue) {
	const rows = await askSite(askedStages());
	if (rows.length === 0) return null;
	const matrix = stageMatrix(placesOf(list, rows, names), rows);
	const ids = [...new Set(rows.map(({ sourceId }) => sourceId))];
	return {
		matrix,
		staged: [...new Set(rows.map(({ region }) => region))],
		sources: ids.map((id) => ({ id, publisher: need(names.sources, id).publisher }))
	};
}

/**
 * The stages that the first extract knows of, an office's own before the demo's: of all districts of
 * the list, and of others that it knows. Null where it knows of none.
 */
export async function extractStages(list: readonly Place[], names: Catalogue) {
	const [manifest] = computedExtracts();
	if (!manifest) return null;
	const rows = await askSite(stages(manifest.id), manifest.id);
	if (rows.length === 0) return null;
	const matrix = stageMatrix(placesOf(list, rows, names), rows);
	return { kind: manifest.kind, matrix };
}

function placesOf(list: readonly Place[], rows: readonly StageRow[], names: Catalogue): Place[] {
	const listed = new Set(list.map(({ code }) => code));
	const others = [...new Set(rows.map(({ region }) => region))].filter((code) => !listed.has(code));
	return [
		...list,
		...others.map((code) => ({
			code,
			name: need(names.regions, code).name,
			province: need(names.regions, provinceOf(code)).name
		}))
	];
}
