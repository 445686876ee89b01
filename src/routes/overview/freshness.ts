import type { ListKind } from '$lib/model';
import { type ListReports, type Reports, countOf, isNever } from '../data/reports';

/** How fresh and how complete one list is. */
export interface ListFreshness {
	list: ListKind;
	/** Districts whose last month has come, and those of which every month has. */
	fresh: number;
	complete: number;
	/** Districts that never sent it. */
	never: number;
	total: number;
}

/** A district of which something has not come: each list's last month that has, and what lacks. */
export interface DistrictFreshness {
	region: string;
	name: string;
	lists: { list: ListKind; last: string | null; lacking: number }[];
}

export interface Freshness {
	lists: ListFreshness[];
	/** Most is lacking first. */
	behind: DistrictFreshness[];
	/** Districts of which all has come. */
	complete: number;
}

/** Reports of all lists, seen by district. */
export function freshnessOf({ months, lists }: Reports): Freshness {
	const regions = new Map<string, DistrictFreshness>();
	for (const { list, behind, complete } of lists)
		for (const { region, name, states } of [...behind, ...complete]) {
			const known = regions.get(region) ?? { region, name, lists: [] };
			regions.set(region, known);
			known.lists.push({
				list,
				last: months[states.lastIndexOf('r')] ?? null,
				lacking: states.length - countOf(states, 'r')
			});
		}
	const all = [...regions.values()];
	const lacking = (one: DistrictFreshness) =>
		one.lists.reduce((sum, list) => sum + list.lacking, 0);
	const behind = all
		.filter((one) => lacking(one) > 0)
		.sort((a, b) => lacking(b) - lacking(a) || (a.region < b.region ? -1 : 1));
	return { lists: lists.map(ofList), behind, complete: all.length - behind.length };
}

function ofList({ list, behind, complete }: ListReports): ListFreshness {
	return {
		list,
		fresh: complete.length + behind.filter(({ states }) => states.endsWith('r')).length,
		complete: complete.length,
		never: behind.filter(isNever).length,
		total: behind.length + complete.length
	};
}
