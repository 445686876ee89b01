import type { RegionCode } from '$lib/model';
import type { OwnColumn, RegionColumns } from '../columns';
import { keyOf } from '../join';
import { freeCodeName } from '../region-code';
import type { LargeBench } from './load';
import { quotedRows } from './settle';
import { addCodes, fillCodes } from './statements';

/**
 * Adds the column of matched codes to the table of a large file. Done with the cells as the places
 * were asked for with, before odd ones are filled in; where nothing was matched no column is added.
 * @param places each different place as it stands in the table: code, name, province
 * @throws EngineError
 */
export async function addMatchedCodes(
	bench: LargeBench,
	name: string,
	{ columns, regions }: { columns: readonly OwnColumn[]; regions: RegionColumns },
	places: readonly (readonly [string, string, string])[],
	regionOf: ReadonlyMap<string, RegionCode>,
	options: { signal?: AbortSignal }
): Promise<void> {
	const matched = places.flatMap((place): string[][] => {
		const region = regionOf.get(keyOf(...place));
		return region === undefined ? [] : [[...place, region]];
	});
	if (matched.length === 0) return;
	const file = `${name}.wilayah`;
	const column = freeCodeName(columns);
	await bench.addFile(file, quotedRows(matched));
	await bench.query(addCodes(name, column), [], options);
	await bench.query(fillCodes(name, file, column, columns, regions), [], options);
	await bench.dropFile(file);
}
