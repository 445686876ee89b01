import type { RegionKind } from '$lib/model/region';
import { EMPTY_WORDS, KIND_WORDS, LONG_FORMS } from './words';

/** One way to understand a written name: its kind, where the text says one, and what is left. */
export interface Phrase {
	kind: RegionKind | null;
	/** Lower case, without spaces, dots, hyphens or marks: `padangsidempuan`. */
	stem: string;
}

/**
 * The ways in which a written name can be understood: `KAB. BOGOR` in one, `Kota Baru` in two (a
 * city called Baru, or a place called Kotabaru). Case, spacing, hyphens, accents and footnote marks
 * do not matter. Empty where the text holds no letter.
 */
export function phrasesOf(text: string): Phrase[] {
	const words = wordsOf(text);
	if (words.length === 0) return [];
	const phrases: Phrase[] = [{ kind: null, stem: words.join('') }];
	const first = KIND_WORDS.get(words[0] ?? '');
	if (first && words.length > 1) phrases.push({ kind: first, stem: words.slice(1).join('') });
	const last = KIND_WORDS.get(words.at(-1) ?? '');
	if (last && words.length > 1) phrases.push({ kind: last, stem: words.slice(0, -1).join('') });
	return phrases;
}

function wordsOf(text: string): string[] {
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[\u0300-\u036f'’`]/g, '')
		.split(/[^a-z]+/)
		.filter((word) => word !== '' && !EMPTY_WORDS.has(word))
		.map((word) => LONG_FORMS.get(word) ?? word);
}
