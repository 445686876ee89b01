import { createReadStream } from 'node:fs';
import { checkCodes, type CodeRules } from '$lib/protect/scan/codes';
import { identifierColumn } from '$lib/protect/scan/columns';
import { findIdentifiers, type FindOptions } from '$lib/protect/scan/find';
import type { Finding } from '$lib/protect/scan/finding';
import type { Container } from './open';
import { storedTexts, type StoredText } from './stored';
import { findInStream } from './text';

export interface ScanSettings {
	find: Omit<FindOptions, 'form'>;
	/** Null where the file may hold texts of its own. */
	rules: CodeRules | null;
}

export interface PlacedFinding extends Finding {
	/** `file`, `bytes`, `name`, `metadata`, or table and column; `position` counts within it. */
	place: string;
}

/** Findings of one file after which no more are looked for: one is enough to publish nothing. */
const MOST = 1000;

/**
 * Searches one file that is not compressed.
 * @param name what it is called, which says how it is read
 * @throws where it cannot be read
 */
export async function scanFile(
	file: string,
	name: string,
	container: Container | null,
	settings: ScanSettings
): Promise<PlacedFinding[]> {
	const findings: PlacedFinding[] = [];
	for await (const found of search(file, name, container, settings)) {
		findings.push(found);
		if (findings.length >= MOST) break;
	}
	return findings;
}

async function* search(
	file: string,
	name: string,
	container: Container | null,
	{ find, rules }: ScanSettings
): AsyncGenerator<PlacedFinding> {
	const table = container ?? (rules !== null && /\.csv$/i.test(name) ? 'csv' : null);
	if (table !== null)
		for await (const stored of storedTexts(file, table)) yield* inStored(stored, { find, rules });
	const reading = container === null ? null : 'bytes';
	const place = container === null ? 'file' : 'bytes';
	const bytes = createReadStream(file, { highWaterMark: 1 << 22 });
	for await (const found of findInStream(bytes, reading, name, find)) yield { place, ...found };
}

function inStored(stored: StoredText, { find, rules }: ScanSettings): PlacedFinding[] {
	const { table, column, index, text } = stored;
	const position = Math.max(0, index);
	const found = findIdentifiers(text, find);
	if (column === null)
		return found.map((each) => ({ place: placeOf(stored, find), ...each, position }));
	if (index < 0) {
		const kind = identifierColumn(text) ?? (rules !== null && !rules.has(text) ? 'name' : null);
		if (kind !== null) found.push({ kind, position, length: text.length });
	} else if (rules?.has(column) === true && found.length === 0)
		found.push(...checkCodes(column, [text], rules));
	const place = placeOf({ table, column }, find);
	return found.map(({ kind, length }) => ({ place, kind, position, length }));
}

/** Where a table or a column is itself called by an identifier, its name is not repeated. */
function placeOf(
	{ table, column }: Pick<StoredText, 'table' | 'column'>,
	find: ScanSettings['find']
): string {
	const place = column === null ? table : `${table}.${column}`;
	return findIdentifiers(place, find).length === 0 ? place : 'name';
}
