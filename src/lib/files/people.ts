import { identifierColumn } from '$lib/protect/scan/columns';
import { findIdentifiers } from '$lib/protect/scan/find';
import type { FindingKind } from '$lib/protect/scan/finding';
import type { Issuers } from '$lib/protect/scan/person-number';
import type { Resolver } from '$lib/read/region';
import type { OwnColumn, RegionColumns } from './columns';
import type { OwnValue } from './values';

/** Signs that a file is a list of people, by kind. Never what it says. */
export interface PeopleSign {
	kind: FindingKind;
	/** Columns of that kind by their headers. */
	columns: string[];
	/** Values that look so, among those that were looked at. */
	values: number;
}

/** Kinds that alone make a list one of people: schools and offices have addresses too. */
const TELLING: ReadonlySet<FindingKind> = new Set([
	'nik',
	'no_kk',
	'phone',
	'email',
	'account',
	'name',
	'personal'
]);

export function isTelling(kind: FindingKind): boolean {
	return TELLING.has(kind);
}

/** Values that are looked at in each column. */
const SAMPLE = 20_000;
const LETTERS = 4_000_000;

/**
 * Whether a table looks like a list of people, by the scanner that guards the extracts: headers that
 * name someone, and values of the form of a NIK, No KK, phone, e-mail or account.
 * @returns signs by kind, empty where it does not look so
 */
export function signsOfPeople(
	columns: readonly OwnColumn[],
	values: readonly (readonly OwnValue[])[],
	regions: RegionColumns | null,
	resolver: Resolver,
	issuers: Issuers
): PeopleSign[] {
	const signs = new Map<FindingKind, PeopleSign>();
	const sign = (kind: FindingKind): PeopleSign => {
		const known = signs.get(kind) ?? { kind, columns: [], values: 0 };
		signs.set(kind, known);
		return known;
	};
	columns.forEach(({ header, name }, at) => {
		const own = values[at] ?? [];
		const kind = identifierColumn(header) ?? identifierColumn(name);
		const place = at === regions?.code || at === regions?.name || at === regions?.province;
		if (kind !== null && !place && !(kind === 'name' && namesRegions(own, resolver)))
			sign(kind).columns.push(header || name);
		if (place) return;
		for (const { kind: found } of findIdentifiers(sampleOf(own, header), { issuers }))
			sign(found).values += 1;
	});
	const found = [...signs.values()];
	return found.some(({ kind }) => isTelling(kind)) ? found : [];
}

/** Values a line each, evenly taken from the whole column. */
function sampleOf(values: readonly OwnValue[], header: string): string {
	const step = Math.max(1, Math.ceil(values.length / SAMPLE));
	const lines: string[] = [];
	let letters = 0;
	for (let at = 0; at < values.length && letters < LETTERS; at += step) {
		const value = values[at];
		if (typeof value !== 'string' && typeof value !== 'number') continue;
		const text = String(value).slice(0, 2000);
		letters += text.length;
		// A number tells what it is by the word before it: each is read as its column calls it.
		lines.push(/^\d+$/.test(text) ? `${header} ${text}` : text);
	}
	return lines.join('\n');
}

function namesRegions(values: readonly OwnValue[], resolver: Resolver): boolean {
	const texts = values.filter((value): value is string => typeof value === 'string').slice(0, 20);
	const known = texts.filter((name) => {
		const answer = resolver.resolve({ name });
		return answer.ok || answer.rule === 'region_ambiguous';
	});
	return texts.length > 0 && known.length * 2 >= texts.length;
}
