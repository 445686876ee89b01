import { changeOf, sentenceCase } from '$lib/chart/build/summary';
import { amountWords } from '$lib/i18n/amount-words';
import { formatNumber, formatPeriod } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import type { BoundedFigure, Locale } from '$lib/model';
import type { Stretch } from './stretches';

/**
 * What the last months say, of the districts that report now: other districts before them are another
 * share, to which nothing has risen or fallen.
 */
export function uptakeTitle(stretches: readonly Stretch[], total: number, locale: Locale): string {
	const at = { locale };
	const stretch = stretches.findLast(({ figures }) => figures.some(({ value }) => value !== null));
	const last = stretch?.figures.findLast(({ value }) => value !== null);
	if (!stretch || !last) return m.overview_uptake_title_none({}, at);
	const percent = (figure: BoundedFigure) => amountWords(figure, locale);
	const now = { now: percent(last), when: formatPeriod(last.period, locale) };
	const change = changeOf(stretch.figures);
	const said = change
		? m.overview_uptake_title(
				{ ...now, then: percent(change.first), start: formatPeriod(change.first.period, locale) },
				at
			)
		: m.overview_uptake_title_now(now, at);
	if (stretch.reported === total) return sentenceCase(said);
	const count = formatNumber(stretch.reported, locale);
	const inputs = { count, total: formatNumber(total, locale), said: sentenceCase(said) };
	return m.overview_uptake_title_some(inputs, at);
}
