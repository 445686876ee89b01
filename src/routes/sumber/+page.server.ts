import { getLocale } from '$lib/i18n/locale';
import { priorityLists } from '$lib/query/priority-lists';
import { type SourceFigure, sourceFigures } from '$lib/query/source-figures';
import { catalogue } from '../catalogue.server';
import { askSite, computedExtracts } from '../dataset.server';
import { listedStates } from './listed-states';
import { groupBySource } from './source-use';

export async function load() {
	const locale = getLocale();
	const names = await catalogue(locale);
	const sources = [...names.sources.values()];
	const figures: SourceFigure[] = [];
	for (const { id } of sources) figures.push(...(await askSite(sourceFigures(id, locale))));
	return {
		sources: groupBySource(sources, figures),
		indicators: [...names.indicators.values()],
		states: listedStates(computedExtracts()),
		lists: await askSite(priorityLists(locale))
	};
}
