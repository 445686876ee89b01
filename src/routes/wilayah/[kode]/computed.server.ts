import { compareGroups } from '$lib/answer/compare-groups';
import { tellDistricts } from '$lib/answer/districts-told';
import { madeOf } from '$lib/engine/asked';
import { dimensionLabel, dimensionValueLabel, measureLabel } from '$lib/i18n/measure-words';
import { m } from '$lib/i18n/paraglide/messages';
import { rateLabel } from '$lib/i18n/indicator-words';
import {
	type BoundedFigure,
	type Locale,
	MARGIN,
	RATE_INDICATORS,
	UNKNOWN,
	placeLevel,
	provinceOf
} from '$lib/model';
import {
	type CellContext,
	type CountedCell,
	cellFigure,
	lastMonthOf,
	rateFigure
} from '$lib/protect/cell-figure';
import { withLists } from '$lib/protect/count/sets';
import type { RateRow } from '$lib/query/computed/rates';
import { KMP_STEPS, LADDER, type ListFacts } from './lists.server';

interface Group {
	label: string;
	/** `decile=3`, `sex=female|age=25-44`. */
	key: string;
	part: BoundedFigure;
	whole: BoundedFigure;
	/** Null where none is made. */
	rate: BoundedFigure | null;
}

interface GroupRate {
	label: string;
	rate: BoundedFigure;
}

/** How many of the lowest groups are named. */
const LOWEST = 4;

/** What lists say of a place; null where they do not cover it. */
export function computedOf(code: string, facts: ListFacts, locale: Locale) {
	const { manifest } = facts;
	const cells = facts.cells.get(code);
	if (!cells) return null;
	const context = lastMonthOf(manifest);
	const tell = tellOf(code, facts);
	const told = (figure: BoundedFigure, ...measures: string[]) =>
		tell(
			figure,
			measures.flatMap((measure) => withLists(measure).lists)
		);
	const cellOf = (measure: string): CountedCell => {
		const cell = cells.get(measure) ?? {
			...{ region: code, measure, published: null },
			reach: 'not_received' as const
		};
		if (cell.reach !== 'late' || cell.published !== null) return cell;
		// A larger place of which some districts had reported is not late as a whole.
		const found = told({ ...cellFigure(cell, context), incomplete: true }, measure).districts;
		return found && found.reported > 0 ? madeOf({ ...cell, partly: true }, [cell]) : cell;
	};
	const toldRate = (rate: BoundedFigure | null, ...measures: string[]) =>
		rate && told(rate, ...measures);
	const people = (measure: string) => ({
		label: measureLabel(measure, locale),
		figure: told(cellFigure(cellOf(measure), context), measure)
	});
	const rows = facts.groups.get(code) ?? [];
	const groups = rows.map((row) => groupOf(row, context, locale));
	const rated = rows.map((row, nth) => ({
		...row,
		label: groups[nth]?.label ?? '',
		rate: isComplete(row) ? (groups[nth]?.rate ?? null) : null
	}));
	// Of fewer than two groups, and of lists that had not all come, nothing is said.
	const compared = compareGroups(rated, manifest.protection.base, locale);
	const uptake = rateFigure(cellOf('kmp_pkh'), cellOf('pkh'), context);
	return {
		demo: context.kind === 'demo',
		sourceId: context.sourceId,
		period: context.period,
		rates: RATE_INDICATORS.map(({ id, part, whole }) => ({
			id,
			label: rateLabel(id, locale),
			part: told(cellFigure(cellOf(part), context), part),
			whole: told(cellFigure(cellOf(whole), context), whole),
			rate: toldRate(rateFigure(cellOf(part), cellOf(whole), context), part, whole)
		})),
		steps: KMP_STEPS.map(people),
		ladder: LADDER.map(people),
		reports: (facts.reports.get(code) ?? []).map(({ list, state }) => ({ list, state })),
		history: (facts.history.get(code) ?? []).map(({ figure }) => figure),
		/** All of them, as the file of the place has them. */
		groups,
		lowest: compared?.apart === null ? [] : lowestOf(groups, uptake),
		/** How the groups stand to each other; null where there are not two. */
		compared
	};
}

/** Of how many districts the figures of a larger place are, in the last month. */
function tellOf(code: string, { reports }: ListFacts) {
	const within = [...reports.keys()].filter(
		(region) => placeLevel(code) === 'nation' || provinceOf(region) === code
	);
	const missing = within.flatMap((region) =>
		(reports.get(region) ?? []).filter(({ state }) => state !== 'received')
	);
	return tellDistricts(within, missing, 'month');
}

function groupOf(row: RateRow, context: CellContext, locale: Locale): Group {
	return {
		...named(row, locale),
		part: cellFigure(row.part, context),
		whole: cellFigure(row.whole, context),
		rate: rateFigure(row.part, row.whole, context)
	};
}

/**
 * The groups of lowest uptake, the lowest first; withheld ones by the upper end of their bounds, where
 * even that lies below the rate of all.
 */
function lowestOf(groups: readonly Group[], all: BoundedFigure | null): GroupRate[] {
	const rest = all?.bounds?.[0] ?? 0;
	return groups
		.flatMap(({ label, rate }) => (rate === null || rate.incomplete ? [] : [{ label, rate }]))
		.filter(({ rate: { value, bounds } }) => value !== null || (bounds?.[1] ?? 100) < rest)
		.sort((a, b) => height(a.rate) - height(b.rate))
		.slice(0, LOWEST);
}

function height({ value, bounds }: BoundedFigure): number {
	return value ?? bounds?.[1] ?? 100;
}

function named(row: RateRow, locale: Locale) {
	const values = (['decile', 'sex', 'age'] as const)
		.map((dimension) => ({ dimension, value: row[dimension] }))
		.filter(({ value }) => value !== MARGIN);
	return {
		label: values
			.map(({ dimension, value }) =>
				value === UNKNOWN
					? m.filter_unknown({ group: dimensionLabel(dimension, locale) }, { locale })
					: dimensionValueLabel(dimension, value, locale)
			)
			.join(', '),
		key: values.map(({ dimension, value }) => `${dimension}=${value}`).join('|')
	};
}

/** Whether all lists had come: else a group's rate may yet be another, and it is none of the lowest. */
function isComplete({ part, whole }: RateRow): boolean {
	return part.reach === 'received' && whole.reach === 'received';
}
