import { LISTS, type ListKind } from '$lib/model/lists';
import { CONSTANTS_OF, type ListRole, ROLES_OF } from './roles';

/** What a mapping file says of one list. */
export interface ListMapPart {
	/** By the header as it stands in the file, or by place: `#3` is the third column. */
	columns?: Readonly<Record<string, ListRole | 'unread'>>;
	/** Name of the one sheet of a workbook that is wanted. */
	sheet?: string;
	/** What holds for every row, where the list has no column for it. */
	constants?: Readonly<Partial<Record<ListRole, string>>>;
}

/** What a person says of lists that the lists do not say themselves (`--map`). */
export type ListMap = Readonly<Partial<Record<ListKind, ListMapPart>>> & {
	codes?: 'kemendagri' | 'bps';
};

/** Names by which a mapping file states constants. */
const CONSTANT_KEYS: Readonly<Record<string, ListRole>> = {
	programme: 'programme',
	activity: 'kind',
	region: 'region_code',
	cooperative: 'cooperative_code'
};

/** What is wrong with a mapping file: where in it, and what may stand there. */
export interface MapFault {
	at: string;
	allowed: readonly string[];
}

export type MapResult = { ok: true; map: ListMap } | { ok: false; fault: MapFault };

class Wrong extends Error {
	constructor(readonly fault: MapFault) {
		super('map');
	}
}

function wrong(at: string, allowed: readonly string[] = []): never {
	throw new Wrong({ at, allowed });
}

function record(value: unknown, at: string): Record<string, unknown> {
	if (typeof value !== 'object' || value === null || Array.isArray(value))
		return wrong(at, ['{ }']);
	return value as Record<string, unknown>;
}

function text(value: unknown, at: string): string {
	if (typeof value === 'string' && value.trim() !== '') return value.trim();
	return typeof value === 'number' ? String(value) : wrong(at, ['"…"']);
}

function columnsOf(
	value: unknown,
	list: ListKind,
	at: string
): Record<string, ListRole | 'unread'> {
	const columns: Record<string, ListRole | 'unread'> = {};
	const allowed = [...ROLES_OF[list], 'unread' as const];
	for (const [name, said] of Object.entries(record(value, at))) {
		const role = allowed.find((each) => each === said);
		columns[name] = role ?? wrong(`${at}.${name}`, allowed);
	}
	return columns;
}

function partOf(value: unknown, list: ListKind): ListMapPart {
	const part: { -readonly [Key in keyof ListMapPart]: ListMapPart[Key] } = {};
	const constants: Partial<Record<ListRole, string>> = {};
	for (const [key, said] of Object.entries(record(value, list))) {
		const at = `${list}.${key}`;
		const constant = CONSTANT_KEYS[key];
		if (key === 'columns') part.columns = columnsOf(said, list, at);
		else if (key === 'sheet') part.sheet = text(said, at);
		else if (constant !== undefined && CONSTANTS_OF[list].includes(constant))
			constants[constant] = text(said, at);
		else wrong(at, ['columns', 'sheet', ...constantKeys(list)]);
	}
	if (Object.keys(constants).length > 0) part.constants = constants;
	return part;
}

function constantKeys(list: ListKind): string[] {
	return Object.entries(CONSTANT_KEYS)
		.filter(([, role]) => CONSTANTS_OF[list].includes(role))
		.map(([key]) => key);
}

/** Checks a mapping file's JSON, key by key; names the key that is wrong and what it may hold. */
export function parseListMap(json: string): MapResult {
	try {
		const map: { -readonly [Key in keyof ListMap]: ListMap[Key] } = {};
		for (const [key, said] of Object.entries(record(parsed(json), 'JSON'))) {
			const list = LISTS.find((each) => each === key);
			if (list) map[list] = partOf(said, list);
			else if (key === 'codes')
				map.codes =
					(['kemendagri', 'bps'] as const).find((each) => each === said) ??
					wrong('codes', ['kemendagri', 'bps']);
			else wrong(key, [...LISTS, 'codes']);
		}
		return { ok: true, map };
	} catch (error) {
		if (error instanceof Wrong) return { ok: false, fault: error.fault };
		throw error;
	}
}

function parsed(json: string): unknown {
	try {
		// A byte order mark is what Windows editors put first.
		return JSON.parse(json.replace(/^\ufeff/, ''));
	} catch {
		return wrong('JSON', ['{ }']);
	}
}
