import { type Chosen, subtitleOf } from '$lib/answer/chosen';
import type { Asking } from '$lib/answer/context';
import type { PlaceCounts, Reported } from '$lib/answer/place-counts';
import { reportedNotes } from '$lib/answer/reported-notes';
import { saidOf, soFar } from '$lib/answer/so-far';
import { buildBars } from '$lib/chart/build/bars';
import { amountWords } from '$lib/i18n/amount-words';
import { formatDate, formatNumber } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import type { BoundedFigure, Locale } from '$lib/model';
import { notBegun } from '$lib/protect/cell-figure';
import type { Step } from './answer';

export const STEPS = ['kmp_1', 'kmp_2', 'kmp_3', 'kmp_4', 'kmp_5', 'kmp_6', 'kmp_7'] as const;

const LABELS = [
	m.kmp_step_1,
	m.kmp_step_2,
	m.kmp_step_3,
	m.kmp_step_4,
	m.kmp_step_5,
	m.kmp_step_6,
	m.kmp_step_7
];

/** The seven steps in the last of the periods, with what each loses. */
export function stepsOf(counts: PlaceCounts, locale: Locale): Step[] {
	const people = STEPS.map((measure) => counts.figures(measure).at(-1));
	return STEPS.flatMap((measure, index): Step[] => {
		const [before, here] = [people[index - 1], people[index]];
		if (!here) return [];
		return [
			{
				measure,
				label: LABELS[index]?.({}, { locale }) ?? measure,
				people: here,
				lost: before ? lostOf(before, here) : null,
				kept: before ? (counts.rate(measure, STEPS[index - 1] ?? '').at(-1) ?? null) : null
			}
		];
	});
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
		incomplete: before.incomplete || after.incomplete,
		// Of districts whose next list is not known nobody can say who goes on: fewer may be lost.
		atLeast: false
	};
}

export function stepsChart(
	steps: readonly Step[],
	reported: Reported,
	chosen: Chosen,
	asking: Asking
) {
	const { context, locale } = asking;
	const notes = [
		m.kmp_steps_note({}, { locale }),
		...beginNotes(steps, chosen, asking),
		...reportedNotes(reported, locale)
	];
	return buildBars({
		id: 'langkah',
		locale,
		title: saidOf(title(steps, locale), toldOf(steps, reported), locale),
		subtitle: subtitleOf(m.kmp_steps_what({}, { locale }), chosen, asking),
		unit: 'people',
		sources: [context.source],
		notes: chosen.places.length > 1 ? [...notes, m.answer_sum_note({}, { locale })] : notes,
		rows: steps.map(({ label, people }) => ({ label, figure: people })),
		first: 'given',
		corner: m.kmp_step({}, { locale }),
		summary: summary(steps, locale)
	});
}

/** Of how many districts all the steps are, where lists of some had not come. */
function toldOf(steps: readonly Step[], { received, total }: Reported) {
	const incomplete = steps.some(({ people }) => people.incomplete);
	return { incomplete, ...(total > 1 ? { districts: { reported: received, total } } : {}) };
}

/** Where there was no programme yet, since when there is one, and who says so. */
function beginNotes(steps: readonly Step[], chosen: Chosen, { context, locale }: Asking): string[] {
	const begin = steps.some(({ people }) => people.state === 'not_begun')
		? notBegun('kmp', { ...context.cell, period: chosen.period })
		: null;
	if (!begin) return [];
	const inputs = { date: formatDate(begin.on, locale), publisher: begin.publisher };
	return [m.kmp_steps_before_note(inputs, { locale })];
}

function title(steps: readonly Step[], locale: Locale): string {
	const number = (step: Step | undefined) =>
		step && step.people.value !== null ? formatNumber(step.people.value, locale) : null;
	const [first, fifth, last] = [steps[0], steps[4], steps[6]].map(number);
	if (!first) return m.kmp_steps_title_none({}, { locale });
	if (last) return m.kmp_steps_title({ first, last }, { locale });
	if (steps[4]?.people.state === 'not_begun')
		return m.kmp_steps_title_before({ first }, { locale });
	return fifth
		? m.kmp_steps_title_members({ first, members: fifth }, { locale })
		: m.kmp_steps_title_first({ first }, { locale });
}

/** Where the smallest share goes on, and where most people do not, of the steps of which it is known. */
function summary(steps: readonly Step[], locale: Locale): string {
	const known = steps.filter(({ kept }) => kept !== null && kept.value !== null);
	const narrowest = known.reduce<Step | null>(
		(least, step) => (least && (least.kept?.value ?? 0) <= (step.kept?.value ?? 0) ? least : step),
		null
	);
	if (!narrowest?.kept) return m.kmp_steps_summary_none({}, { locale });
	const share = ({ kept }: Step) => formatNumber(kept?.value ?? 0, locale, { decimals: 1 });
	// What is said so far of all steps is not said once more of one.
	const kept = amountWords({ ...narrowest.kept, incomplete: false }, locale);
	const alike = known.filter((step) => share(step) === share(narrowest)).map(({ label }) => label);
	const said = [
		m.kmp_steps_summary({ step: alike.join('”, “'), kept }, { locale }),
		...mostLost(steps, locale)
	];
	const told = steps.flatMap(({ people, kept }) => [people, kept]);
	return soFar(said.join(' '), told, locale);
}

function mostLost(steps: readonly Step[], locale: Locale): string[] {
	const most = steps.reduce<Step | null>(
		(all, step) => ((step.lost?.value ?? 0) > (all?.lost?.value ?? 0) ? step : all),
		null
	);
	if (!most?.lost) return [];
	const people = formatNumber(most.lost.value ?? 0, locale);
	return [m.kmp_steps_summary_most({ step: most.label, people }, { locale })];
}
