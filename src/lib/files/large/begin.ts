import type { OwnColumn, RegionColumns } from '../columns';
import type { LargeBench } from './load';
import type { LargePlan } from './plan';
import { FORGET_REFUSED, dropTable, largeTable } from './table';

/** All that the table of a large text is made by. */
export interface LargeShape {
	columns: readonly OwnColumn[];
	regions: RegionColumns | null;
	plan: LargePlan;
}

/** A table that DuckDB makes while the rest of its file is still gone through. */
export interface BegunTable {
	/** Whether it came to be as it is wanted now that the whole file is known. */
	isOf(wanted: LargeShape): Promise<boolean>;
	/** Takes it away, for a file that cannot be read, or may not be. */
	forget(): Promise<void>;
}

/** Reads the rows of a large text into a table, odd cells beside them. */
export async function makeTable(
	bench: LargeBench,
	name: string,
	{ columns, regions, plan }: LargeShape,
	options: { signal?: AbortSignal }
): Promise<void> {
	const file = `${name}.csv`;
	await bench.dropFile(file);
	await bench.addFile(file, plan.body);
	for (const sql of FORGET_REFUSED) await bench.query(sql, [], options);
	await bench.query(largeTable(name, columns, regions, plan), [], options);
}

/**
 * Begins the table by what the first rows say, since DuckDB and the walk through the file each need a
 * core of their own. Where the whole file says otherwise the table is made again.
 */
export function beginTable(
	bench: LargeBench,
	name: string,
	shape: LargeShape,
	options: { signal?: AbortSignal } = {}
): BegunTable {
	const statement = ({ columns, regions, plan }: LargeShape) =>
		largeTable(name, columns, regions, plan);
	const sql = statement(shape);
	// What went wrong is met again, and told, where the table is made anew.
	const made = makeTable(bench, name, shape, options).then(
		() => true,
		() => false
	);
	return {
		isOf: async (wanted) =>
			(await made) && wanted.plan.start === shape.plan.start && statement(wanted) === sql,
		forget: async () => {
			await made;
			await bench.dropFile(`${name}.csv`);
			await bench.query(dropTable(name));
		}
	};
}
