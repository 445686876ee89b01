import { LISTS, type ListKind } from '$lib/model/lists';
import { placeLevel } from '$lib/model/place';
import { reportsByPlace, reportsWhole } from './computed/told';
import type { Question } from './question';

/** A list that had not come from a regency for a month. */
export interface UnreportedRow {
	/** Kemendagri code of the regency. */
	region: string;
	list: ListKind;
	/** First day of the month. */
	month: string;
}

/**
 * Lists that had not come, of which regencies, in which months: late, never, or without any report. By
 * regency, list and month. It asks what every count asks of the reports, so that both are asked once.
 * @param extract id under which the extract's first file is attached
 */
export function unreported(extract: string): Question<UnreportedRow> {
	return {
		name: 'computed_unreported',
		...reportsWhole(extract),
		read(table) {
			const regencies = [...reportsByPlace(table)]
				.filter(([region]) => placeLevel(region) === 'regency')
				.sort(([a], [b]) => (a < b ? -1 : 1));
			const told = regencies.flatMap(([, reports]) => reports.map(({ month }) => month));
			const months = [...new Set(told)].sort();
			return regencies.flatMap(([region, reports]) => {
				const came = new Set(
					reports.flatMap(({ rank, list, month }) => (rank === 0 ? `${list} ${month}` : []))
				);
				return LISTS.flatMap((list) =>
					months
						.filter((month) => !came.has(`${list} ${month}`))
						.map((month) => ({ region, list, month }))
				);
			});
		}
	};
}
