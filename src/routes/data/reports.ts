import { LISTS, type ListKind, type RegionCode, type Reporting } from '$lib/model';
import type { ReportRow } from '$lib/query/computed/reporting';

/** What is known of one list of one regency, month by month: a letter for each. */
export interface RegencyReports {
	region: RegionCode;
	name: string;
	/** `r` received, `l` late, `n` not received. */
	states: string;
}

/** One list with all regencies: those that need a word first. */
export interface ListReports {
	list: ListKind;
	/** Of which something is late or missing: never received first, then the latest. */
	behind: RegencyReports[];
	/** Of which every month has come, by code. */
	complete: RegencyReports[];
	/** How many of those behind have never sent it. */
	never: number;
}

export interface Reports {
	/** First days, in order; the same for every regency. */
	months: string[];
	lists: ListReports[];
}

const LETTERS: Readonly<Record<Reporting, string>> = {
	received: 'r',
	late: 'l',
	not_received: 'n'
};

/** Puts reports together by list and regency. A month of which nothing is known is not received. */
export function reportsOf(
	rows: readonly ReportRow[],
	nameOf: (region: RegionCode) => string
): Reports {
	const months = [...new Set(rows.map(({ month }) => month))].sort();
	const regions = [...new Set(rows.map(({ region }) => region))].sort();
	const states = new Map(
		rows.map(({ region, list, month, state }) => [`${region} ${list} ${month}`, LETTERS[state]])
	);
	const lists = LISTS.map((list) => {
		const all = regions.map((region) => ({
			region,
			name: nameOf(region),
			states: months.map((month) => states.get(`${region} ${list} ${month}`) ?? 'n').join('')
		}));
		const behind = all.filter((one) => !isComplete(one)).sort(byDelay);
		return {
			list,
			behind,
			complete: all.filter(isComplete),
			never: behind.filter(isNever).length
		};
	});
	return { months, lists };
}

export function countOf(states: string, letter: 'r' | 'l' | 'n'): number {
	return [...states].filter((one) => one === letter).length;
}

function isComplete({ states }: RegencyReports): boolean {
	return countOf(states, 'r') === states.length;
}

export function isNever({ states }: Pick<RegencyReports, 'states'>): boolean {
	return countOf(states, 'n') === states.length;
}

function byDelay(a: RegencyReports, b: RegencyReports): number {
	return (
		countOf(b.states, 'n') - countOf(a.states, 'n') ||
		countOf(b.states, 'l') - countOf(a.states, 'l') ||
		a.region.localeCompare(b.region)
	);
}

/** Side of a box, and how far one begins after the other, in units of the drawing. */
export const BOX = { side: 9, step: 11 } as const;

/** The boxes of a row as paths, one for each look. A late month is half full, a missing one empty. */
export function boxPaths(states: string): { full: string; edge: string; open: string } {
	const { side, step } = BOX;
	const paths = { full: '', edge: '', open: '' };
	[...states].forEach((letter, index) => {
		const x = index * step + 1;
		const square = `M${x} 1h${side}v${side}h-${side}z`;
		if (letter === 'r') paths.full += square;
		else if (letter === 'l') {
			paths.full += `M${x} ${1 + side / 2}h${side}v${side / 2}h-${side}z`;
			paths.edge += square;
		} else paths.open += square;
	});
	return paths;
}
