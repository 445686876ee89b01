import { buildBars } from '$lib/chart/build/bars';
import { formatNumber, formatPeriod } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import type { BoundedFigure, Locale } from '$lib/model';
import { type CountedCell, cellFigure, rateFigure } from '$lib/protect/cell-figure';
import { withLists } from '$lib/protect/count/sets';
import { counts } from '$lib/query/computed/counts';
import { ask } from '$lib/query/question';
import type { Step } from './answer';
import { type KmpAsking, type KmpContext, isIn, monthOf, nameOf } from './context';

const STEPS = ['kmp_1', 'kmp_2', 'kmp_3', 'kmp_4', 'kmp_5', 'kmp_6', 'kmp_7'] as const;

const LABELS = [
	m.kmp_step_1,
	m.kmp_step_2,
	m.kmp_step_3,
	m.kmp_step_4,
	m.kmp_step_5,
	m.kmp_step_6,
	m.kmp_step_7
];

/** The seven steps of a place in the last month, with what each loses. */
export async function stepsOf(
	place: string,
	asking: KmpAsking
): Promise<{ steps: Step[]; reported: Reported }> {
	const { engine, context, locale, options } = asking;
	const question = counts(context.extract, monthOf(context).start, STEPS.map(withLists));
	const all = await ask(engine, question, options);
	const rows = all.filter(({ region }) => region === place);
	const cells = STEPS.map(
		(measure): CountedCell =>
			rows.find((row) => row.measure === measure) ?? {
				region: place,
				measure,
				published: null,
				reach: 'not_received'
			}
	);
	const steps = cells.map((cell, index) => {
		const before = cells[index - 1];
		const people = cellFigure(cell, context.cell);
		return {
			measure: cell.measure,
			label: LABELS[index]?.({}, { locale }) ?? cell.measure,
			people,
			lost: before ? lostOf(cellFigure(before, context.cell), people) : null,
			kept: before ? rateFigure(cell, before, context.cell) : null
		};
	});
	return { steps, reported: reportedIn(place, all, context) };
}

/** How many districts of a place had sent all lists that the last step needs. */
export interface Reported {
	received: number;
	total: number;
}

function reportedIn(place: string, rows: readonly CountedCell[], context: KmpContext): Reported {
	const last = STEPS[STEPS.length - 1];
	const inside = rows.filter(
		({ region, measure }) => measure === last && isIn(region, place, context)
	);
	return {
		received: inside.filter(({ reach }) => reach === 'received').length,
		total: inside.length
	};
}

/**
 * What a step loses: each count may be off by its bound, so the difference by both together. A step
 * is a part of the one before, hence never less than nothing.
 */
function lostOf(before: BoundedFigure, after: BoundedFigure): BoundedFigure | null {
	// What is lost is not small because what is left is: of a withheld step nothing is said.
	if (before.value === null || after.value === null || !before.bounds || !after.bounds) return null;
	return {
		...after,
		indicator: `${before.indicator}_less_${after.indicator}`,
		value: Math.max(0, before.value - after.value),
		bounds: [
			Math.max(0, before.bounds[0] - after.bounds[1]),
			Math.max(0, before.bounds[1] - after.bounds[0])
		],
		incomplete: before.incomplete || after.incomplete
	};
}

export function stepsChart(
	{ steps, reported }: { steps: readonly Step[]; reported: Reported },
	place: string,
	asking: KmpAsking
) {
	const { context, locale } = asking;
	return buildBars({
		id: 'langkah',
		locale,
		title: title(steps, locale),
		subtitle: m.kmp_steps_subtitle(
			{ place: nameOf(place, context), month: formatPeriod(monthOf(context), locale) },
			{ locale }
		),
		unit: 'people',
		sources: [context.source],
		notes: [m.kmp_steps_note({}, { locale }), ...reportNotes(reported, locale)],
		rows: steps.map(({ label, people }) => ({ label, figure: people })),
		first: 'given',
		corner: m.kmp_step({}, { locale }),
		summary: summary(steps, locale)
	});
}

/** A total says of how many districts it is. */
function reportNotes({ received, total }: Reported, locale: Locale): string[] {
	if (received === total) return [];
	const inputs = { received: String(received), total: String(total) };
	return [m.kmp_reported(inputs, { locale })];
}

function title(steps: readonly Step[], locale: Locale): string {
	const number = (step: Step | undefined) =>
		step && step.people.value !== null ? formatNumber(step.people.value, locale) : null;
	const [first, fifth, last] = [steps[0], steps[4], steps[6]].map(number);
	if (!first) return m.kmp_steps_title_none({}, { locale });
	if (last) return m.kmp_steps_title({ first, last }, { locale });
	return fifth
		? m.kmp_steps_title_members({ first, members: fifth }, { locale })
		: m.kmp_steps_title_first({ first }, { locale });
}

/** Where most are lost, of the steps of which it is known. */
function summary(steps: readonly Step[], locale: Locale): string {
	const known = steps.filter(({ kept }) => kept !== null && kept.value !== null);
	const narrowest = known.reduce<Step | null>(
		(least, step) => (least && (least.kept?.value ?? 0) <= (step.kept?.value ?? 0) ? least : step),
		null
	);
	if (!narrowest?.kept) return m.kmp_steps_summary_none({}, { locale });
	return m.kmp_steps_summary(
		{
			step: narrowest.label,
			kept: `${formatNumber(narrowest.kept.value ?? 0, locale, { decimals: 1 })}%`
		},
		{ locale }
	);
}
