import { type Chosen, groupWords, placeWords } from '$lib/answer/chosen';
import type { Asking } from '$lib/answer/context';
import { countedLines } from '$lib/answer/counted-lines';
import { saidOf } from '$lib/answer/so-far';
import type { PlaceCounts } from '$lib/answer/place-counts';
import { buildLine } from '$lib/chart/build/line';
import { changeOf } from '$lib/chart/build/summary';
import type { ChartModel } from '$lib/chart/model';
import { formatNumber, formatPeriod } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import type { BoundedFigure, Locale } from '$lib/model';

/** Members by month or year, all and those who receive PKH; only of the same districts anything grows. */
export async function membersChart(
	counts: PlaceCounts,
	chosen: Chosen,
	asking: Asking
): Promise<ChartModel> {
	const { context, locale } = asking;
	const at = { locale };
	const lines = [
		{ key: 'kmp', label: m.kmp_members_all({}, at) },
		{ key: 'kmp_pkh', label: m.kmp_members_pkh({}, at) }
	].map((line) => ({ ...line, measures: [line.key], figures: counts.figures(line.key) }));
	const { series, told, notes } = await countedLines(lines, chosen, asking);
	const what =
		chosen.kind === 'year' ? m.kmp_members_what_year({}, at) : m.kmp_members_what({}, at);
	return buildLine({
		id: 'anggota',
		locale,
		title: titleOf(told, locale),
		subtitle: `${what}, ${placeWords(chosen.places, asking)}${groupWords(chosen, asking)}`,
		unit: 'people',
		sources: [context.source],
		notes: [m.kmp_members_two({}, at), ...notes],
		series
	});
}

function titleOf(told: readonly BoundedFigure[], locale: Locale): string {
	const change = changeOf(told);
	if (!change) {
		const only = told.findLast(({ value }) => value !== null);
		if (!only) return noneOf(told, locale);
		const inputs = {
			count: formatNumber(only.value ?? 0, locale),
			month: formatPeriod(only.period, locale)
		};
		return saidOf(m.kmp_members_title_one(inputs, { locale }), only, locale);
	}
	const { first, last } = change;
	const inputs = {
		count: formatNumber(last.value ?? 0, locale),
		month: formatPeriod(last.period, locale),
		from: formatNumber(first.value ?? 0, locale),
		start: formatPeriod(first.period, locale)
	};
	return saidOf(m.kmp_members_title(inputs, { locale }), last, locale);
}

/** Lists that have not come are no list without members. */
function noneOf(told: readonly BoundedFigure[], locale: Locale): string {
	const absent = told.some(({ state }) => state === 'late' || state === 'not_received');
	return absent
		? m.kmp_members_title_not_come({}, { locale })
		: m.kmp_members_title_none({}, { locale });
}
