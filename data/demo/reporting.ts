import { LISTS, type ListKind, dayOfMonth, monthText } from '$lib/model';
import { bitsOf, drawOnce } from './draw';
import { type Period } from './period';
import { type Place, isFocus } from './places';

/** Districts that send a list late, and that never sent one. */
const LATE = { share: 0.08, least: 3, lag: [2, 5] } as const;
const NEVER = { share: 0.03, least: 2 } as const;

/** What a district sent of one list. */
export interface Report {
	region: string;
	list: ListKind;
	/** Last month that the list covers; null where it never came. */
	through: number | null;
	/** ISO date; null where it never came. */
	receivedOn: string | null;
}

function count(regions: number, { share, least }: { share: number; least: number }): number {
	return Math.max(least, Math.round(regions * share));
}

/**
 * Who reported what, up to which month. Regions that tell a story report in time. A demo of one
 * month has nobody late, since an earlier month would be the same as never.
 */
export function reportsOf(places: readonly Place[], period: Period, seed: string): Report[] {
	const months = period.last - period.first + 1;
	const order = places
		.filter(({ code }) => !isFocus(code))
		.map(({ code }) => ({ code, rank: bitsOf(`${seed}|${code}|report`) }))
		.sort((a, b) => (a.rank < b.rank ? -1 : 1))
		.map(({ code }) => code);
	const late = count(places.length, LATE);
	const never = count(places.length, NEVER);
	const lateOnes = new Set(months > 1 ? order.slice(0, late) : []);
	const neverOnes = new Set(order.slice(late, late + never));
	return places.flatMap(({ code }) => {
		const odd = LISTS[Number(bitsOf(`${seed}|${code}|which list`) % 3n)];
		return LISTS.map((list): Report => {
			const chance = (name: string) => drawOnce(`${seed}|${code}|${list}|${name}`);
			if (list === odd && neverOnes.has(code))
				return { region: code, list, through: null, receivedOn: null };
			const [least, most] = LATE.lag;
			// One list is late for certain, the others of the same district now and then.
			const isLate = lateOnes.has(code) && (list === odd || chance('late') < 0.4);
			const lag = isLate
				? Math.min(months - 1, least + Math.floor(chance('lag') * (most - least + 1)))
				: 0;
			const through = period.last - lag;
			const day = 3 + Math.floor(chance('day') * 18);
			return { region: code, list, through, receivedOn: dayOfMonth(through + 1, day) };
		});
	});
}

/** `reporting.csv`. */
export function reportingCsv(reports: readonly Report[]): string {
	const rows = reports.map(({ region, list, through, receivedOn }) =>
		[region, list, through === null ? '' : monthText(through), receivedOn ?? ''].join(',')
	);
	return ['region,list,through,received_on', ...rows, ''].join('\n');
}
