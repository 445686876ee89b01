import { formatValue } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { type Locale, isIncomplete } from '$lib/model';
import { endsOf, sayValue } from './ends';
import { drawable, numberOptions } from './point';
import { type Named, type Spread, describeGaps, sentenceCase, spreadOf } from './summary';

/**
 * The spread in sentences. A figure of which lists had not all come may yet be another: it is neither the
 * highest nor the lowest, and it is said how many there are; of nothing else, how far they lie apart so far.
 */
export function describeSpread(rows: readonly Named[], locale: Locale): string {
	const whole = rows.filter(({ figure }) => !isIncomplete(figure));
	const complete = spreadOf(whole);
	const all = spreadOf(rows);
	const sentences = complete.highest
		? sayComplete(complete, endsOf(whole, locale), locale)
		: saySoFar(all, locale);
	const count = rows.filter(
		({ figure }) => isIncomplete(figure) && drawable(figure) !== null
	).length;
	if (count > 0)
		sentences.push(
			complete.highest
				? m.chart_summary_incomplete({ count }, { locale })
				: m.chart_summary_all_incomplete({}, { locale })
		);
	return [...sentences, ...describeGaps(all, locale)].join(' ');
}

/** Who stands where among complete figures; of a single one, what it is. */
function sayComplete(
	{ highest, median: middle, total, missing, implausible }: Spread,
	ends: ReturnType<typeof endsOf>,
	locale: Locale
): string[] {
	if (!highest || !ends) return [];
	if (total - missing - implausible === 1) return [saySingle(highest, locale)];
	const at = { locale };
	const { unit } = highest.figure;
	if (ends.highest.value === ends.lowest.value)
		return [m.chart_summary_all_alike({ value: ends.highest.value }, at)];
	const value = formatValue(middle ?? 0, unit, locale, numberOptions(highest.figure));
	return [
		m.chart_summary_highest({ name: ends.highest.names, value: ends.highest.value }, at),
		m.chart_summary_lowest({ name: ends.lowest.names, value: ends.lowest.value }, at),
		m.chart_summary_median({ value }, at)
	];
}

/** How far figures lie apart so far, where lists of all of them are still missing. */
function saySoFar({ highest, lowest }: Spread, locale: Locale): string[] {
	if (!highest || !lowest) return [];
	if (highest === lowest) return [saySingle(highest, locale)];
	const ends = { lowest: lowest.label, low: sayValue(lowest.figure, locale) };
	const inputs = { ...ends, highest: highest.label, high: sayValue(highest.figure, locale) };
	return [m.chart_summary_so_far(inputs, { locale })];
}

function saySingle({ label, figure }: Named, locale: Locale): string {
	const inputs = { name: sentenceCase(label), value: sayValue(figure, locale) };
	return m.chart_summary_single(inputs, { locale });
}
