import { formatNumber } from '$lib/i18n/format';
import { getLocale } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages';
import { DISTRICT_STAGES, type RegionCode, provinceOf } from '$lib/model';
import { type StageRow, stages } from '$lib/query/computed/stages';
import { publishedStages as askedStages } from '$lib/query/stages';
import { type Catalogue, need } from '../../catalogue.server';
import { askSite, computedExtracts } from '../../dataset.server';
import { type StageMatrix, stageMatrix } from './stage-matrix';
import { stageLabel } from './stage-words';

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
		caption: captionOf(matrix),
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
	return { kind: manifest.kind, matrix, caption: captionOf(matrix) };
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

/** What is seen: how far the last stage with any date has come, and where nothing is known at all. */
function captionOf({ known, districts }: StageMatrix): string {
	const locale = getLocale();
	const last = known.findLastIndex((count) => count > 0);
	const label = (index: number) => {
		const stage = DISTRICT_STAGES[index];
		return stage === undefined ? '' : stageLabel(stage, locale).toLocaleLowerCase(locale);
	};
	const seen = m.extreme_poverty_stages_caption({
		stage: label(last),
		known: formatNumber(known[last] ?? 0, locale),
		total: formatNumber(districts, locale)
	});
	const silent = known.flatMap((count, index) => (count === 0 ? [label(index)] : []));
	if (silent.length === 0) return seen;
	return `${seen} ${m.extreme_poverty_stages_silent({ stages: silent.join(', ') })}`;
}
