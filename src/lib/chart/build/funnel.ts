import { RATE_DECIMALS } from '$lib/i18n/bounds';
import { formatAmount, formatNumber, formatValue } from '$lib/i18n/format';
import { listOfNames } from '$lib/i18n/names';
import { m } from '$lib/i18n/paraglide/messages';
import { stateName, unitLabel } from '$lib/i18n/words';
import type { BoundedFigure, Locale } from '$lib/model';
import {
	FUNNEL_POSITIONS,
	type Funnel,
	type FunnelPosition,
	funnelOf
} from '$lib/model/statistics/funnel';
import type { ChartFrame } from '../model';
import type { FunnelAbsence, FunnelCurve, FunnelMark, FunnelModel } from '../model-funnel';
import { type Placed, chartBase, uniqueKeys } from './frame';
import { drawable } from './point';
import { sentenceCase } from './summary';

/** A place with the two published counts of its rate. */
export interface FunnelRow {
	label: string;
	part: BoundedFigure;
	whole: BoundedFigure;
	/** In percent; null where no rate is made (rule R3). */
	rate: BoundedFigure | null;
}

export interface FunnelInput extends ChartFrame {
	rows: readonly FunnelRow[];
	/** Region code of the place in the accent. */
	chosen?: string;
	/** What the whole counts: `penerima PKH`. */
	wholeLabel: string;
	/** Variance that the protection adds to each count; 0 of exact counts. */
	variance: number;
}

/** Points of a limit: enough that no corner shows. */
const STEPS = 48;

/** A funnel plot. Whoever has no rate is named beside it and never drawn at zero. */
export function buildFunnel(input: FunnelInput): FunnelModel {
	const { locale } = input;
	const unique = uniqueKeys();
	const drawn = input.rows.filter(isDrawn);
	const counted = drawn.flatMap(({ part, whole, rate }) =>
		part.value !== null && whole.value !== null && rate !== null && rate.value !== null
			? [{ part: part.value, whole: whole.value }]
			: []
	);
	const funnel = funnelOf(counted, input.variance);
	const marks = drawn
		.flatMap(({ label, part, whole, rate }): FunnelMark[] => {
			if (rate === null || whole.value === null) return [];
			const known = rate.value !== null && part.value !== null;
			const position =
				funnel && known ? funnel.positionOf({ part: part.value ?? 0, whole: whole.value }) : null;
			const { region } = rate;
			const chosen = region === input.chosen;
			return [{ key: unique(region), region, label, rate, whole, position, chosen }];
		})
		.sort((a, b) => (a.whole.value ?? 0) - (b.whole.value ?? 0));
	const others = input.rows.filter((row) => !isDrawn(row));
	const positions = countPositions(marks, locale);
	const absent = absences(marks, others, locale);
	return {
		...chartBase(
			{
				...input,
				subtitle: subtitleOf(funnel, input),
				notes: [...(input.notes ?? []), limitsNote(funnel, locale)]
			},
			[...placeMarks(marks, input), ...placeOthers(others, unique)],
			tableOf(marks, others, input),
			describe({ funnel, marks, absent, positions, total: input.rows.length }, locale)
		),
		kind: 'funnel',
		marks,
		mean: funnel && { value: tidy(100 * funnel.mean), label: sayMean(funnel, locale) },
		curves: funnel ? curvesOf(funnel, marks, locale) : [],
		wholeLabel: input.wholeLabel,
		absent,
		positions
	};
}

/** With what the limits allow for: a place may lie within those of one choice and beyond those of another. */
function subtitleOf(funnel: Funnel | null, { subtitle, locale }: FunnelInput): string {
	if (funnel === null) return subtitle;
	return isWidened(funnel)
		? m.statistics_funnel_limits_widened({ subtitle }, { locale })
		: m.statistics_funnel_limits_chance({ subtitle }, { locale });
}

function isWidened({ dispersion }: Funnel): boolean {
	return (dispersion ?? 1) > 1;
}

/** What the limits allow for: chance alone, or the usual spread of these places as well. */
function limitsNote(funnel: Funnel | null, locale: Locale): string {
	return funnel && isWidened(funnel)
		? m.statistics_funnel_note_widened({}, { locale })
		: m.statistics_funnel_note({}, { locale });
}

/** A rate of lists that had not all come lies lower than it will: by no chance. */
function isDrawn({ rate }: FunnelRow): boolean {
	return rate !== null && rate.bounds !== null && !rate.incomplete;
}

function sayMean({ mean }: Funnel, locale: Locale): string {
	const value = formatAmount(100 * mean, 'percent', locale, { decimals: RATE_DECIMALS });
	return m.statistics_funnel_mean({ value }, { locale });
}

/** Drawings of build and browser must agree to the letter, so digits beyond need are cut. */
function tidy(value: number): number {
	return Number(value.toPrecision(6));
}

function curvesOf(funnel: Funnel, marks: readonly FunnelMark[], locale: Locale): FunnelCurve[] {
	const wholes = marks.map(({ whole }) => whole.value ?? 0);
	const [from, until] = [Math.min(...wholes) * 0.85, Math.max(...wholes) * 1.05];
	const at = Array.from({ length: STEPS }, (_, step) =>
		Math.max(1, Math.round(from * (until / from) ** (step / (STEPS - 1))))
	);
	const limits = at.map((whole) => ({ whole, ...funnel.limits(whole) }));
	return (['outer', 'inner'] as const).flatMap((level) =>
		(['high', 'low'] as const).map((side) => ({
			level,
			side,
			label: `${formatNumber(level === 'outer' ? 99.8 : 95, locale)}%`,
			points: limits.map(({ whole, [level]: limit }) => [whole, tidy(100 * limit[side])] as const)
		}))
	);
}

