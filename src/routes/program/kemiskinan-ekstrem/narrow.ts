import { NATION, type PlaceCode, type RegionCode, provinceOf } from '$lib/model';
import type { Locale } from '$lib/i18n/locale';
import type { Filters } from '$lib/state/filters';
import type { PriorityAnswer, PriorityList } from './answer';
import { provinceCoverage } from './province-coverage';
import { regencyBars } from './regency-bars';
import { stagesWithin } from './stage-matrix';

/** What is known of the districts of a list that lie in the chosen places: of all where none is chosen. */
export function priorityAnswer(
	{ places }: Pick<Filters, 'places'>,
	list: PriorityList,
	locale: Locale
): PriorityAnswer {
	const inside = (code: RegionCode) =>
		places.length === 0 || places.some((place) => lies(code, place, list));
	const rows = list.rows.filter(({ code }) => inside(code));
	return {
		rows,
		bars: regencyBars(rows, list.bars, locale),
		coverage: provinceCoverage(rows, new Set(list.staged)),
		published: list.published && stagesWithin(list.published, inside),
		extract: list.extract && stagesWithin(list.extract, inside)
	};
}

function lies(code: RegionCode, place: PlaceCode, list: PriorityList): boolean {
	if (place === list.place) return list.rows.some((row) => row.code === code);
	return place === NATION || place === code || place === provinceOf(code);
}
