import {
	readIndicators,
	readKampung,
	readPriorityListMembers,
	readPriorityLists,
	readProgrammes,
	readSources
} from './catalogue';
import type { Reference } from './records';
import {
	readFormerCodes,
	readFormerNames,
	readFormerProvinces,
	readRegions,
	readTiles
} from './regions';

export type { Reference } from './records';

/**
 * Reads and checks all reference tables of this folder. What it returns can be given to
 * `createResolver` as it is.
 * @throws where a table is malformed, a key stands twice, or a row points to what does not exist
 */
export function loadReference(): Reference {
	const reference: Reference = {
		regions: readRegions(),
		formerNames: readFormerNames(),
		formerProvinces: readFormerProvinces(),
		formerCodes: readFormerCodes(),
		programmes: readProgrammes(),
		indicators: readIndicators(),
		sources: readSources(),
		priorityLists: readPriorityLists(),
		priorityListMembers: readPriorityListMembers(),
		kampung: readKampung(),
		tiles: readTiles()
	};
	check(reference);
	return reference;
}

function check(reference: Reference): void {
	const regions = keys(
		'region',
		reference.regions.map(({ code }) => code)
	);
	const programmes = keys(
		'programme',
		reference.programmes.map(({ id }) => id)
	);
	const sources = keys(
		'source',
		reference.sources.map(({ id }) => id)
	);
	const lists = keys(
		'priority list',
		reference.priorityLists.map(({ id }) => id)
	);
	keys(
		'indicator',
		reference.indicators.map(({ id }) => id)
	);
	keys(
		'tile',
		reference.tiles.map(({ regionCode }) => regionCode)
	);

	known(
		'programme',
		programmes,
		reference.indicators.map(({ programme }) => programme)
	);
	known(
		'priority list',
		lists,
		reference.priorityListMembers.map(({ listId }) => listId)
	);
	known('region', regions, [
		...reference.regions.map(({ provinceCode }) => provinceCode),
		...reference.formerNames.map(({ code }) => code),
		...reference.formerCodes.map(({ code }) => code),
		...reference.formerProvinces.flatMap((row) => [row.code, row.formerProvinceCode]),
		...reference.priorityListMembers.map(({ regionCode }) => regionCode),
		...reference.tiles.map(({ regionCode }) => regionCode)
	]);
	const sourced: readonly { sourceId: string }[] = [
		...reference.regions,
		...reference.formerNames,
		...reference.formerProvinces,
		...reference.formerCodes,
		...reference.priorityLists,
		...reference.priorityListMembers,
		...reference.kampung
	];
	known('source', sources, [
		...sourced.map(({ sourceId }) => sourceId),
		...reference.programmes.flatMap(({ beginsOn, beginsSource }) =>
			beginsOn === '' && beginsSource === '' ? [] : [beginsSource]
		)
	]);
}

function keys(what: string, ids: readonly string[]): Set<string> {
	const seen = new Set<string>();
	for (const id of ids) {
		if (seen.has(id)) throw new Error(`Reference data: ${what} ${id} stands twice`);
		seen.add(id);
	}
	return seen;
}

function known(what: string, existing: ReadonlySet<string>, used: readonly string[]): void {
	for (const id of used)
		if (!existing.has(id)) throw new Error(`Reference data: there is no ${what} ${id}`);
}
