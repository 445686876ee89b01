import { literal } from '$lib/engine/quote';

/** A file's path for DuckDB, to which `[1]`, `*` and `?` in a name would stand for other names. */
export function pathLiteral(file: string): string {
	return literal(file.replace(/[[*?]/g, '[$&]'));
}
