import { EngineError } from './errors';

/** A dataset's id as a quoted schema name. Ids come from the program, and are checked all the same. */
export function schemaName(id: string): string {
	if (/^[a-z][a-z0-9_]*$/i.test(id)) return `"${id}"`;
	throw new EngineError({ kind: 'bad_sql', detail: `"${id}" cannot name a dataset` });
}
