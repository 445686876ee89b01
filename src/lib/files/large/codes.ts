import type { RegionCode } from '$lib/model';
import type { OwnColumn } from '../columns';
import { freeCodeName } from '../region-code';
import type { LargeBench } from './load';
import { quotedRows } from './settle';
import { addCodes, fillCodes } from './places';

/**
 * Adds the column of matched codes to the table of a large file, before it is finished; where nothing
 * was matched no column is added.
 * @param matched number and region of each place
 * @throws EngineError
 */
export async function addMatchedCodes(
	bench: LargeBench,
	name: string,
	columns: readonly OwnColumn[],
	matched: readonly (readonly [place: string, region: RegionCode])[],
	options: { signal?: AbortSignal }
): Promise<void> {
	if (matched.length === 0) return;
	const file = `${name}.wilayah`;
	const column = freeCodeName(columns);
	await bench.addFile(file, quotedRows(matched));
	await bench.query(addCodes(name, column), [], options);
	await bench.query(fillCodes(name, file, column), [], options);
	await bench.dropFile(file);
}
