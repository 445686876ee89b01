import { incompleteWords } from '$lib/i18n/incomplete';
import { m } from '$lib/i18n/paraglide/messages';
import { type BoundedFigure, type Locale } from '$lib/model';

type Told = Pick<BoundedFigure, 'incomplete' | 'districts'>;

/** What a title says of numbers, and of how many districts they are where lists of some had not come. */
export function saidOf(said: string, told: Told | null | undefined, locale: Locale): string {
	if (!told?.incomplete) return said;
	return m.answer_said_of({ said, incomplete: incompleteWords(told, locale) }, { locale });
}

/**
 * What numbers say in a sentence: only so far where lists of any of them had not come, as those may make it
 * another. The sentence begins with a word that is written small inside one.
 */
export function soFar(said: string, told: readonly (Told | null)[], locale: Locale): string {
	if (!told.some((figure) => figure?.incomplete)) return said;
	const inside = said.charAt(0).toLocaleLowerCase(locale) + said.slice(1);
	return [
		m.answer_so_far({ said: inside }, { locale }),
		m.chart_summary_all_incomplete({}, { locale })
	].join(' ');
}