const POSITION_WORDS: Record<
	FunnelPosition,
	(inputs: Record<string, never>, options: { locale: Locale }) => string
> = {
	far_below: m.statistics_funnel_far_below,
	below: m.statistics_funnel_below,
	within: m.statistics_funnel_within,
	above: m.statistics_funnel_above,
	far_above: m.statistics_funnel_far_above
};

function positionWords({ position, rate }: FunnelMark, locale: Locale): string {
	if (position === null && rate.value !== null) return '–';
	if (position === null) return m.statistics_funnel_unknown({}, { locale });
	return POSITION_WORDS[position]({}, { locale });
}

function countPositions(marks: readonly FunnelMark[], locale: Locale): FunnelModel['positions'] {
	return [...FUNNEL_POSITIONS].reverse().flatMap((position) => {
		const count = marks.filter((mark) => mark.position === position).length;
		return count === 0
			? []
			: [{ position, label: POSITION_WORDS[position]({}, { locale }), count }];
	});
}

/** Left and right walk by the number of people; whoever has no rate comes after. */
function placeMarks(marks: readonly FunnelMark[], { locale, wholeLabel }: FunnelInput): Placed[] {
	return marks.map((mark, column) => ({
		key: mark.key,
		name: mark.label,
		row: 0,
		column,
		figure: mark.rate,
		more: [
			`${wholeLabel}: ${formatValue(mark.whole.value ?? 0, mark.whole.unit, locale)}`,
			...(mark.position === null ? [] : [positionWords(mark, locale)])
		].join('; ')
	}));
}

function placeOthers(rows: readonly FunnelRow[], unique: (key: string) => string): Placed[] {
	return rows.map((row, column) => ({
		key: unique(row.part.region),
		name: row.label,
		row: 1,
		column,
		figure: absentFigure(row)
	}));
}

/**
 * What is said of a place that is not drawn: its rate where lists had not all come, else that one of its
 * counts is not there, or is too small.
 */
function absentFigure({ part, whole, rate }: FunnelRow): BoundedFigure {
	if (rate?.incomplete) return rate;
	return whole.value === null ? whole : part;
}

function absences(
	marks: readonly FunnelMark[],
	others: readonly FunnelRow[],
	locale: Locale
): FunnelAbsence[] {
	const groups = new Map<string, string[]>();
	const add = (words: string, label: string) =>
		groups.set(words, [...(groups.get(words) ?? []), label]);
	for (const { rate, label } of marks)
		if (rate.value === null) add(stateName(rate.state, locale), label);
	for (const row of others) {
		const figure = absentFigure(row);
		if (row.rate?.incomplete) add(m.protection_incomplete({}, { locale }), row.label);
		else
			add(
				drawable(figure) !== null
					? m.statistics_funnel_small({}, { locale })
					: stateName(figure.state, locale),
				row.label
			);
	}
	return [...groups].map(([words, labels]) => ({ words, labels }));
}

function tableOf(
	marks: readonly FunnelMark[],
	others: readonly FunnelRow[],
	{ locale, unit, wholeLabel }: FunnelInput
) {
	return {
		corner: m.chart_region({}, { locale }),
		columns: [unitLabel(unit, locale), wholeLabel],
		wordColumns: [m.statistics_funnel_position({}, { locale })],
		rows: [
			...marks.map((mark) => ({
				key: mark.key,
				label: mark.label,
				cells: [[mark.rate], [mark.whole]],
				words: [positionWords(mark, locale)]
			})),
			...others.map((row) => ({
				key: row.part.region,
				label: row.label,
				cells: [tableFigures(row), [row.whole]],
				words: [
					row.rate?.incomplete
						? m.protection_incomplete({}, { locale })
						: m.statistics_funnel_none({}, { locale })
				]
			}))
		]
	};
}

/** In the column of rates: a rate that is not drawn, or why there is none. */
function tableFigures({ part, rate }: FunnelRow): BoundedFigure[] {
	if (rate?.incomplete) return [rate];
	return part.value === null ? [part] : [];
}

/** More names than these are a number. */
const NAMED = 6;

function describe(
	said: {
		funnel: Funnel | null;
		marks: readonly FunnelMark[];
		absent: readonly FunnelAbsence[];
		positions: FunnelModel['positions'];
		total: number;
	},
	locale: Locale
): string {
	const { funnel, marks, absent, positions, total } = said;
	if (!funnel) return m.statistics_funnel_too_few({}, { locale });
	const sentences = [
		m.statistics_funnel_summary(
			{
				mean: formatAmount(100 * funnel.mean, 'percent', locale, { decimals: RATE_DECIMALS }),
				drawn: String(marks.length),
				total: String(total)
			},
			{ locale }
		),
		...positions.map(({ position, label, count }) => {
			const inputs = { position: sentenceCase(label), count: String(count) };
			if (position === 'within') return m.statistics_funnel_count(inputs, { locale });
			const own = marks.filter((mark) => mark.position === position).map((mark) => mark.label);
			return m.statistics_funnel_named(
				{ ...inputs, names: listOfNames(own, NAMED, locale) },
				{ locale }
			);
		})
	];
	if (funnel.dispersion === null) sentences.push(m.statistics_funnel_plain({}, { locale }));
	else if (funnel.dispersion > 1)
		sentences.push(
			m.statistics_funnel_dispersion(
				{ times: formatNumber(funnel.dispersion, locale, { decimals: 1 }) },
				{ locale }
			)
		);
	for (const { words, labels } of absent)
		sentences.push(
			m.statistics_funnel_absent(
				{ words: sentenceCase(words), names: listOfNames(labels, NAMED, locale) },
				{ locale }
			)
		);
	return sentences.join(' ');
}
