import {
	ACTIVE_DAYS,
	ACTIVITIES,
	ASSISTANCE,
	COOPERATIVE_PROGRAMMES,
	MEASURES,
	type ListKind,
	type Predicate
} from '$lib/model';
import type { Event, Membership, Population, Receipt } from './rows';

/** Everything that the lists hold about one person. */
interface Person {
	pid: bigint;
	rkey: number;
	region: number;
	decile: number;
	sex: number;
	birth: number | null;
	business: boolean;
	fid: bigint | null;
	receipts: Receipt[];
	memberships: Membership[];
	events: Event[];
}

const monthOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
const lastDay = (month: number) => Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0);
const DAY = 86_400_000;

/** The value of the greatest rank; equal ranks are settled by the greater value. */
function latest<Row>(
	rows: readonly Row[],
	rank: (row: Row) => number,
	value: (row: Row) => number | null
): number | null {
	let best: [number, number] | null = null;
	for (const row of rows) {
		const found = value(row);
		if (found === null) continue;
		const key: [number, number] = [rank(row), found];
		if (!best || key[0] > best[0] || (key[0] === best[0] && key[1] > best[1])) best = key;
	}
	return best?.[1] ?? null;
}

const known = (value: number) => (value === 0 ? null : value);
const receiptRank = ({ first, last }: Receipt) => (last ?? 32767) * 32768 + (first ?? 0);
const memberRank = (row: Membership) =>
	(row.region_stated ? 32768 : 0) + (row.joined ? monthOf(row.joined) : 0);
const eventRank = (row: Event) => (row.region_stated ? 32768 : 0) + monthOf(row.date);

/** The people of the lists, one by one, in the plainest way. */
function peopleOf({ receipt, membership, activity }: Population): Person[] {
	const ids = new Set([...receipt, ...membership, ...activity].map(({ pid }) => pid));
	return [...ids].flatMap((pid) => {
		const receipts = receipt.filter((row) => row.pid === pid);
		const memberships = membership.filter((row) => row.pid === pid);
		const events = activity.filter((row) => row.pid === pid);
		const from = <Key extends 'sex' | 'birth'>(key: Key) =>
			latest(receipts, receiptRank, (row) => (key === 'sex' ? known(row.sex) : row.birth)) ??
			latest(memberships, memberRank, (row) => (key === 'sex' ? known(row.sex) : row.birth)) ??
			latest(events, eventRank, (row) => (key === 'sex' ? known(row.sex) : row.birth));
		const ofMembers = latest(memberships, memberRank, ({ region }) => region);
		const ofEvents = latest(events, eventRank, ({ region }) => region);
		const stated = (rows: readonly { region_stated: boolean }[]) =>
			rows.some((row) => row.region_stated);
		const region =
			latest(receipts, receiptRank, (row) => row.region) ??
			(stated(memberships) ? ofMembers : null) ??
			(stated(events) ? ofEvents : null) ??
			ofMembers ??
			ofEvents;
		if (region === null) return [];
		const fids = receipts.flatMap(({ fid }) => (fid === null ? [] : [fid]));
		return [
			{
				pid,
				rkey: [...receipts, ...memberships, ...events][0]?.rkey ?? 0,
				region,
				decile: latest(receipts, receiptRank, (row) => known(row.decile)) ?? 0,
				sex: from('sex') ?? 0,
				birth: from('birth'),
				business:
					latest(receipts, receiptRank, (row) =>
						row.business === null ? null : Number(row.business)
					) === 1,
				fid: fids.reduce<bigint | null>(
					(top, fid) => (top === null || fid > top ? fid : top),
					null
				),
				receipts,
				memberships,
				events
			}
		];
	});
}

function activeOn(
	person: Person,
	programme: number,
	day: number,
	cooperatives: Population['cooperative']
) {
	const near = (date: string | null) => {
		if (date === null) return false;
		const days = (day - Date.parse(date)) / DAY;
		return days >= 0 && days <= ACTIVE_DAYS;
	};
	const buying = [ACTIVITIES.indexOf('ewarung_purchase'), ACTIVITIES.indexOf('savings')];
	return (
		person.memberships.some((row) => row.programme === programme && near(row.last_transaction)) ||
		person.events.some(
			({ kind, date, cooperative }) =>
				buying.includes(kind) &&
				near(date) &&
				(cooperative === null ||
					cooperatives.find(({ number }) => number === cooperative)?.programme === programme)
		)
	);
}

