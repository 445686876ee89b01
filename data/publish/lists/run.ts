import type { Reference } from '../../reference/load';
import type { ListMap } from '$lib/lists';
import type { Issuer, StageQuestion } from '$lib/lists/sql';
import { type CodeSystem, type Resolver, createResolver } from '$lib/read/region';
import { issuersOf } from './place/issuers';
import type { PlannedTable } from './plan';

/** Everything a run knows beside its files. */
export interface RunSettings {
	map: ListMap;
	codes: CodeSystem | undefined;
	resolver: Resolver;
	issuers: readonly Issuer[];
	/** Last month of the lists, as a month number. */
	until: number;
}

export function settingsOf(
	reference: Reference,
	map: ListMap,
	codes: CodeSystem | undefined,
	until: number
): RunSettings {
	return {
		map,
		codes: codes ?? map.codes,
		resolver: createResolver(reference),
		issuers: issuersOf(reference),
		until
	};
}

/** What the statements of a table ask, but for the relation. */
export function questionOf(
	{ list, columns }: PlannedTable,
	{ issuers, until }: RunSettings
): Omit<StageQuestion, 'from'> {
	const present = Object.keys(columns.columns) as (keyof typeof columns.columns)[];
	return { list, present, constants: columns.constants, issuers, until };
}
