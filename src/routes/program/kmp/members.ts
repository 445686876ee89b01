import { type Chosen, groupWords, placeWords } from '$lib/answer/chosen';
import type { Asking } from '$lib/answer/context';
import type { PlaceCounts } from '$lib/answer/place-counts';
import { buildLine } from '$lib/chart/build/line';
import { changeOf } from '$lib/chart/build/summary';
import type { ChartModel } from '$lib/chart/model';
import { formatNumber, formatPeriod } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import type { BoundedFigure, Locale } from '$lib/model';

/** Members by month or year, all and those who receive PKH. What came late breaks the lines. */
export function membersChart(counts: PlaceCounts, chosen: Chosen, asking: Asking): ChartModel {
	const { context, locale } = asking;
	const whole = counts.figures('kmp');
	// Before the first cooperative of the place there is nothing to withhold.
	const begin = Math.max(
		0,
		whole.findIndex(({ value }) => value !== null)
	);
	const all = whole.slice(begin);
	const last = all.findLast(({ value }) => value !== null);
	const change = changeOf(all);
	const title =
		last && change
			? m.kmp_members_title(
					{
						count: formatNumber(last.value ?? 0, locale),
						month: formatPeriod(last.period, locale),
						from: formatNumber(change.first.value ?? 0, locale),
						start: formatPeriod(change.first.period, locale)
					},
					{ locale }
				)
			: m.kmp_members_title_none({}, { locale });
	const what =
		chosen.kind === 'year'
			? m.kmp_members_what_year({}, { locale })
			: m.kmp_members_what({}, { locale });
	return buildLine({
		id: 'anggota',
		locale,
		title,
		subtitle: `${what}, ${placeWords(chosen.places, asking)}${groupWords(chosen, asking)}`,
		unit: 'people',
		sources: [context.source],
		notes: [
			m.kmp_members_two({}, { locale }),
			m.kmp_members_note({}, { locale }),
			...incompleteNotes(all, locale)
		],
		series: [
			{ key: 'kmp', label: m.kmp_members_all({}, { locale }), role: 'chosen', figures: all },
			{
				key: 'kmp_pkh',
				label: m.kmp_members_pkh({}, { locale }),
				role: 'compared',
				figures: counts.figures('kmp_pkh').slice(begin)
			}
		]
	});
}

/** A line goes on where only some districts are late; what it then says is less than it will be. */
function incompleteNotes(figures: readonly BoundedFigure[], locale: Locale): string[] {
	const some = figures.filter(({ value, incomplete }) => value !== null && incomplete);
	const [first] = some;
	if (!first) return [];
	const inputs = {
		count: formatNumber(some.length, locale),
		total: formatNumber(figures.length, locale),
		first: formatPeriod(first.period, locale)
	};
	return [m.kmp_members_incomplete(inputs, { locale })];
}
