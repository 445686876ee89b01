import { type Chosen, cubeOf } from '$lib/answer/chosen';
import { type Asking, heldBy, nameOf } from '$lib/answer/context';
import { dimensionLabel, dimensionValueLabel } from '$lib/i18n/measure-words';
import { type Figure, type RateIndicatorId, rateIndicator } from '$lib/model';
import {
	type BoundedCount,
	type Stratified,
	decomposeGap
} from '$lib/model/statistics/standardise';
import { boundsOf } from '$lib/protect/rounding';
import { withLists } from '$lib/protect/count/sets';
import type { CountRow } from '$lib/query/computed/counts';
import { type RateRow, rates } from '$lib/query/computed/rates';
import { ask } from '$lib/query/question';
import type { GapDimension as Dimension, GapRow } from './answer';
import { gapSentence, verdictOf } from './conclusion';

const DIMENSIONS = ['decile', 'sex', 'age'] as const satisfies readonly Dimension[];

/** What the gap between two places' rates is made of, by each dimension that cells tell apart. */
export async function gapsBetween(
	id: RateIndicatorId,
	places: readonly [RateRow, RateRow],
	chosen: Chosen,
	asking: Asking
): Promise<GapRow[]> {
	const { context } = asking;
	const dimensions = DIMENSIONS.filter((dimension) => chosen.groups[dimension] === undefined);
	const all = await Promise.all(
		dimensions.map((dimension) => stratified(id, places, dimension, chosen, asking))
	);
	return dimensions.flatMap((dimension, nth): GapRow[] => {
		const [first, second] = all[nth] ?? [];
		const gap = first && second ? decomposeGap(first, second) : null;
		if (gap === null) return [];
		const { locale } = asking;
		const label = dimensionLabel(dimension, locale);
		const withheld = gap.withheld.map((value) => dimensionValueLabel(dimension, value, locale));
		return [
			{
				dimension,
				label,
				says: gapSentence(gap, { label, second: nameOf(places[1].region, context) }, locale),
				verdict: verdictOf(gap),
				rates: points('rates', gap.rates, dimension, places, chosen, asking),
				composition: points('composition', gap.composition, dimension, places, chosen, asking),
				rest: points('rest', gap.rest, dimension, places, chosen, asking),
				open: { low: gap.open.low * 100, high: gap.open.high * 100 },
				withheld
			}
		];
	});
}

/** The groups of places beside their own counts, which are published and not their sum. */
async function stratified(
	id: RateIndicatorId,
	places: readonly RateRow[],
	dimension: Dimension,
	chosen: Chosen,
	asking: Asking
): Promise<(Stratified | null)[]> {
	const { engine, context, options } = asking;
	const cube = cubeOf(chosen, [dimension]);
	if (cube === null) return [];
	const measures = rateIndicator(id);
	const regions = places.map(({ region }) => region);
	const question = rates(context.extract, {
		cube,
		dimensions: [dimension],
		group: chosen.groups,
		from: chosen.period.start,
		until: chosen.period.start,
		places: await heldBy(regions, cube, asking),
		part: withLists(measures.part),
		whole: withLists(measures.whole)
	});
	const rows = await ask(engine, question, options);
	return places.map(({ region, part, whole }) =>
		part.published === null || whole.published === null
			? null
			: {
					part: part.published,
					whole: whole.published,
					strata: rows
						.filter((row) => row.region === region)
						.map((row) => ({
							key: row[dimension],
							part: bounded(row.part, asking),
							whole: bounded(row.whole, asking)
						}))
				}
	);
}

/** A count with its bounds; one that is withheld lies below the threshold (usually: rule R3). */
function bounded({ published }: CountRow, { context }: Asking): BoundedCount {
	const { protection } = context.cell;
	if (published === null) return { value: null, low: 0, high: protection.threshold - 1 };
	const [low, high] = boundsOf(published, protection);
	return { value: published, low, high };
}

/** A part of the gap as a figure: of the first place against the second. */
function points(
	part: 'rates' | 'composition' | 'rest',
	share: number,
	dimension: Dimension,
	[first, second]: readonly [RateRow, RateRow],
	chosen: Chosen,
	{ context }: Asking
): Figure {
	const { kind, sourceId } = context.cell;
	return {
		indicator: `${first.part.measure}_gap_${part}_by_${dimension}`,
		region: `${first.region},${second.region}`,
		period: chosen.period,
		value: share * 100,
		unit: 'points',
		state: kind,
		sourceId,
		certainty: 'high',
		flag: null
	};
}
