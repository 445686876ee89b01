import { type Chosen, groupWords, subtitleOf } from '$lib/answer/chosen';
import type { Asking } from '$lib/answer/context';
import { lineOf, reachedNotes } from '$lib/answer/reached';
import { buildMultiples } from '$lib/chart/build/multiples';
import { buildPairs } from '$lib/chart/build/pairs';
import type { ChartModel } from '$lib/chart/model';
import { formatAmount, formatNumber, formatPeriod } from '$lib/i18n/format';
import { rateLabel } from '$lib/i18n/indicator-words';
import { m } from '$lib/i18n/paraglide/messages';
import { RATE_DECIMALS } from '$lib/i18n/bounds';
import type { BoundedFigure, Locale, RateIndicatorId } from '$lib/model';
import type { ComparedRow } from './answer';
import type { ComparedPlace } from './places';
import type { Dated } from './rates';

/** The chief rate of each place over time, in small panels on one scale. */
export function panelsChart(
	id: RateIndicatorId,
	places: readonly ComparedPlace[],
	byPlace: readonly (readonly Dated[])[],
	row: ComparedRow,
	chosen: Chosen,
	asking: Asking
): ChartModel {
	const { context, locale } = asking;
	const shown = sinceFirst(byPlace);
	return buildMultiples({
		id: 'kurun',
		locale,
		title: panelsTitle(places, row, locale),
		subtitle: m.compare_panels_subtitle(
			{ what: rateLabel(id, locale), who: groupWords(chosen, asking) },
			{ locale }
		),
		unit: 'percent',
		sources: [context.source],
		notes: [m.answer_lines_break({}, { locale }), ...notesOf(places, shown, asking)],
		panels: places.map(({ code, name }, index) => ({
			key: code,
			label: name,
			chosen: index === 0,
			series: [
				{
					key: id,
					label: name,
					role: 'chosen',
					...lineOf(shown[index] ?? [])
				}
			]
		}))
	});
}

/** From the first period in which any place has a rate: before that, there is nothing to withhold. */
function sinceFirst(byPlace: readonly (readonly Dated[])[]): readonly (readonly Dated[])[] {
	const known = byPlace.flat().filter(({ figure }) => figure.value !== null);
	const [first] = known.map(({ row }) => row.start).sort();
	if (first === undefined) return byPlace;
	return byPlace.map((dated) => dated.filter(({ row }) => row.start >= first));
}

function notesOf(
	places: readonly ComparedPlace[],
	byPlace: readonly (readonly Dated[])[],
	asking: Asking
): string[] {
	return places.flatMap(({ code }, index) =>
		reachedNotes(
			code,
			(byPlace[index] ?? []).map(({ figure }) => figure),
			asking
		)
	);
}

/**
 * The chief rate at the first of the periods shown in which a place has one, and at the last. Null
 * where no place has both, or the two periods are one. A place is left out where other districts had
 * reported by the last.
 */
export function slopeChart(
	id: RateIndicatorId,
	places: readonly ComparedPlace[],
	byPlace: readonly (readonly Dated[])[],
	chosen: Chosen,
	asking: Asking
): ChartModel | null {
	const { context, locale } = asking;
	const starts = [...new Set(byPlace.flat().map(({ row }) => row.start))].sort();
	const at = (index: number, start: string) =>
		byPlace[index]?.find(({ row }) => row.start === start)?.figure;
	// The first period in which at least two places, or the one there is, have a rate.
	const enough = Math.min(2, places.length);
	const first = starts.find(
		(start) =>
			places.filter((_, index) => typeof at(index, start)?.value === 'number').length >= enough
	);
	const last = chosen.period.start;
	if (first === undefined || first === last) return null;
	// From some districts to others nothing rises or falls.
	const changed = places.filter(
		(_, index) =>
			byPlace[index]?.some(
				({ row, changed }) => changed && row.start > first && row.start <= last
			) === true
	);
	const rows = places.flatMap((place, index) => {
		const { code, name } = place;
		const [before, after] = [at(index, first), at(index, last)];
		return before && after && !changed.includes(place)
			? [{ key: code, label: name, before, after }]
			: [];
	});
	const [one] = rows;
	if (!one) return null;
	return buildPairs({
		id: 'lereng',
		locale,
		title: slopeTitle(rows, places.length, formatPeriod(one.before.period, locale), locale),
		subtitle: subtitleOf(
			rateLabel(id, locale),
			{ ...chosen, places: rows.map(({ key }) => key) },
			asking
		),
		unit: 'percent',
		sources: [context.source],
		notes: [
			...(changed.length === 0
				? []
				: [m.compare_slope_left({ names: namesOf(changed, locale) }, { locale })]),
			...rows.flatMap(({ key, before, after }) => reachedNotes(key, [before, after], asking))
		],
		rows,
		chosen: places[0]?.code ?? '',
		labels: {
			before: formatPeriod(one.before.period, locale),
			after: formatPeriod(one.after.period, locale)
		}
	});
}

/** Says who is highest and lowest only of those that are complete, and differ by more than chance allows. */
function panelsTitle(
	places: readonly ComparedPlace[],
	{ figures, ends, differ }: ComparedRow,
	locale: Locale
): string {
	if (!ends || differ === null) return m.compare_panels_title_few({}, { locale });
	if (!differ) return m.compare_panels_title_same({}, { locale });
	const say = (nth: number) =>
		formatAmount(figures[nth]?.value ?? 0, 'percent', locale, { decimals: RATE_DECIMALS });
	return m.compare_panels_title(
		{
			highest: places[ends.highest]?.name ?? '',
			high: say(ends.highest),
			lowest: places[ends.lowest]?.name ?? '',
			low: say(ends.lowest)
		},
		{ locale }
	);
}

function namesOf(places: readonly ComparedPlace[], locale: Locale): string {
	return new Intl.ListFormat(locale).format(places.map(({ name }) => name));
}

/**
 * A rate rose or fell where its bounds then and now do not overlap; else it is said to be unchanged.
 * @param total places that are compared, also those of which neither can be said
 */
function slopeTitle(
	rows: readonly { before: BoundedFigure; after: BoundedFigure }[],
	total: number,
	from: string,
	locale: Locale
): string {
	const known = rows.flatMap(({ before, after }) =>
		before.value !== null && after.value !== null && before.bounds && after.bounds
			? [{ before: before.bounds, after: after.bounds }]
			: []
	);
	const up = known.filter(({ before, after }) => after[0] > before[1]).length;
	const down = known.filter(({ before, after }) => after[1] < before[0]).length;
	const count = (value: number) => formatNumber(value, locale);
	const inputs = { from, up: count(up), down: count(down), same: count(known.length - up - down) };
	if (known.length === total) return m.compare_slope_title(inputs, { locale });
	const some = { known: count(known.length), total: count(total) };
	return m.compare_slope_title_some({ ...inputs, ...some }, { locale });
}
