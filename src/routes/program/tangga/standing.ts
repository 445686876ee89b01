import type { Chosen } from '$lib/answer/chosen';
import type { Asking } from '$lib/answer/context';
import { countedLines } from '$lib/answer/counted-lines';
import type { Reported } from '$lib/answer/place-counts';
import { reportedNotes } from '$lib/answer/reported-notes';
import { saidOf, soFar } from '$lib/answer/so-far';
import { buildBars } from '$lib/chart/build/bars';
import { buildLine } from '$lib/chart/build/line';
import { changeOf } from '$lib/chart/build/summary';
import type { ChartModel, ChartSource } from '$lib/chart/model';
import { formatNumber, formatPeriod } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { type BoundedFigure, type Locale, STEPS, type Step } from '$lib/model';
import { stepLabel } from './words';

/** The measure that counts who stands on each step. */
export const MEASURE_OF: Record<Step, string> = {
	assistance: 'step_assistance',
	group: 'step_group',
	micro: 'step_micro',
	kur: 'step_kur',
	graduated: 'graduated'
};

/** Who stands on each step at the end of each month, in the order of time. */
export type Standing = Readonly<Record<Step, readonly BoundedFigure[]>>;

interface Frame {
	locale: Locale;
	source: ChartSource;
	/** Name of the place. */
	place: string;
}

/** The steps in the last of the months. */
export function standingChart(
	standing: Standing,
	{ locale, source, place }: Frame,
	reported: Reported
): ChartModel {
	const steps = STEPS.flatMap((step) => {
		const figure = standing[step].at(-1);
		return figure ? [{ step, label: stepLabel(step, locale), figure }] : [];
	});
	const period = steps[0]?.figure.period;
	const note = m.ladder_standing_note({}, { locale });
	const title = standingTitle(steps, locale);
	const told = {
		incomplete: steps.some(({ figure }) => figure.incomplete),
		...(reported.total > 1
			? { districts: { reported: reported.received, total: reported.total } }
			: {})
	};
	return buildBars({
		id: 'anak-tangga',
		locale,
		title: saidOf(title.words, told, locale),
		subtitle: m.ladder_standing_subtitle(
			{ place, month: period ? formatPeriod(period, locale) : '' },
			{ locale }
		),
		unit: 'people',
		sources: [source],
		notes: [...(title.summed ? [note] : []), ...reportedNotes(reported, locale)],
		rows: steps,
		first: 'given',
		corner: m.ladder_step_corner({}, { locale }),
		summary: mostOn(steps, locale) ?? title.words
	});
}

interface Stood {
	step: Step;
	label: string;
	figure: BoundedFigure;
}

function standingTitle(
	steps: readonly Stood[],
	locale: Locale
): { words: string; summed: boolean } {
	const value = (wanted: Step) => steps.find(({ step }) => step === wanted)?.figure.value ?? null;
	const say = (count: number) => formatNumber(count, locale);
	const [assistance, group, micro, kur, graduated] = STEPS.map(value);
	if (typeof assistance !== 'number') {
		const state = steps.find(({ step }) => step === 'assistance')?.figure.state;
		const words =
			state === 'late' || state === 'not_received'
				? m.ladder_standing_title_not_come
				: m.ladder_standing_title_none;
		return { words: words({}, { locale }), summed: false };
	}
	if (
		typeof group !== 'number' ||
		typeof micro !== 'number' ||
		typeof kur !== 'number' ||
		typeof graduated !== 'number'
	)
		return {
			words: m.ladder_standing_title_first({ assistance: say(assistance) }, { locale }),
			summed: false
		};
	// Nobody stands on two steps, and no margin of the three is published: they may be added up.
	const inputs = {
		assistance: say(assistance),
		above: say(group + micro + kur),
		graduated: say(graduated)
	};
	return { words: m.ladder_standing_title(inputs, { locale }), summed: true };
}

/** Where most stand; null where nobody is known. */
function mostOn(steps: readonly Stood[], locale: Locale): string | null {
	const known = steps.filter(({ figure }) => figure.value !== null);
	const [most] = known.sort((a, b) => (b.figure.value ?? 0) - (a.figure.value ?? 0));
	if (!most) return null;
	const said = m.ladder_standing_summary(
		{
			step: most.label.toLocaleLowerCase(locale),
			count: formatNumber(most.figure.value ?? 0, locale)
		},
		{ locale }
	);
	return soFar(
		said,
		steps.map(({ figure }) => figure),
		locale
	);
}

/** The steps above assistance month by month: those who rest on assistance are too many for one scale. */
export async function standingOverTime(
	standing: Standing,
	{ locale, source, place }: Frame,
	chosen: Chosen,
	asking: Asking
): Promise<ChartModel> {
	const steps = ['graduated', 'group', 'micro', 'kur'] as const;
	const lines = steps.map((step) => ({
		key: MEASURE_OF[step],
		label: stepLabel(step, locale),
		measures: [MEASURE_OF[step]],
		figures: standing[step]
	}));
	const { series, told, notes } = await countedLines(lines, chosen, asking);
	const change = changeOf(told);
	const say = (figure: { value: number | null }) => formatNumber(figure.value ?? 0, locale);
	return buildLine({
		id: 'anak-tangga-per-bulan',
		locale,
		title: change
			? saidOf(
					m.ladder_time_title(
						{
							first: say(change.first),
							from: formatPeriod(change.first.period, locale),
							last: say(change.last),
							until: formatPeriod(change.last.period, locale)
						},
						{ locale }
					),
					change.last,
					locale
				)
			: m.ladder_time_title_none({}, { locale }),
		subtitle: m.ladder_time_subtitle({ place }, { locale }),
		unit: 'people',
		sources: [source],
		notes: [m.ladder_time_note({}, { locale }), ...notes],
		// From the lowest step to the highest, as they stand.
		series: [...series.slice(1), ...series.slice(0, 1)]
	});
}
