import type { RegionCode } from '$lib/model';
import type { RegionCandidate, RegionQuestion, RegionRefusal, Resolver } from '$lib/read/region';
import type { RegionColumns } from './columns';
import type { OwnValue } from './values';

/** A place of the file of which nothing but the reader can say which region of the site it is. */
export interface Unjoined {
	/** As `keyOf` writes it. */
	key: string;
	/** As it stands in the file. */
	said: string;
	/** Its first line, and in how many rows it stands. */
	line: number;
	rows: number;
	why: RegionRefusal;
	/** The region that the reader has chosen for it; null while it is none. */
	chosen: RegionCode | null;
}

/** Rows of a file by the regions of the site. */
export interface RegionJoin {
	/** Region of each row; null where none was found. */
	regions: (RegionCode | null)[];
	/** Different places in the file, and how many of them were found or chosen. */
	places: number;
	found: number;
	/** Regions that were found or chosen, each once. */
	codes: RegionCode[];
	/** The first of those that were not found, also where the reader has chosen since. */
	unjoined: Unjoined[];
}

/** Places that are asked for; a column of a hundred thousand texts is none of regions. */
const MOST_ASKED = 5000;
const MOST_LISTED = 600;

/** A place as rows name it. */
export interface NamedPlace {
	key: string;
	/** Its first line, and in how many rows it stands. */
	line: number;
	rows: number;
}

/**
 * Finds the region of every row. Each different place is asked for once, among all of its list, so
 * that bare names are told by what stands beside them.
 */
export function joinRegions(
	values: readonly (readonly OwnValue[])[],
	lines: readonly number[],
	columns: RegionColumns,
	resolver: Resolver
): RegionJoin {
	const keyAt = keyReader(values, columns);
	const keys = lines.map((_, row) => keyAt(row));
	const places = new Map<string, NamedPlace>();
	keys.forEach((key, row) => {
		const known = places.get(key);
		if (known) known.rows += 1;
		else places.set(key, { key, line: lines[row] ?? 0, rows: 1 });
	});
	const { answers, ...join } = joinPlaces([...places.values()], columns, resolver);
	return { ...join, regions: keys.map((key) => answers.get(key) ?? null) };
}

/** The same of places that are known with their rows: the first in the file first. */
export function joinPlaces(
	places: readonly NamedPlace[],
	columns: RegionColumns,
	resolver: Resolver
): Omit<RegionJoin, 'regions'> & { answers: Map<string, RegionCode> } {
	const named = places.filter(({ key }) => key !== '');
	const asked = named.slice(0, MOST_ASKED);
	const questions = asked.map(({ key }) => questionOf(key, columns));
	const list = resolver.among(questions);
	const answers = new Map<string, RegionCode>();
	const unjoined: Unjoined[] = [];
	asked.forEach(({ key, line, rows }, at) => {
		const answer = list.resolve(questions[at] ?? {});
		if (answer.ok) {
			answers.set(key, answer.code);
			return;
		}
		const wanted = columns.chosen[key];
		const chosen = candidatesOf(answer).find((one) => one.code === wanted)?.code ?? null;
		if (chosen !== null) answers.set(key, chosen);
		const said = key.split('\u0000').filter(Boolean).join(' ').slice(0, 120);
		unjoined.push({ key, said, line, rows, why: answer, chosen });
	});
	return {
		answers,
		places: named.length,
		found: answers.size,
		codes: [...new Set(answers.values())].sort(),
		unjoined: unjoined.slice(0, MOST_LISTED)
	};
}

/** The regions of which a reader may choose one for a place that was not found. */
export function candidatesOf({ rule, candidates }: RegionRefusal): readonly RegionCandidate[] {
	// These are meant for the column of provinces, and are none of the place itself.
	return rule === 'region_province_unknown' ? [] : candidates;
}

/** Tells the place of each row. */
export function keyReader(
	values: readonly (readonly OwnValue[])[],
	{ code, name, province }: RegionColumns
): (row: number) => string {
	const text = (at: number | null, row: number) => (at === null ? null : values[at]?.[row]);
	return (row) => keyOf(text(code, row), text(name, row), text(province, row));
}

/** Code, name and province of a row as one; empty where it says none of the first two. */
export function keyOf(code: unknown, name: unknown, province: unknown): string {
	const texts = [code, name, province].map((value) => String(value ?? '').trim());
	return texts[0] === '' && texts[1] === '' ? '' : texts.join('\u0000');
}

function questionOf(key: string, { level, codes }: RegionColumns): RegionQuestion {
	const [code = '', name = '', province = ''] = key.split('\u0000');
	return {
		...(code !== '' ? { code } : {}),
		...(name !== '' ? { name } : {}),
		...(province !== '' ? { province } : {}),
		...(level ? { level } : {}),
		...(codes ? { codes } : {})
	};
}
