import { m } from '$lib/i18n/paraglide/messages';
import type { Locale } from '$lib/model';
import { type CubeMissing, cubeFor } from '$lib/protect/cube-for';
import type { RateDimension } from '$lib/query/computed/counted';
import { GROUP_NAMES } from '$lib/state/filters';
import type { Chosen } from './chosen';

/** Why a rate is not told apart by group. */
export type NoGroups =
	/** Cells are published, and none holds enough people; or its lists have not come. */
	| 'too_few'
	/** Groups are told apart in one place at a time. */
	| 'several_places'
	/** What was chosen is one group of those already. */
	| 'one_group'
	| CubeMissing;

/** Where one of several reasons holds for each way to divide, that which the reader can do most about. */
const FIRST: readonly CubeMissing[] = ['only_by_year', 'only_by_month', 'not_together'];

/** Why none of these ways to divide what was chosen shows a group. */
export function whyNoGroups(
	{ places, groups, kind }: Pick<Chosen, 'places' | 'groups' | 'kind'>,
	ways: readonly (readonly RateDimension[])[]
): NoGroups {
	if (places.length > 1) return 'several_places';
	const chosen = GROUP_NAMES.filter((group) => groups[group] !== undefined);
	const cubes = ways
		.filter((way) => !way.some((dimension) => chosen.includes(dimension)))
		.map((way) => cubeFor([...chosen, ...way], kind));
	if (cubes.length === 0) return 'one_group';
	const missing = cubes.flatMap((cube) => (typeof cube === 'string' ? [] : [cube.missing]));
	if (missing.length < cubes.length) return 'too_few';
	return FIRST.find((reason) => missing.includes(reason)) ?? 'not_together';
}

/** The reason as a sentence. */
export function noGroupsWords(reason: NoGroups, locale: Locale): string {
	const words = {
		too_few: m.answer_groups_none,
		several_places: m.answer_groups_several_places,
		one_group: m.answer_groups_one,
		only_by_year: m.answer_groups_only_by_year,
		only_by_month: m.answer_groups_only_by_month,
		not_together: m.answer_groups_not_together
	};
	return words[reason]({}, { locale });
}
