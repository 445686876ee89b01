import { ACTIVITIES, COOPERATIVE_PROGRAMMES, type CooperativeProgramme } from './lists';

/**
 * A measure is a set of people; a cell counts it for one place, time and group; an indicator is the
 * ratio of two measures. This file declares every measure: nothing else knows how figures come about.
 */

/** What lists say of a person in a month. Events hold in their month, all else on its last day. */
export const FACTS = [
	'pkh',
	'sembako',
	...COOPERATIVE_PROGRAMMES.flatMap((programme) => factsOf(programme)),
	...ACTIVITIES.map((activity) => `event_${activity}` as const),
	/** Trained on or after the day on which the person joined a KMP. */
	'trained_member',
	/** From the month of the first such event on. */
	'mentored',
	'group_reached',
	'micro_reached',
	'kur_reached',
	'graduation_reached'
] as const;

function factsOf<Programme extends CooperativeProgramme>(programme: Programme) {
	return [
		/** Member on the last day. */
		programme,
		`${programme}_joined`,
		`${programme}_left`,
		/** A transaction or savings within {@link ACTIVE_DAYS} days before the last day. */
		`${programme}_transacted`
	] as const;
}

export type Fact = (typeof FACTS)[number];

/** What does not change with the month, or only with age. */
export type Trait = 'decile_1_2' | 'decile_1_5' | 'productive_age' | 'business';

/** How the set of a measure is made, month by month. */
export type Predicate =
	| { fact: Fact }
	| { trait: Trait }
	| { both: readonly Predicate[] }
	| { either: readonly Predicate[] }
	| { without: readonly [Predicate, Predicate] };

/** Whom a cell counts. */
export type CountedUnit = 'people' | 'families';

export interface Measure {
	id: string;
	/** Programme it belongs to, as in the reference; null where it spans several. */
	programme: string | null;
	unit: CountedUnit;
	predicate: Predicate;
	/** Measures of which this one is a part, by construction: each of its people is in them. */
	within: readonly string[];
	/** Event whose rupiah are added up beside the people, where it has an amount. */
	amount: (typeof ACTIVITIES)[number] | null;
}

/** A member is active with a transaction or savings at most so many days before the last of the month. */
export const ACTIVE_DAYS = 90;

/** Productive age of BPS, in completed years; both ends are in it. */
export const PRODUCTIVE_AGE = { from: 15, to: 64 } as const;

const fact = (name: Fact): Predicate => ({ fact: name });
const both = (...all: Predicate[]): Predicate => ({ both: all });
const either = (...any: Predicate[]): Predicate => ({ either: any });
const without = (set: Predicate, taken: Predicate): Predicate => ({ without: [set, taken] });

function measure(
	id: string,
	programme: string | null,
	predicate: Predicate,
	more: Partial<Pick<Measure, 'unit' | 'within' | 'amount'>> = {}
): Measure {
	return { id, programme, unit: 'people', predicate, within: [], amount: null, ...more };
}

const PKH = fact('pkh');
const ASSISTED = either(PKH, fact('sembako'));

function membership(programme: CooperativeProgramme): Measure[] {
	const member = fact(programme);
	const within = [programme];
	return [
		measure(programme, programme, member),
		measure(`${programme}_assisted`, programme, both(member, ASSISTED), {
			within: [programme, 'assisted']
		}),
		measure(`${programme}_pkh`, programme, both(member, PKH), {
			within: [`${programme}_assisted`, 'pkh']
		}),
		measure(`${programme}_public`, programme, without(member, ASSISTED), { within }),
		measure(`${programme}_joined`, programme, fact(`${programme}_joined`)),
		measure(`${programme}_left`, programme, fact(`${programme}_left`)),
		measure(`${programme}_active`, programme, both(member, fact(`${programme}_transacted`)), {
			within
		})
	];
}

/** Each step of the KMP funnel is a part of the one before it. */
function funnel(): Measure[] {
	const steps: Predicate[] = [
		PKH,
		{ trait: 'decile_1_5' },
		{ trait: 'productive_age' },
		{ trait: 'business' },
		fact('kmp'),
		fact('trained_member'),
		fact('kmp_transacted')
	];
	return steps.map((_, index) =>
		measure(`kmp_${index + 1}`, 'kmp', both(...steps.slice(0, index + 1)), {
			within: index === 0 ? ['pkh'] : [`kmp_${index}`]
		})
	);
}

/** The highest step held on the last day: each person stands on one step at most. */
function ladder(): Measure[] {
	const above = [
		fact('group_reached'),
		fact('micro_reached'),
		fact('kur_reached'),
		fact('graduation_reached')
	];
	const ids = ['step_group', 'step_micro', 'step_kur', 'graduated'];
	return [
		measure('step_assistance', null, without(ASSISTED, either(...above)), { within: ['assisted'] }),
		...above.map((step, index) => {
			const higher = above.slice(index + 1);
			const id = ids[index] ?? '';
			return measure(id, null, higher.length === 0 ? step : without(step, either(...higher)));
		})
	];
}

/** Activities that have a measure of their own name: bought at an e-Warung is `ewarung`. */
const EVENTS = ACTIVITIES.filter((activity) => activity !== 'ewarung_purchase');
const WITH_AMOUNT: readonly string[] = ['savings', 'shu', 'umi', 'mekaar', 'kur'];

export const MEASURES: readonly Measure[] = [
	measure('pkh', 'pkh', PKH, { within: ['assisted'] }),
	measure('sembako', 'sembako', fact('sembako'), { within: ['assisted'] }),
	measure('assisted', null, ASSISTED),
	measure('pkh_families', 'pkh', PKH, { unit: 'families' }),
	measure('sembako_families', 'sembako', fact('sembako'), { unit: 'families' }),
	...COOPERATIVE_PROGRAMMES.flatMap(membership),
	...funnel(),
	measure('trainable', 'kmp', both(PKH, { trait: 'decile_1_2' }, { trait: 'productive_age' }), {
		within: ['kmp_3']
	}),
	measure('ewarung', 'kjmis', fact('event_ewarung_purchase'), { amount: 'ewarung_purchase' }),
	measure('ewarung_assisted', 'kjmis', both(fact('event_ewarung_purchase'), ASSISTED), {
		within: ['ewarung', 'assisted']
	}),
	...EVENTS.map((activity) =>
		measure(activity, null, fact(`event_${activity}`), {
			amount: WITH_AMOUNT.includes(activity) ? activity : null
		})
	),
	measure('mentored', null, fact('mentored')),
	measure('mentored_assisted', null, both(fact('mentored'), ASSISTED), {
		within: ['mentored', 'assisted']
	}),
	...ladder()
];

/** Steps up the ladder, from the lower to the higher: `moved_assistance_group` and so on. */
export function moveId(from: string, to: string): string {
	return `moved_${from}_${to}`;
}

/** Programmes of which the people of a measure must be members, or have been; none of what is no measure. */
export function membershipsIn(measure: string): CooperativeProgramme[] {
	const declared = MEASURES.find(({ id }) => id === measure);
	return declared ? membershipsOf(declared.predicate) : [];
}

function membershipsOf(predicate: Predicate): CooperativeProgramme[] {
	if ('fact' in predicate)
		return COOPERATIVE_PROGRAMMES.filter(
			(one) => predicate.fact === one || predicate.fact.startsWith(`${one}_`)
		);
	if ('both' in predicate) return predicate.both.flatMap(membershipsOf);
	// Of either, the other may hold without it; and what is taken away need not exist.
	return 'without' in predicate ? membershipsOf(predicate.without[0]) : [];
}
