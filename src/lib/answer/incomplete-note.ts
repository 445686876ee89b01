import { formatNumber } from '$lib/i18n/format';
import { listOfNames } from '$lib/i18n/names';
import { m } from '$lib/i18n/paraglide/messages';
import type { BoundedFigure, Locale } from '$lib/model';

/** More names than these are a number. */
const NAMED = 10;

/**
 * Which of the places that are drawn are not complete, each with of how many of its districts it is: in a
 * map or a ranking they look like the others. Nothing where all are complete.
 */
export function incompleteNotes(
	rows: readonly { label: string; figure: BoundedFigure }[],
	locale: Locale
): string[] {
	const at = { locale };
	const labels = rows
		.filter(({ figure }) => figure.value !== null && figure.incomplete)
		.map(({ label, figure: { districts } }) => {
			if (!districts) return label;
			const count = (value: number) => formatNumber(value, locale);
			const { reported, total } = districts;
			const inputs = { name: label, reported: count(reported), total: count(total) };
			return m.answer_incomplete_of(inputs, at);
		});
	if (labels.length === 0) return [];
	return [m.answer_incomplete({ names: listOfNames(labels, NAMED, locale) }, at)];
}
