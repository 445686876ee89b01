import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ListError, type ListMap, parseListMap } from '$lib/lists';

/** Reads a mapping file. @throws ListError where it is missing, or says what cannot be followed */
export async function readListMap(file: string): Promise<ListMap> {
	let text: string;
	try {
		text = await readFile(file, 'utf8');
	} catch {
		throw new ListError({
			kind: 'map_invalid',
			fault: { at: path.basename(file), allowed: ['JSON'] }
		});
	}
	const result = parseListMap(text);
	if (!result.ok) throw new ListError({ kind: 'map_invalid', fault: result.fault });
	return result.map;
}
