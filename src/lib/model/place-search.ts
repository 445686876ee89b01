import type { RegionCode } from './region';

/** A place as a search finds it. */
export interface SearchedPlace {
	code: RegionCode;
	/** Full official name. */
	name: string;
	/** Names it had, or is spelled by elsewhere. */
	former?: readonly string[];
}

/** Words that half of all names begin with: nobody finds a place by them. */
const KINDS = /^(kabupaten|kab|kota|provinsi|regency|city|province)\b\.?\s*/;

/**
 * The places that a text may mean, the likeliest first: whose name begins with it, then a word of
 * whose name does, then whose former name does, then that hold it inside a word. Digits are looked
 * for at the beginning of codes, with the dot or without. Case, accents, signs and the words
 * kabupaten and kota do not count, but a kota is put first where the text says kota.
 * @param most length of the answer
 */
export function findPlaces<Place extends SearchedPlace>(
	places: readonly Place[],
	text: string,
	most = 10
): Place[] {
	const plain = plainName(text);
	const wanted = bare(plain);
	if (wanted === '') return [];
	const kind = plain === wanted ? '' : plain.slice(0, 3);
	return places
		.map((place, nth) => ({ place, nth, rank: rankOf(place, wanted, kind) }))
		.filter(({ rank }) => rank < NONE)
		.sort((a, b) => a.rank - b.rank || a.nth - b.nth)
		.slice(0, most)
		.map(({ place }) => place);
}

const NONE = 100;

/** Lower is likelier; `NONE` where the place is not meant. */
function rankOf({ code, name, former = [] }: SearchedPlace, wanted: string, kind: string): number {
	if (/^[\d ]+$/.test(wanted)) {
		const digits = wanted.replaceAll(' ', '');
		return code.replace('.', '').startsWith(digits) ? 0 : NONE;
	}
	const full = plainName(name);
	const otherKind = kind !== '' && !full.startsWith(kind) ? 1 : 0;
	const now = nearness(bare(full), wanted);
	const then = Math.min(NONE, ...former.map((one) => nearness(bare(plainName(one)), wanted)));
	// A former name comes after the same nearness of a name that is in use.
	return Math.min(NONE, 4 * now, 4 * then + 2) + (now < NONE || then < NONE ? otherKind : 0);
}

function nearness(name: string, wanted: string): number {
	if (name === wanted) return 0;
	if (name.startsWith(wanted)) return 1;
	if (name.includes(` ${wanted}`)) return 2;
	return name.replaceAll(' ', '').includes(wanted.replaceAll(' ', '')) ? 3 : NONE;
}

function plainName(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, ' ')
		.trim();
}

function bare(plain: string): string {
	return plain.replace(KINDS, '');
}
