import { type Chosen, groupWords } from '$lib/answer/chosen';
import { type Asking as ListsAsking, nameOf } from '$lib/answer/context';
import { lineOf, reachedNotes, sinceChange } from '$lib/answer/reached';
import { buildLine } from '$lib/chart/build/line';
import { amountWords } from '$lib/i18n/amount-words';
import { formatPeriod } from '$lib/i18n/format';
import { rateLabel } from '$lib/i18n/indicator-words';
import { m } from '$lib/i18n/paraglide/messages';
import { NATION, type RateIndicatorId } from '$lib/model';
import { clearlyDiffer } from './rate-differ';
import type { PlaceRate } from './rate-rows';

/** The region in focus beside the country, in all periods from the first that has a rate. */
export function rateSeries(
	id: RateIndicatorId,
	all: readonly PlaceRate[],
	chosen: Chosen,
	lists: ListsAsking
) {
	const { context, locale } = lists;
	const [region = NATION] = chosen.places;
	const own = all.filter((row) => row.region === region);
	const national = all.filter((row) => row.region === NATION);
	// Before there was anything to take part in, there is nothing to withhold.
	const from = [...own, ...national]
		.filter(({ figure }) => figure.value !== null)
		.reduce((first, { start }) => (start < first ? start : first), '9');
	const since = (rows: readonly PlaceRate[]) =>
		lineOf(rows.filter(({ start }) => from === '9' || start >= from));
	const [line, country] = [since(own), since(national)];
	const label = nameOf(region, context);
	return buildLine({
		id: 'deret',
		locale,
		title: seriesTitle(label, own, lists),
		subtitle: `${rateLabel(id, locale)}, ${
			chosen.kind === 'year'
				? m.coverage_rate_by_year({}, { locale })
				: m.coverage_rate_by_month({}, { locale })
		}${groupWords(chosen, lists)}`,
		unit: 'percent',
		sources: [context.source],
		notes: [
			m.answer_lines_break({}, { locale }),
			...(region === NATION ? [] : reachedNotes(region, line.figures, lists)),
			...reachedNotes(NATION, country.figures, lists)
		],
		series: [
			...(region === NATION ? [] : [{ key: region, label, role: 'chosen' as const, ...line }]),
			{
				key: NATION,
				label: nameOf(NATION, context),
				role: 'compared' as const,
				...country
			}
		]
	});
}

/** Up, down, or not clearly either: chance and rounding alone make no change. */
function seriesTitle(
	name: string,
	own: readonly PlaceRate[],
	{ context, locale }: ListsAsking
): string {
	const known = sinceChange(own).filter(({ figure }) => figure.value !== null);
	const [first, last] = [known[0], known.at(-1)];
	if (!first || !last) return m.coverage_series_title_none({ name }, { locale });
	const say = ({ figure }: PlaceRate) => amountWords(figure, locale);
	const when = ({ figure }: PlaceRate) => formatPeriod(figure.period, locale);
	if (first === last)
		return m.coverage_series_title_single(
			{ name, value: say(last), period: when(last) },
			{ locale }
		);
	const inputs = {
		name,
		from: say(first),
		to: say(last),
		since: when(first),
		until: when(last)
	};
	if (!clearlyDiffer([first, last], 2, context.cell.protection.base))
		return m.coverage_rate_series_alike(inputs, { locale });
	return (last.figure.value ?? 0) > (first.figure.value ?? 0)
		? m.coverage_series_title_up(inputs, { locale })
		: m.coverage_series_title_down(inputs, { locale });
}
