import { buildBars } from '$lib/chart/build/bars';
import { sentenceCase } from '$lib/chart/build/summary';
import type { ChartModel } from '$lib/chart/model';
import { rateLabel } from '$lib/i18n/indicator-words';
import { dimensionLabel, dimensionValueLabel } from '$lib/i18n/measure-words';
import { namesOf } from '$lib/i18n/names';
import { m } from '$lib/i18n/paraglide/messages';
import {
	type BoundedFigure,
	type Locale,
	type RateIndicatorId,
	UNKNOWN,
	rateIndicator
} from '$lib/model';
import { rateFigure } from '$lib/protect/cell-figure';
import { withLists } from '$lib/protect/count/sets';
import type { RateDimension } from '$lib/query/computed/counted';
import { type RateRow, rates } from '$lib/query/computed/rates';
import { ask } from '$lib/query/question';
import { type Chosen, cellContext, cubeOf, subtitleOf } from './chosen';
import { type GroupsCompared, compareGroups } from './compare-groups';
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
	const rated = groups.map(({ label, rate, row }) => ({ ...row, label, rate }));
	const compared = compareGroups(rated, context.cell.protection.base, locale);
	return buildBars({
		id: dimensions.join('-'),
		locale,
		title: title(groups, compared, by, locale),
		subtitle: subtitleOf(rateLabel(id, locale), chosen, asking),
		unit: 'percent',
		sources: [context.source],
		notes: [
			m.answer_groups_note({}, { locale }),
			...(groups.some(({ rate }) => !rate.incomplete)
				? [m.answer_bounds_note({}, { locale })]
				: []),
			...openNotes(compared, locale)
		],
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
	const [only, ...more] = dimensions;
	// Alone it is no name: not known is what is not known.
	if (only !== undefined && more.length === 0 && row[only] === UNKNOWN)
		return m.filter_unknown({ group: dimensionLabel(only, locale) }, { locale });
	return dimensions
		.map((dimension) => {
			const value = row[dimension];
			const bare = dimensions.length > 1 && dimension === 'age' && value !== UNKNOWN;
			return bare ? value.replace('-', '–') : dimensionValueLabel(dimension, value, locale);
		})
		.join(' ');
}

/** Says the spread only where two groups differ by more than chance allows, and else which do not. */
function title(
	groups: readonly Group[],
	compared: GroupsCompared | null,
	by: string,
	locale: Locale
): string {
	const at = { locale };
	if (!compared) return m.answer_groups_title_few({ by }, at);
	const { apart, endsDiffer, highest, lowest } = compared;
	if (apart) {
		const { higher, lower } = apart;
		const inputs = { highest: higher.names, high: higher.value };
		const all = { ...inputs, lowest: lower.names, low: lower.value };
		return endsDiffer
			? m.answer_groups_title(all, at)
			: sentenceCase(m.answer_groups_title_apart(all, at));
	}
	// Of lists that had not all come it is not known on which side a rate will be.
	if (groups.some(({ rate }) => rate.incomplete)) return m.answer_groups_title_few({ by }, at);
	if (highest.value === lowest.value) return m.answer_groups_title_same({ by }, at);
	const ends = { highest: highest.names, high: highest.value };
	return m.answer_groups_title_alike({ by, ...ends, lowest: lowest.names, low: lowest.value }, at);
}

/** Of withheld groups that may be lower than the lowest, or not, it is said which they are. */
function openNotes(compared: GroupsCompared | null, locale: Locale): string[] {
	if (!compared || compared.open.length === 0) return [];
	return [m.answer_groups_open({ names: namesOf(compared.open, locale) }, { locale })];
}
