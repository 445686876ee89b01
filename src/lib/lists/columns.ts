import type { ListKind } from '$lib/model/lists';
import type { ListMap } from './map';
import { CONSTANTS_OF, type ListRole, NEEDED, ROLES_OF } from './roles';
import { IDENTIFYING, SYNONYMS } from './synonyms';

/** A column of a file, by its place (from 0) and its header. */
export interface ListColumn {
	at: number;
	header: string;
}

/** Which column is for what. */
export interface ListColumns {
	columns: Partial<Record<ListRole, ListColumn>>;
	/** Stated by the mapping file for the whole list. */
	constants: Partial<Record<ListRole, string>>;
	/** Identifying columns, which are never read. */
	unread: ListColumn[];
	/** All other columns that are not read. */
	other: ListColumn[];
	/** The code system that the header of the code column names. */
	codes: 'kemendagri' | 'bps' | null;
}

export type ColumnsResult =
	| { ok: true; found: ListColumns }
	/** Two columns could be meant. */
	| { ok: false; why: 'ambiguous'; role: ListRole; candidates: ListColumn[] }
	| { ok: false; why: 'missing'; roles: readonly ListRole[] };

/** Letters and digits of a header, without its remark in brackets: `No. KK (16 digit)` → `nokk`. */
function plainHeader(header: string): string {
	const bare = header.replace(/[([{].*?[)\]}]/g, ' ');
	const text = /[\p{L}\p{N}]/u.test(bare) ? bare : header;
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '');
}

const VOCABULARY = new Map<ListKind, Map<string, { role: ListRole; group: number }>>();

function vocabularyOf(list: ListKind): Map<string, { role: ListRole; group: number }> {
	const known = VOCABULARY.get(list);
	if (known) return known;
	const words = new Map<string, { role: ListRole; group: number }>();
	for (const role of ROLES_OF[list])
		(SYNONYMS[list][role] ?? []).forEach((group, index) => {
			for (const word of group.split(' ')) words.set(plainHeader(word), { role, group: index });
		});
	VOCABULARY.set(list, words);
	return words;
}

/** How many columns of a row the list's vocabulary or the mapping file recognises. */
export function recognised(cells: readonly string[], list: ListKind, map: ListMap): number {
	const words = vocabularyOf(list);
	const roles = new Set<string>();
	cells.forEach((cell, at) => {
		const role =
			mapped(map, list, { at, header: cell }) ??
			words.get(plainHeader(cell))?.role ??
			(IDENTIFYING.test(plainHeader(cell)) ? `unread ${at}` : undefined);
		if (role !== undefined) roles.add(role);
	});
	return roles.size;
}

/** What the mapping file says of a column: by its header, or by its place (`#3`). */
function mapped(map: ListMap, list: ListKind, column: ListColumn): ListRole | 'unread' | undefined {
	const columns = map[list]?.columns ?? {};
	const header = column.header.trim().toLowerCase();
	for (const [name, role] of Object.entries(columns)) {
		const said = name.trim().toLowerCase();
		if ((said !== '' && said === header) || said === `#${column.at + 1}`) return role;
	}
	return undefined;
}

/** Headers named in the mapping file for this list that stand nowhere among these. */
export function namedInVain(
	map: ListMap,
	list: ListKind,
	headers: readonly (readonly string[])[]
): string[] {
	return Object.keys(map[list]?.columns ?? {}).filter((name) => {
		const only: ListMap = { [list]: { columns: { [name]: 'unread' } } };
		return !headers.some((row) =>
			row.some((header, at) => mapped(only, list, { at, header }) !== undefined)
		);
	});
}

function codesIn(header: string): 'kemendagri' | 'bps' | null {
	const plain = plainHeader(header);
	if (plain.includes('bps')) return 'bps';
	return plain.includes('kemendagri') ? 'kemendagri' : null;
}

/**
 * Decides the columns of a file by its headers and the mapping file, which comes first.
 * @param codes the system that the person named; of two code columns it picks its own
 */
export function decideColumns(
	headers: readonly string[],
	list: ListKind,
	map: ListMap,
	codes?: 'kemendagri' | 'bps'
): ColumnsResult {
	const words = vocabularyOf(list);
	const constants: ListColumns['constants'] = {};
	for (const role of CONSTANTS_OF[list]) {
		const said = map[list]?.constants?.[role];
		if (said !== undefined) constants[role] = said;
	}
	const stated = new Map<ListRole, ListColumn[]>();
	const guessed = new Map<ListRole, { column: ListColumn; group: number }[]>();
	const unread: ListColumn[] = [];
	const other: ListColumn[] = [];
	headers.forEach((header, at) => {
		const column = { at, header };
		const said = mapped(map, list, column);
		const plain = plainHeader(header);
		const known = words.get(plain);
		if (said === 'unread') (IDENTIFYING.test(plain) ? unread : other).push(column);
		else if (said !== undefined) stated.set(said, [...(stated.get(said) ?? []), column]);
		else if (known)
			guessed.set(known.role, [...(guessed.get(known.role) ?? []), { column, ...known }]);
		else if (IDENTIFYING.test(plain)) unread.push(column);
		else if (header.trim() !== '') other.push(column);
	});
	const columns: ListColumns['columns'] = {};
	for (const role of ROLES_OF[list]) {
		const all = guessed.get(role) ?? [];
		let candidates = stated.get(role) ?? [];
		if (candidates.length === 0 && constants[role] === undefined) {
			const best = Math.min(...all.map(({ group }) => group));
			candidates = all.filter(({ group }) => group === best).map(({ column }) => column);
			if (role === 'region_code' && candidates.length > 1) candidates = ofSystem(candidates, codes);
		}
		const [only] = candidates;
		if (candidates.length > 1) return { ok: false, why: 'ambiguous', role, candidates };
		if (only) columns[role] = only;
		other.push(...all.map(({ column }) => column).filter((column) => column !== only));
	}
	// A month of payment says nothing more where the list has both ends of the spell.
	if (columns.month && (columns.first ?? columns.last)) {
		other.push(columns.month);
		delete columns.month;
	}
	for (const roles of NEEDED[list])
		if (!roles.some((role) => columns[role] ?? constants[role]))
			return { ok: false, why: 'missing', roles };
	const header = columns.region_code?.header;
	return {
		ok: true,
		found: {
			columns,
			constants,
			unread,
			other,
			codes: header === undefined ? null : codesIn(header)
		}
	};
}

/** Of columns that hold the same code in both systems: that of the system asked for, else Kemendagri's. */
function ofSystem(candidates: ListColumn[], codes: 'kemendagri' | 'bps' | undefined): ListColumn[] {
	const named = candidates.filter(({ header }) => codesIn(header) === (codes ?? 'kemendagri'));
	const others = candidates.filter(({ header }) => codesIn(header) === null);
	return named.length === 1 && others.length === 0 ? named : candidates;
}
