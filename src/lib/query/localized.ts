import type { Locale } from '$lib/model/locale';

type Word = 'name' | 'definition' | 'description' | 'numerator' | 'denominator' | 'note';

const SUFFIX: Record<Locale, string> = { id: 'id', en: 'en' };

/** The column of a text in the reader's language, under its plain name. Both come from closed lists. */
export function localized(word: Word, locale: Locale, from = ''): string {
	const suffix = SUFFIX[locale] as string | undefined;
	if (suffix === undefined) throw new RangeError('not a language of the product');
	return `${from}${word}_${suffix} AS ${word}`;
}
