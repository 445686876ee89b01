import { type Figure, type Unit, latest, missingFigure } from '$lib/model';
import type { ListMember } from '$lib/query/list-members';
import type { PriorityRegency } from './priority-regency';

/**
 * What each member of a list is known for; what nobody has published is said to be missing.
 * @param extreme figures of extreme poverty
 * @param poverty the poverty rate of one period that all members share
 */
export function regencyRows(
	members: readonly ListMember[],
	extreme: readonly Figure[],
	poverty: readonly Figure[]
): PriorityRegency[] {
	const period = latest(extreme, 'extreme_poverty_rate_190')?.period;
	return members.map((member) => {
		const find = (figures: readonly Figure[], indicator: string, unit: Unit) =>
			latest(
				figures.filter((figure) => figure.region === member.region),
				indicator
			) ??
			missingFigure({
				indicator,
				region: member.region,
				period: period ?? { start: '', end: '' },
				unit
			});
		return {
			code: member.region,
			name: member.name,
			province: member.province,
			provinceThen: member.provinceThen,
			rate: find(extreme, 'extreme_poverty_rate_190', 'percent'),
			people: find(extreme, 'extreme_poverty_people', 'people'),
			poverty: find(poverty, 'poverty_rate', 'percent'),
			certainty: member.certainty
		};
	});
}
