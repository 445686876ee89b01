import {
	ACTIVITIES,
	COOPERATIVE_PROGRAMMES,
	MEASURES,
	PRODUCTIVE_AGE,
	type Fact,
	type ListKind,
	type Measure,
	type Predicate,
	type Trait
} from '$lib/model';
import { identifier } from '$lib/engine/quote';
import { allBits, type Window } from '../window';
import { rangeBits, sinceBits } from './bits';

/** Facts that hold from a month on, and the column of `person` that knows that month. */
const SINCE: Readonly<Partial<Record<Fact, string>>> = {
	trained_member: 'trained_since',
	mentored: 'mentored_since',
	group_reached: 'group_since',
	micro_reached: 'micro_since',
	kur_reached: 'kur_since',
	graduation_reached: 'graduation_since'
};

const ASSISTANCE_FACTS: readonly Fact[] = ['pkh', 'sembako'];
const EVENT_FACTS: readonly Fact[] = ACTIVITIES.map((activity) => `event_${activity}` as const);

/** What a month means for a stock: its last day; or, for a year, any time in it. */
export type Moment = 'last_day' | 'ever';

function factSql(fact: Fact, window: Window, moment: Moment): string {
	const since = SINCE[fact];
	if (since !== undefined) return sinceBits(since, window);
	const programme = COOPERATIVE_PROGRAMMES.find((one) => one === fact);
	// Who left before the last day of a month was a member in it all the same.
	if (programme !== undefined && moment === 'ever') return `(${programme} | ${programme}_left)`;
	return identifier(fact);
}

function traitSql(trait: Trait, window: Window): string {
	const all = `${allBits(window)}::BIGINT`;
	const where = (condition: string) => `(CASE WHEN ${condition} THEN ${all} ELSE 0::BIGINT END)`;
	switch (trait) {
		case 'decile_1_2':
			return where('decile BETWEEN 1 AND 2');
		case 'decile_1_5':
			return where('decile BETWEEN 1 AND 5');
		case 'business':
			return where('business');
		case 'productive_age': {
			const { from, to } = PRODUCTIVE_AGE;
			const months = rangeBits(
				`birth::INTEGER + ${from * 12}`,
				`birth::INTEGER + ${(to + 1) * 12 - 1}`,
				window
			);
			return `(CASE WHEN birth IS NULL THEN 0::BIGINT ELSE ${months} END)`;
		}
	}
}

/** The months in which a person is in the set, as bits: the algebra of sets, on whole histories. */
function predicateSql(predicate: Predicate, window: Window, moment: Moment): string {
	const sql = (one: Predicate) => predicateSql(one, window, moment);
	if ('fact' in predicate) return factSql(predicate.fact, window, moment);
	if ('trait' in predicate) return traitSql(predicate.trait, window);
	if ('both' in predicate) return `(${predicate.both.map(sql).join(' & ')})`;
	if ('either' in predicate) return `(${predicate.either.map(sql).join(' | ')})`;
	const [set, taken] = predicate.without;
	return `(${sql(set)} & ~${sql(taken)})`;
}

/** The lists without which a set cannot be made: where one has not been received, nobody is counted. */
export function listsOf(predicate: Predicate): Set<ListKind> {
	if ('fact' in predicate) return listsOfFact(predicate.fact);
	if ('trait' in predicate) return new Set();
	const parts =
		'both' in predicate
			? predicate.both
			: 'either' in predicate
				? predicate.either
				: predicate.without;
	return new Set(parts.flatMap((part) => [...listsOf(part)]));
}

function listsOfFact(fact: Fact): Set<ListKind> {
	if (ASSISTANCE_FACTS.includes(fact)) return new Set(['beneficiaries']);
	// Who has moved money stands in either list: one of them alone tells of fewer people than there are.
	if (fact === 'trained_member' || fact.endsWith('_transacted'))
		return new Set(['members', 'activities']);
	const activity = EVENT_FACTS.includes(fact) || fact.endsWith('_reached') || fact === 'mentored';
	return new Set([activity ? 'activities' : 'members']);
}

/**
 * A measure with the lists without which it cannot be counted.
 * @throws RangeError where there is no such measure
 */
export function withLists(measure: string): { measure: string; lists: ListKind[] } {
	const declared = MEASURES.find(({ id }) => id === measure);
	if (!declared) throw new RangeError(`there is no measure ${measure}`);
	return { measure, lists: [...listsOf(declared.predicate)] };
}

/** Measures that count people, in the order of their bits in a mask. At most 63. */
export const PEOPLE_MEASURES: readonly Measure[] = MEASURES.filter(({ unit }) => unit === 'people');

/** Measures that count families, by family card number. */
export const FAMILY_MEASURES: readonly Measure[] = MEASURES.filter(
	({ unit }) => unit === 'families'
);

/** One column `m0`, `m1` … for each measure: the months in which the person is in it, where lists tell. */
export function setColumns(measures: readonly Measure[], window: Window, moment: Moment): string[] {
	return measures.map(({ predicate }, index) => {
		const told = [...listsOf(predicate)].sort().map((list) => `told_${list}`);
		return `${[predicateSql(predicate, window, moment), ...told].join(' & ')} AS m${index}`;
	});
}
