import { type ChosenGroups, GROUP_NAMES, type GroupName } from '$lib/state/filters';

/** Names the values of dimensions in the key of a mark, so that the mark can be chosen. */
export function keyOfGroups(
	values: Readonly<Record<GroupName, string>>,
	dimensions: readonly GroupName[]
): string {
	return dimensions.map((dimension) => `${dimension}=${values[dimension]}`).join('|');
}

/** The groups that a mark stands for, from its key. */
export function groupsOfKey(key: string): ChosenGroups {
	const values = new Map(
		key.split('|').map((part): [string, string | undefined] => {
			const [name = '', value] = part.split('=');
			return [name, value];
		})
	);
	return Object.fromEntries(
		GROUP_NAMES.flatMap((group) => {
			const value = values.get(group);
			return value === undefined ? [] : [[group, value]];
		})
	);
}
