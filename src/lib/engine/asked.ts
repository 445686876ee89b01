import type { SqlValue } from './engine';

/** A question as it was asked: a statement with `?`, and the values bound to it. Plain data. */
export interface AskedQuery {
	name: string;
	sql: string;
	params: readonly SqlValue[];
}

/**
 * What each row, and each figure made of rows, was asked by. Kept beside the objects, so that none of
 * the many that pass them on need to know.
 */
const ASKED = new WeakMap<object, readonly AskedQuery[]>();

/** Notes of each row, and of each object in it, that it answers a query. */
export function noteAsked(rows: readonly unknown[], query: AskedQuery): void {
	const asked = [query];
	for (const row of rows) {
		if (!isObject(row)) continue;
		ASKED.set(row, asked);
		for (const part of Object.values(row) as unknown[]) if (isObject(part)) ASKED.set(part, asked);
	}
}

/** Notes of an object that it is made of others, and gives it back. */
export function madeOf<Made extends object>(made: Made, parts: readonly object[]): Made {
	const asked = askedFor(parts);
	if (asked.length > 0) ASKED.set(made, asked);
	return made;
}

/** The queries behind objects, each once, in the order in which they are met. */
export function askedFor(objects: readonly object[]): AskedQuery[] {
	return [...new Set(objects.flatMap((object) => ASKED.get(object) ?? []))];
}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}