/** Whether a fact holds of a person: on the last day of the month, or for a year at any time in it. */
function holds(
	fact: string,
	person: Person,
	month: number,
	ever: boolean,
	cooperatives: Population['cooperative']
): boolean {
	const day = lastDay(month);
	const assistance = ASSISTANCE.findIndex((one) => one === fact);
	if (assistance >= 0)
		return person.receipts.some(
			({ programme, first, last }) =>
				programme === assistance && (first ?? 0) <= month && month <= (last ?? 99_999)
		);
	const reached = (kinds: string[]) =>
		person.events.some(
			({ kind, date }) => kinds.includes(ACTIVITIES[kind] ?? '') && Date.parse(date) <= day
		);
	if (fact.startsWith('event_'))
		return person.events.some(
			({ kind, date }) => `event_${ACTIVITIES[kind] ?? ''}` === fact && monthOf(date) === month
		);
	if (fact === 'mentored') return reached(['mentoring']);
	if (fact === 'group_reached') return reached(['kube', 'prokus']);
	if (fact === 'micro_reached') return reached(['umi', 'mekaar']);
	if (fact === 'kur_reached') return reached(['kur']);
	if (fact === 'graduation_reached') return reached(['graduation']);
	if (fact === 'trained_member') {
		const joined = person.memberships
			.filter(({ programme }) => programme === 0)
			.map((row) => (row.joined === null ? 0 : Date.parse(row.joined)));
		return person.events.some(
			({ kind, date }) =>
				kind === ACTIVITIES.indexOf('training') &&
				joined.some((since) => Date.parse(date) >= since) &&
				Date.parse(date) <= day
		);
	}
	const programme = COOPERATIVE_PROGRAMMES.findIndex(
		(one) => fact === one || fact.startsWith(`${one}_`)
	);
	const rows = person.memberships.filter((row) => row.programme === programme);
	if (fact.endsWith('_joined'))
		return rows.some(({ joined }) => joined !== null && monthOf(joined) === month);
	const leaves = rows.some((row) => row.left_on !== null && monthOf(row.left_on) === month);
	if (fact.endsWith('_left')) return leaves;
	if (fact.endsWith('_transacted')) return activeOn(person, programme, day, cooperatives);
	const member = rows.some(
		({ joined, left_on }) =>
			(joined === null || Date.parse(joined) <= day) &&
			(left_on === null || monthOf(left_on) > month)
	);
	return member || (ever && leaves);
}

function inSet(
	predicate: Predicate,
	person: Person,
	month: number,
	ever: boolean,
	cooperatives: Population['cooperative']
): boolean {
	const test = (one: Predicate) => inSet(one, person, month, ever, cooperatives);
	if ('fact' in predicate) return holds(predicate.fact, person, month, ever, cooperatives);
	if ('both' in predicate) return predicate.both.every(test);
	if ('either' in predicate) return predicate.either.some(test);
	if ('without' in predicate) return test(predicate.without[0]) && !test(predicate.without[1]);
	switch (predicate.trait) {
		case 'decile_1_2':
			return person.decile >= 1 && person.decile <= 2;
		case 'decile_1_5':
			return person.decile >= 1 && person.decile <= 5;
		case 'business':
			return person.business;
		case 'productive_age': {
			if (person.birth === null) return false;
			const age = Math.floor((month - person.birth) / 12);
			return age >= 15 && age <= 64;
		}
	}
}

/** Age band on the last day of the month, as cells name it. */
function ageBand(birth: number | null, month: number): string {
	if (birth === null || month < birth) return 'unknown';
	const age = Math.floor((month - birth) / 12);
	if (age < 15) return '0-14';
	if (age < 25) return '15-24';
	if (age < 45) return '25-44';
	return age < 65 ? '45-64' : '65+';
}

const SEX = ['unknown', 'male', 'female'];

/** Who is in which measure of people: by month, or by year (at any time in it). */
export function* placed(
	population: Population,
	months: readonly number[],
	period: 'month' | 'year',
	told: (region: number, list: ListKind, month: number) => boolean,
	needs: (predicate: Predicate) => Iterable<ListKind>
): Generator<{
	person: Person;
	period: number;
	measure: string;
	decile: string;
	sex: string;
	age: string;
}> {
	const periods = [
		...new Set(months.map((month) => (period === 'month' ? month : Math.floor(month / 12))))
	];
	for (const person of peopleOf(population))
		for (const number of periods) {
			const inPeriod =
				period === 'month' ? [number] : months.filter((month) => Math.floor(month / 12) === number);
			const group = {
				person,
				period: number,
				decile: person.decile === 0 ? 'unknown' : String(person.decile),
				sex: SEX[person.sex] ?? 'unknown',
				age: ageBand(person.birth, period === 'month' ? number : number * 12 + 11)
			};
			for (const { id, unit, predicate } of MEASURES) {
				if (unit !== 'people') continue;
				const lists = [...needs(predicate)];
				const isIn = inPeriod.some(
					(month) =>
						lists.every((list) => told(person.region, list, month)) &&
						inSet(predicate, person, month, period === 'year', population.cooperative)
				);
				if (isIn) yield { ...group, measure: id };
			}
		}
}
