import type { RegionCode } from '$lib/model';
import type { RegionQuestion, RegionRefusal, Resolver } from '$lib/read/region';
import type { RegionColumns } from './columns';
import type { OwnValue } from './values';

/** A place of the file that no region of the site is. */
export interface Unjoined {
	/** As it stands in the file. */
	said: string;
	/** Its first line, and in how many rows it stands. */
	line: number;
	rows: number;
	why: RegionRefusal;
}

/** Rows of a file by the regions of the site. */
export interface RegionJoin {
	/** Region of each row; null where none was found. */
	regions: (RegionCode | null)[];
	/** Different places in the file, and how many of them were found. */
	places: number;
	found: number;
	/** Regions that were found, each once. */
	codes: RegionCode[];
	/** The first of those that were not. */
	unjoined: Unjoined[];
}

/** Places that are asked for; a column of a hundred thousand texts is none of regions. */
const MOST_ASKED = 5000;
const MOST_LISTED = 600;

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
	const keys = lines.map((_, row) => keyOf(values, row, columns));
	const questions = new Map<string, RegionQuestion>();
	for (const key of keys)
		if (key !== '' && !questions.has(key)) questions.set(key, questionOf(key, columns));
	const asked = [...questions].slice(0, MOST_ASKED);
	const list = resolver.among(asked.map(([, question]) => question));
	const answers = new Map(asked.map(([key, question]) => [key, list.resolve(question)]));
	const unjoined = new Map<string, Unjoined>();
	const codes = new Set<RegionCode>();
	const regions = keys.map((key, row) => {
		const answer = answers.get(key);
		if (answer?.ok) {
			codes.add(answer.code);
			return answer.code;
		}
		if (answer) {
			const known = unjoined.get(key);
			if (known) known.rows += 1;
			else
				unjoined.set(key, {
					said: key.split('\u0000').filter(Boolean).join(' ').slice(0, 120),
					line: lines[row] ?? 0,
					rows: 1,
					why: answer
				});
		}
		return null;
	});
	return {
		regions,
		places: questions.size,
		found: asked.length - unjoined.size,
		codes: [...codes].sort(),
		unjoined: [...unjoined.values()].slice(0, MOST_LISTED)
	};
}

/** Code, name and province of a row; empty where it says none of the first two. */
function keyOf(
	values: readonly (readonly OwnValue[])[],
	row: number,
	{ code, name, province }: RegionColumns
): string {
	const text = (at: number | null) => (at === null ? '' : String(values[at]?.[row] ?? '').trim());
	if (text(code) === '' && text(name) === '') return '';
	return [text(code), text(name), text(province)].join('\u0000');
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
