import { formatAmount, formatPeriod } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { type Figure, type Locale, yearOf } from '$lib/model';
import type { PaceStatus } from '$lib/model/statistics/pace';
import { type StatusRow, paceOfRow } from '../../overview/status-row';
import { statusWords } from '../../overview/status-words';

/** How the newest figure of a poverty line stands to the target of that line. */
export interface Verdict {
	status: PaceStatus;
	/** The status in words, and whether the target's date is past. */
	says: string;
	text: string;
}

/**
 * A verdict for each target, by the same rule as on the overview. A figure is held only against the
 * target of its own line.
 * @param lines what the poverty lines are called, by indicator
 */
export function verdictsOf(
	rows: readonly StatusRow[],
	lines: Readonly<Record<string, string>>,
	locale: Locale
): Verdict[] {
	return rows.flatMap((row) => {
		const { actual, target } = row;
		const line = lines[row.id];
		if (!target || !actual || line === undefined) return [];
		const { status, passed } = paceOfRow(row);
		const late = passed && status !== 'reached';
		const percent = ({ value }: Figure) => formatAmount(value ?? 0, 'percent', locale);
		const inputs = {
			line,
			target: percent(target.figure),
			year: String(yearOf(target.figure.period)),
			now: percent(actual),
			latest: formatPeriod(actual.period, locale)
		};
		const text = m.extreme_poverty_target_of(inputs, { locale });
		const silent = late && actual.period.end < target.figure.period.end;
		return [
			{
				status,
				says: statusWords(status) + (late ? `, ${m.overview_passed({}, { locale })}` : ''),
				text: silent ? `${text} ${m.extreme_poverty_target_silent({}, { locale })}` : text
			}
		];
	});
}
