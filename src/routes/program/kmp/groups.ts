import { buildBars } from '$lib/chart/build/bars';
import type { ChartModel } from '$lib/chart/model';
import { RATE_DECIMALS } from '$lib/i18n/bounds';
import { formatAmount, formatPeriod } from '$lib/i18n/format';
import { dimensionLabel, dimensionValueLabel } from '$lib/i18n/measure-words';
import { m } from '$lib/i18n/paraglide/messages';
import { type BoundedFigure, type Locale, UNKNOWN } from '$lib/model';
import { type Interval, differ } from '$lib/model/statistics/interval';
import { roundingVariance } from '$lib/model/statistics/noise';
import { jointLevel, rateInterval } from '$lib/model/statistics/rate-interval';
import { rateFigure } from '$lib/protect/cell-figure';
import { cubeFor } from '$lib/protect/cube-for';
import { type RateDimension, type RateRow, rates } from '$lib/query/computed/rates';
import { ask } from '$lib/query/question';
import { type KmpAsking, UPTAKE, monthOf, nameOf } from './context';

interface Group {
	label: string;
	row: RateRow;
	rate: BoundedFigure;
}

/** Uptake by decile: do the poorest join as often as the others? */
export async function decilesChart(place: string, asking: KmpAsking): Promise<ChartModel | null> {
	const groups = await groupsBy(place, ['decile'], asking);
	return chart(groups, place, ['decile'], asking);
}

/** Uptake of women and men in each age band. */
export async function sexAgeChart(place: string, asking: KmpAsking): Promise<ChartModel | null> {
	const groups = await groupsBy(place, ['sex', 'age'], asking);
	return chart(groups, place, ['sex', 'age'], asking);
}

/** The groups of which a rate is made, or of which one is withheld. */
async function groupsBy(
	place: string,
	dimensions: readonly RateDimension[],
	asking: KmpAsking
): Promise<Group[]> {
	const { engine, context, locale, options, groupsOf } = asking;
	const cube = cubeFor(dimensions, 'month');
	if (typeof cube !== 'string' || cube === 'k5') return [];
	const month = monthOf(context).start;
	const question = rates(context.extract, {
		cube,
		file: await groupsOf(place),
		dimensions,
		from: month,
		until: month,
		places: { regions: [place] },
		...UPTAKE
	});
	return (await ask(engine, question, options)).flatMap((row) => {
		const rate = rateFigure(row.part, row.whole, context.cell);
		if (rate === null) return [];
		return [{ label: labelOf(row, dimensions, locale), row, rate }];
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

function chart(
	groups: readonly Group[],
	place: string,
	dimensions: readonly RateDimension[],
	asking: KmpAsking
): ChartModel | null {
	const { context, locale } = asking;
	if (groups.length === 0) return null;
	const words = dimensions.map((dimension) => dimensionLabel(dimension, locale));
	const by = words.join(m.kmp_and({}, { locale }));
	return buildBars({
		id: dimensions.join('-'),
		locale,
		title: title(groups, by, asking),
		subtitle: m.kmp_groups_subtitle(
			{ place: nameOf(place, context), month: formatPeriod(monthOf(context), locale) },
			{ locale }
		),
		unit: 'percent',
		sources: [context.source],
		notes: [m.kmp_groups_note({}, { locale })],
		rows: groups.map(({ label, rate }) => ({ label, figure: rate })),
		first: 'given',
		corner: by.charAt(0).toLocaleUpperCase() + by.slice(1)
	});
}

/** Says the spread only where the highest and the lowest differ by more than chance allows. */
function title(groups: readonly Group[], by: string, { context, locale }: KmpAsking): string {
	const known = groups
		.filter(({ rate }) => rate.value !== null)
		.sort((a, b) => (a.rate.value ?? 0) - (b.rate.value ?? 0));
	const [lowest, highest] = [known[0], known[known.length - 1]];
	if (!lowest || !highest || lowest === highest) return m.kmp_groups_title_few({ by }, { locale });
	const level = jointLevel(0.95, known.length);
	const variance = roundingVariance(context.cell.protection.base);
	const interval = ({ row: { part, whole } }: Group) =>
		rateInterval({ part: part.published ?? 0, whole: whole.published ?? 1 }, level, variance);
	const say = ({ rate }: Group) =>
		formatAmount(rate.value ?? 0, 'percent', locale, { decimals: RATE_DECIMALS });
	if (!differ(interval(lowest), interval(highest)))
		return groups.some((group) => isLower(group, interval(highest)))
			? m.kmp_groups_title_few({ by }, { locale })
			: m.kmp_groups_title_same({ by }, { locale });
	return m.kmp_groups_title(
		{ highest: highest.label, high: say(highest), lowest: lowest.label, low: say(lowest) },
		{ locale }
	);
}

/** Whether a withheld rate lies below another all the same: then groups cannot be called alike. */
function isLower({ rate }: Group, other: Interval): boolean {
	if (rate.value !== null || rate.bounds === null) return false;
	return differ({ low: rate.bounds[0] / 100, high: rate.bounds[1] / 100 }, other);
}
