import type { TextForm } from './alone';
import { type Span, span } from './finding';

const STREET = /\b(?:Jl|Jln|JL|JLN|Gg|GG)\.?[ \u00a0]+(?:[A-Z]|\d)[\w'-]*/g;
/** "Jalan" is also a word of its own (way, walk): only with a house number. */
const NUMBERED =
	/\b(?:Jalan|JALAN|Gang|GANG) (?:[A-Z][\w'-]* ){1,5}(?:No\.?|NO\.?|Nomor|Blok|Km) ?\d/g;
const NEIGHBOURHOOD =
	/\bR\.?T\.? ?[:/]? ?\d{1,3} ?[/,-]? ?R\.?W\.? ?[:/]? ?\d{1,3}\b|\bRT ?\/ ?RW ?[.:]? ?\d{1,3} ?\/ ?\d{1,3}\b/gi;
/** Not the districts of Kalimantan that are called so. */
const HAMLET =
	/\b(?:Dusun|DUSUN|Dsn\.?|DSN\.?) (?!(?:Utara|Selatan|Timur|Barat|Tengah|Hilir|Hulu)\b)(?:[A-Z][\w'-]+|\d)/g;

/** Where someone lives: a street, a neighbourhood (RT/RW) or a hamlet. */
export function findAddresses(text: string, form: TextForm): Span[] {
	if (form === 'bytes') return [];
	// Programs have short names of their own, such as Jl, but never with a dot and a space behind it.
	const patterns = [STREET, NUMBERED, NEIGHBOURHOOD, HAMLET];
	return patterns.flatMap((pattern) =>
		[...text.matchAll(pattern)]
			.filter(([found]) => form !== 'code' || pattern !== STREET || /^\w+\. /.test(found))
			.map(({ 0: found, index }) => span('address', index, found.length))
	);
}
