import { type CoverageView, rateOfMeasure } from './coverage-view';
import { GROUP_NAMES, type GroupName } from './filters';
import { type IdleGroup, type IdleReason, fitGroups, groupReason } from './fit-filters';

/** Every group is offered wherever figures are counted from lists. */
const OFFERS = { groups: GROUP_NAMES };

/**
 * The view as it can be answered, and the groups that do nothing in it, each with the reason: sources
 * publish no groups, and months know fewer of them together than years.
 */
export function fitCoverage(view: CoverageView): { value: CoverageView; idle: IdleGroup[] } {
	if (rateOfMeasure(view.measure) === null)
		return {
			value: { ...view, groups: {} },
			idle: GROUP_NAMES.filter((name) => view.groups[name] !== undefined).map((name) => ({
				name,
				reason: 'published'
			}))
		};
	const { value: groups, idle } = fitGroups(view.groups, kindOf(view), OFFERS);
	return { value: { ...view, groups }, idle };
}

/** Why a group cannot be chosen beside those that stand in a view; null where it can. */
export function coverageGroupReason(group: GroupName, view: CoverageView): IdleReason | null {
	if (rateOfMeasure(view.measure) === null) return 'published';
	const beside = GROUP_NAMES.filter((name) => name !== group && view.groups[name] !== undefined);
	return groupReason(group, beside, kindOf(view), OFFERS);
}

function kindOf({ year }: CoverageView) {
	return { kind: year === null ? ('month' as const) : ('year' as const) };
}
