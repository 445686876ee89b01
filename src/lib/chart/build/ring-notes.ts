import { m } from '$lib/i18n/paraglide/messages';
import { type Figure, type Locale, isIncomplete } from '$lib/model';
import { comparable } from './comparable';

/** Whether a figure is drawn with a ring: lists of some of its districts had not come. */
export function isRinged(figure: Figure): boolean {
	return comparable(figure) !== null && isIncomplete(figure);
}

/** What the hollow points of lines say; nothing where no figure has one. */
export function ringNotes(figures: readonly Figure[], locale: Locale): string[] {
	return notes(figures, m.chart_incomplete_share, m.chart_incomplete, locale);
}

/** What the rings about dots say, of which a hollow one is only the earlier of two. */
export function dotRingNotes(figures: readonly Figure[], locale: Locale): string[] {
	return notes(figures, m.chart_incomplete_dot_share, m.chart_incomplete_dot, locale);
}

/** What hollow bars say. */
export function barRingNotes(figures: readonly Figure[], locale: Locale): string[] {
	return notes(figures, m.chart_incomplete_bar_share, m.chart_incomplete_bar, locale);
}

type Word = (inputs: Record<string, never>, options: { locale: Locale }) => string;

/** A count can only grow by the lists that are still to come; a share or a middle value may also fall. */
function notes(figures: readonly Figure[], share: Word, count: Word, locale: Locale): string[] {
	const rings = figures.filter(isRinged);
	if (rings.length === 0) return [];
	return [
		(rings.every(({ unit }) => unit === 'percent' || unit === 'months') ? share : count)(
			{},
			{ locale }
		)
	];
}
