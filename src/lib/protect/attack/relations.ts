import { MEASURES, type Measure, type Predicate, type Trait } from '$lib/model';

/**
 * What anyone can read from the declaration of the measures: which set of people is a part of which,
 * and which sets make up another. Nothing is listed by hand.
 */
const told = (predicate: Predicate): string => JSON.stringify(predicate);

/** Conditions that all hold of each person in the set. */
function conditions(predicate: Predicate): Set<string> {
	if ('both' in predicate) return new Set(predicate.both.flatMap((one) => [...conditions(one)]));
	if ('without' in predicate) {
		const [set, taken] = predicate.without;
		return new Set([...conditions(set), `not ${told(taken)}`]);
	}
	return new Set([told(predicate)]);
}

/** Whether each condition of the whole follows from those of the part. */
function follows(part: ReadonlySet<string>, whole: Predicate): boolean {
	if ('both' in whole) return whole.both.every((one) => follows(part, one));
	if ('without' in whole) {
		const [set, taken] = whole.without;
		return follows(part, set) && part.has(`not ${told(taken)}`);
	}
	if (part.has(told(whole))) return true;
	return 'either' in whole && whole.either.some((one) => follows(part, one));
}

function isPart(part: Measure, whole: Measure): boolean {
	if (part.id === whole.id || part.unit !== whole.unit) return false;
	return part.within.includes(whole.id) || follows(conditions(part.predicate), whole.predicate);
}

/** Every pair of a part and a whole, those over several steps included. */
const PAIRS: readonly { part: string; whole: string }[] = MEASURES.flatMap((part) =>
	MEASURES.filter((whole) => isPart(part, whole)).map((whole) => ({
		part: part.id,
		whole: whole.id
	}))
);
const pairs = new Set(PAIRS.map(({ part, whole }) => `${part}|${whole}`));
const within = (part: string, whole: string) => pairs.has(`${part}|${whole}`);

/** Pairs with nothing between them: the others follow. Two names of one set stand in each other. */
export const NESTED = PAIRS.filter(
	({ part, whole }) =>
		within(whole, part) ||
		!MEASURES.some(
			({ id }) =>
				id !== part &&
				id !== whole &&
				within(part, id) &&
				within(id, whole) &&
				!within(id, part) &&
				!within(whole, id)
		)
);

const sameSet = (predicate: Predicate) =>
	MEASURES.find((one) => one.unit === 'people' && told(one.predicate) === told(predicate));

/** A set and the two that it falls into: members are those with assistance and those without. */
export const SPLITS: readonly { whole: string; parts: string[] }[] = MEASURES.flatMap((one) => {
	if (!('without' in one.predicate)) return [];
	const [set, taken] = one.predicate.without;
	const whole = sameSet(set);
	const other = sameSet({ both: [set, taken] });
	return whole && other ? [{ whole: whole.id, parts: [other.id, one.id] }] : [];
});

/** A set that several others cover: whoever is assisted is in one programme or another. */
export const COVERED: readonly { whole: string; parts: string[] }[] = MEASURES.flatMap((one) => {
	if (one.unit !== 'people' || !('either' in one.predicate)) return [];
	const parts = one.predicate.either.map((each) => sameSet(each)?.id);
	return parts.every((part) => part !== undefined) ? [{ whole: one.id, parts }] : [];
});

/** Traits that are values of a dimension: the cells of a cube show them. */
const SHOWN: readonly {
	trait: Trait;
	dimension: 'decile' | 'age';
	values: readonly string[];
}[] = [
	{ trait: 'decile_1_2', dimension: 'decile', values: ['1', '2'] },
	{ trait: 'decile_1_5', dimension: 'decile', values: ['1', '2', '3', '4', '5'] },
	{ trait: 'productive_age', dimension: 'age', values: ['15-24', '25-44', '45-64'] }
];

/** A part that is nothing but some deciles, or some age bands, of its whole. */
export interface Slice {
	whole: string;
	part: string;
	dimension: 'decile' | 'age';
	/** Values in which both are the same people; in all others the part has nobody. */
	values: readonly string[];
}

function sliceOf(part: Measure, whole: Measure): Slice[] {
	const held = conditions(whole.predicate);
	const more = [...conditions(part.predicate)].filter((one) => !held.has(one));
	const [only] = more;
	if (only === undefined || more.length > 1) return [];
	return SHOWN.filter(({ trait }) => told({ trait }) === only).map(({ dimension, values }) => ({
		whole: whole.id,
		part: part.id,
		dimension,
		values
	}));
}

/** The second step of the funnel is the first in deciles 1 to 5, and so on. */
export const SLICES: readonly Slice[] = NESTED.flatMap(({ part, whole }) => {
	const [a, b] = [part, whole].map((id) => MEASURES.find((one) => one.id === id));
	return a && b ? sliceOf(a, b) : [];
});

/** Measures that are attacked together, and those around them that are used but not attacked there. */
export interface Family {
	id: string;
	own: string[];
	around: string[];
}

const GROUPS: readonly { id: string; of: (id: string) => boolean }[] = [
	{ id: 'assistance', of: (id) => /^(pkh|sembako|assisted|kmp_1)(_families)?$/.test(id) },
	{ id: 'funnel', of: (id) => /^(kmp_[2-7]|trainable)$/.test(id) },
	{ id: 'kmp', of: (id) => /^kmp(_[a-z]+)?$/.test(id) },
	{ id: 'kjmis', of: (id) => /^kjmis(_[a-z]+)?$/.test(id) },
	{ id: 'koperasi_kampung', of: (id) => /^koperasi_kampung(_[a-z]+)?$/.test(id) },
	{ id: 'reach', of: (id) => /^(ewarung|mentored)(_assisted)?$/.test(id) },
	{ id: 'others', of: () => true }
];

/** Each measure is attacked in one family, together with the wholes of which its measures are parts. */
export const FAMILIES: readonly Family[] = GROUPS.map(({ id, of }, index) => {
	const own = MEASURES.map((measure) => measure.id).filter(
		(measure) => of(measure) && !GROUPS.slice(0, index).some((earlier) => earlier.of(measure))
	);
	const around = NESTED.filter(({ part }) => own.includes(part)).map(({ whole }) => whole);
	return {
		id,
		own,
		around: [...new Set(around)].filter((measure) => !own.includes(measure)).sort()
	};
});
