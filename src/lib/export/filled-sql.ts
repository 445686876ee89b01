import type { AskedQuery } from '$lib/engine/asked';
import type { SqlValue } from '$lib/engine/engine';
import { literal } from '$lib/engine/quote';

/** A text in quotes, a name in quotes, a comment, or the place of a value. */
const TOKEN = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\?/g;

/**
 * A statement with its values written where they are bound, to be run anywhere.
 * @throws RangeError where there are more or fewer values than places for them
 */
export function filledSql({ sql, params }: Pick<AskedQuery, 'sql' | 'params'>): string {
	let next = 0;
	const filled = sql.replace(TOKEN, (token) => {
		if (token !== '?') return token;
		const value = params[next];
		next += 1;
		if (value === undefined) throw new RangeError('a value of the statement is missing');
		return written(value);
	});
	if (next !== params.length) throw new RangeError('a value has no place in the statement');
	return filled;
}

function written(value: SqlValue): string {
	if (value === null) return 'NULL';
	return typeof value === 'string' ? literal(value) : String(value).toUpperCase();
}

/** Names of the attached databases that statements read, in the order in which they are met. */
export function schemasIn(queries: readonly Pick<AskedQuery, 'sql'>[]): string[] {
	const found = queries.flatMap(({ sql }) =>
		[...sql.matchAll(/\b(?:FROM|JOIN)\s+"?([a-z]\w*)"?\./gi)].map(([, schema]) => schema ?? '')
	);
	return [...new Set(found)];
}

/** A file to download, and the name under which statements read it. */
export interface AttachedFile {
	schema: string;
	/** Its own name: `core.duckdb`. */
	name: string;
	/** Where to download it. */
	address: string;
}

/**
 * All that DuckDB's command line needs: what to download, the ATTACH lines, the statements.
 * @param remarks lines above it, for whoever reads it
 */
export function sqlScript(
	queries: readonly AskedQuery[],
	files: readonly AttachedFile[],
	remarks: readonly string[]
): string {
	const lines = [...remarks, ...files.map(({ address }) => address)].map(
		(line) => `-- ${line.replace(/\s+/g, ' ')}`
	);
	const attached = files.map(
		({ name, schema }) => `ATTACH ${literal(name)} AS "${schema}" (READ_ONLY);`
	);
	return `${[...lines, ...attached].join('\n')}\n\n${queries
		.map((query) => `${filledSql(query)};`)
		.join('\n\n')}\n`;
}
