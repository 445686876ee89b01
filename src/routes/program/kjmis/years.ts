import type { Chosen } from '$lib/answer/chosen';
import type { Asking, ExtractContext } from '$lib/answer/context';
import { placeAmounts } from '$lib/answer/place-amounts';
import { placeCounts } from '$lib/answer/place-counts';
import { yearPeriod } from '$lib/model';
import type { Year } from './answer';

/** The chosen places and groups by year, up to the last whole year; null where there is none. */
export function yearsOf(
	chosen: Chosen,
	context: ExtractContext
): (Chosen & { kind: 'year' }) | null {
	const [start, end] = [context.first, context.cell.period.end];
	const from = Number(start.slice(0, 4)) + (start.endsWith('-01-01') ? 0 : 1);
	const last = Number(end.slice(0, 4)) - (end.endsWith('-12-31') ? 0 : 1);
	const until = Math.min(last, Number(chosen.period.start.slice(0, 4)));
	if (from > until) return null;
	return { ...chosen, kind: 'year', from: yearPeriod(from).start, period: yearPeriod(until) };
}

/** Year by year, as the extract counts years: anew, and never from months. */
export async function yearsTable(
	years: Chosen & { kind: 'year' },
	asking: Asking
): Promise<Year[]> {
	const [counts, purchases, surplus] = await Promise.all([
		placeCounts(['kjmis', 'ewarung', 'shu'], years, asking, { overTime: true }),
		placeAmounts('ewarung', years, asking),
		placeAmounts('shu', years, asking)
	]);
	if (!counts || !purchases || !surplus) return [];
	const [members, buyers, receivers] = [
		counts.figures('kjmis'),
		counts.figures('ewarung'),
		counts.figures('shu')
	];
	return counts.starts.flatMap((start, nth) => {
		const [member, buyer, receiver] = [members[nth], buyers[nth], receivers[nth]];
		const [bought, shared] = [purchases[nth], surplus[nth]];
		if (!member || !buyer || !receiver || !bought || !shared) return [];
		return [
			{
				year: start.slice(0, 4),
				members: member,
				buyers: buyer,
				purchases: bought,
				receivers: receiver,
				surplus: shared
			}
		];
	});
}

/** The newest year of which rupiah of the surplus are published. */
export function lastShared(years: readonly Year[]): number | null {
	const found = years.findLast(({ surplus }) => surplus.value !== null);
	return found ? Number(found.year) : null;
}
