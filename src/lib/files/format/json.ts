import { refuse } from '../fault';
import { checkShape } from '../limits';
import { type RawTable, fromValue, rawTable } from '../raw';

/**
 * The table in a JSON text: a list of objects or of lists, the longest list in an object (also the
 * properties of GeoJSON's features), or one object a line.
 * @throws FileFaultError where it is no JSON, or holds no list
 */
export function jsonTables(text: string): RawTable[] {
	const list = listIn(parse(text));
	if (list === null || list.length === 0) return refuse('json_no_table');
	if (list.every((each) => Array.isArray(each))) {
		checkShape(
			list.length,
			list.reduce<number>((most, each) => Math.max(most, each.length), 0)
		);
		return [rawTable(list.map((row: unknown[]) => row.map(fromValue)))];
	}
	const records = list.map(recordOf);
	const names = new Set<string>();
	for (const record of records) {
		for (const name of record.keys()) names.add(name);
		checkShape(records.length, names.size);
	}
	const columns = [...names];
	const rows = records.map((record) => columns.map((name) => fromValue(record.get(name))));
	return [rawTable([columns, ...rows], { typed: true })];
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (cause) {
		const lines = text.split('\n').filter((line) => line.trim() !== '');
		if (lines.length > 1 && lines.every((line) => /^\s*[{[].*[}\]]\s*$/.test(line))) {
			try {
				return lines.map((line): unknown => JSON.parse(line));
			} catch {
				// The first message says more of a file that was meant as one value.
			}
		}
		const detail = cause instanceof Error ? cause.message : String(cause);
		return refuse('json_damaged', detail.slice(0, 160), '', cause);
	}
}

function listIn(value: unknown): unknown[] | null {
	if (Array.isArray(value)) return value;
	if (typeof value !== 'object' || value === null) return null;
	const lists = Object.values(value).filter((each): each is unknown[] => Array.isArray(each));
	return lists.reduce<unknown[] | null>(
		(best, next) => (best === null || next.length > best.length ? next : best),
		null
	);
}

/** A record's entries by name, in a map: a name such as `__proto__` is a name like any other. */
function recordOf(value: unknown): Map<string, unknown> {
	if (typeof value !== 'object' || value === null || Array.isArray(value))
		return new Map([['nilai', value]]);
	const entries = Object.entries(value);
	const properties: unknown = (value as { properties?: unknown }).properties;
	const feature = (value as { type?: unknown }).type === 'Feature';
	if (feature && typeof properties === 'object' && properties !== null)
		return new Map(Object.entries(properties));
	return new Map(entries);
}
