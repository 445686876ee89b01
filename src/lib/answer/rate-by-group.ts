import { buildBars } from '$lib/chart/build/bars';
import type { ChartModel } from '$lib/chart/model';
import { RATE_DECIMALS } from '$lib/i18n/bounds';
import { formatAmount } from '$lib/i18n/format';
import { rateLabel } from '$lib/i18n/indicator-words';
import { dimensionLabel, dimensionValueLabel } from '$lib/i18n/measure-words';
import { m } from '$lib/i18n/paraglide/messages';
import {
	type BoundedFigure,
	type Locale,
	type RateIndicatorId,
	UNKNOWN,
	rateIndicator
} from '$lib/model';
import { type Interval, differ } from '$lib/model/statistics/interval';
import { roundingVariance } from '$lib/model/statistics/noise';
import { jointLevel, rateInterval } from '$lib/model/statistics/rate-interval';
import { rateFigure } from '$lib/protect/cell-figure';
import { withLists } from '$lib/protect/count/sets';
import type { RateDimension } from '$lib/query/computed/counted';
import { type RateRow, rates } from '$lib/query/computed/rates';
import { ask } from '$lib/query/question';
import { type Chosen, cellContext, cubeOf, subtitleOf } from './chosen';
import { type Asking, holderOf } from './context';
import { keyOfGroups } from './group-key';

interface Group {
	/** Names the values of the dimensions, so that the mark can be chosen. */
	key: string;
	label: string;
	row: RateRow;
	rate: BoundedFigure;
}

/**
 * A rate of the chosen place by dimensions. Null where no cell tells them apart beside the chosen
 * groups, where several places are chosen, or where the place has no rate of any group.
 */
export async function rateByGroup(
	id: RateIndicatorId,
	dimensions: readonly RateDimension[],
	chosen: Chosen,
	asking: Asking
): Promise<ChartModel | null> {
	const groups = await groupsOf(id, dimensions, chosen, asking);
	if (groups.length === 0) return null;
	const { context, locale } = asking;
	const words = dimensions.map((dimension) => dimensionLabel(dimension, locale));
	const by = words.join(m.answer_and({}, { locale }));
	return buildBars({
		id: dimensions.join('-'),
		locale,
		title: title(groups, by, asking),
		subtitle: subtitleOf(rateLabel(id, locale), chosen, asking),
		unit: 'percent',
		sources: [context.source],
		notes: [m.answer_groups_note({}, { locale })],
		rows: groups.map(({ key, label, rate }) => ({ key, label, figure: rate })),
		first: 'given',
		corner: by.charAt(0).toLocaleUpperCase() + by.slice(1)
	});
}

/** The groups of which a rate is made, or of which one is withheld. */
async function groupsOf(
	id: RateIndicatorId,
	dimensions: readonly RateDimension[],
	chosen: Chosen,
	asking: Asking
): Promise<Group[]> {
	const { engine, context, locale, options } = asking;
	const [place, ...others] = chosen.places;
	const cube = cubeOf(chosen, dimensions);
	if (place === undefined || others.length > 0 || cube === null) return [];
	if (dimensions.some((dimension) => chosen.groups[dimension] !== undefined)) return [];
	const { part, whole } = rateIndicator(id);
	const question = rates(context.extract, {
		cube,
		file: await holderOf(place, cube, asking),
		dimensions,
		group: chosen.groups,
		from: chosen.period.start,
		until: chosen.period.start,
		places: { regions: [place] },
		part: withLists(part),
		whole: withLists(whole)
	});
	return (await ask(engine, question, options)).flatMap((row) => {
		const rate = rateFigure(row.part, row.whole, cellContext(row.start, chosen, context));
		if (rate === null) return [];
		return [
			{ key: keyOfGroups(row, dimensions), label: labelOf(row, dimensions, locale), row, rate }
		];
	});
}

/** `desil 3`, `perempuan 25–44`: short enough to stand beside a bar on a phone. */
function labelOf(row: RateRow, dimensions: readonly RateDimension[], locale: Locale): string {
	return dimensions
		.map((dimension) => {
			const value = row[dimension];
			const bare = dimensions.length > 1 && dimension === 'age' && value !== UNKNOWN;
			return bare ? value.replace('-', '–') : dimensionValueLabel(dimension, value, locale);
		})
		.join(' ');
}

/** Says the spread only where the highest and the lowest differ by more than chance allows. */
function title(groups: readonly Group[], by: string, { context, locale }: Asking): string {
	// Of lists that had not all come it is not known on which side a rate will be.
	const known = groups
		.filter(({ rate }) => rate.value !== null && !rate.incomplete)
		.sort((a, b) => (a.rate.value ?? 0) - (b.rate.value ?? 0));
	const [lowest, highest] = [known[0], known[known.length - 1]];
	if (!lowest || !highest || lowest === highest)
		return m.answer_groups_title_few({ by }, { locale });
	const level = jointLevel(0.95, known.length);
	const variance = roundingVariance(context.cell.protection.base);
	const interval = ({ row: { part, whole } }: Group) =>
		rateInterval({ part: part.published ?? 0, whole: whole.published ?? 1 }, level, variance);
	const say = ({ rate }: Group) =>
		formatAmount(rate.value ?? 0, 'percent', locale, { decimals: RATE_DECIMALS });
	if (!differ(interval(lowest), interval(highest)))
		return groups.some((group) => group.rate.incomplete || isLower(group, interval(highest)))
			? m.answer_groups_title_few({ by }, { locale })
			: m.answer_groups_title_same({ by }, { locale });
	return m.answer_groups_title(
		{ highest: highest.label, high: say(highest), lowest: lowest.label, low: say(lowest) },
		{ locale }
	);
}

/** Whether a withheld rate lies below another all the same: then groups cannot be called alike. */
function isLower({ rate }: Group, other: Interval): boolean {
	if (rate.value !== null || rate.bounds === null) return false;
	return differ({ low: rate.bounds[0] / 100, high: rate.bounds[1] / 100 }, other);
}
