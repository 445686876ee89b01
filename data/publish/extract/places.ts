import { listPlace, regencyNumber } from '$lib/model';
import type { Place } from '$lib/protect/cells/codes';
import type { Reference } from '../../reference/load';
import { fail } from './problem';

/** The priority lists that become places of their own. */
export interface ChosenList {
	id: string;
	members: string[];
}

/**
 * The lists asked for; where none is, every public list whose regencies all have figures, since a
 * list of which half is missing would be read as the list.
 * @throws ExtractFailure for a list that is not known, or whose members are not public
 */
export function chooseLists(
	reference: Reference,
	asked: readonly string[],
	regencies: readonly string[]
): ChosenList[] {
	const membersOf = (id: string) =>
		reference.priorityListMembers
			.filter(({ listId }) => listId === id)
			.map(({ regionCode }) => regionCode);
	const known = reference.priorityLists;
	if (asked.length > 0)
		return asked.map((id) => {
			const list = known.find((one) => one.id === id);
			if (!list)
				return fail({ kind: 'priority_unknown', found: id, known: known.map((one) => one.id) });
			if (!list.membersPublic) return fail({ kind: 'priority_not_public', found: id });
			return { id, members: membersOf(id).filter((code) => regencies.includes(code)) };
		});
	return known
		.map(({ id }) => ({ id, members: membersOf(id) }))
		.filter(({ members }) => members.length > 0 && members.every((one) => regencies.includes(one)));
}

/** Every place that figures are for, from the nation down, and the regencies that each is made of. */
export function placesOf(regencies: readonly string[], lists: readonly ChosenList[]): Place[] {
	const numbers = (codes: readonly string[]) => codes.map(regencyNumber);
	const provinces = [...new Set(regencies.map((code) => code.slice(0, 2)))].sort();
	return [
		{ region: '00', regencies: numbers(regencies) },
		...provinces.map((province) => ({
			region: province,
			regencies: numbers(regencies.filter((code) => code.startsWith(`${province}.`)))
		})),
		...regencies.map((code) => ({ region: code, regencies: numbers([code]) })),
		...lists.map(({ id, members }) => ({ region: listPlace(id), regencies: numbers(members) }))
	];
}

/** Every code that a region of an extract may have, in the order in which rows are sorted. */
export function regionCodes(reference: Reference, lists: readonly ChosenList[]): string[] {
	const codes = reference.regions.map(({ code }) => code).sort();
	return [...codes, ...lists.map(({ id }) => listPlace(id))];
}
