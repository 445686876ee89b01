import { saidOf, soFar } from '$lib/answer/so-far';
import { buildBars } from '$lib/chart/build/bars';
import type { ChartModel, ChartSource } from '$lib/chart/model';
import { formatNumber } from '$lib/i18n/format';
import { incompleteWords } from '$lib/i18n/incomplete';
import { m } from '$lib/i18n/paraglide/messages';
import type { BoundedFigure, Locale } from '$lib/model';
import type { Flow } from './flows';
import { flowLabel, stepLabel } from './words';

interface Frame {
	locale: Locale;
	source: ChartSource;
	/** Name of the place. */
	place: string;
	year: string;
}

/** How many took each step up within the year, from the lowest step on. */
export function flowsChart(
	flows: readonly Flow[],
	{ locale, source, place, year }: Frame
): ChartModel {
	const most = largest(flows, ({ people }) => people.value);
	return buildBars({
		id: 'naik-tangga',
		locale,
		title: most
			? saidOf(
					m.ladder_flows_title(
						{ ...ends(most, locale), count: formatNumber(most.people.value ?? 0, locale), year },
						{ locale }
					),
					most.people,
					locale
				)
			: noneTitle(flows, year, locale),
		subtitle: m.ladder_flows_subtitle({ place, year }, { locale }),
		unit: 'people',
		sources: [source],
		notes: [
			m.ladder_flows_note({}, { locale }),
			...(flows.some(({ people }) => people.incomplete)
				? [m.ladder_flows_incomplete({ year }, { locale })]
				: [])
		],
		rows: flows.map((flow) => ({ label: flowLabel(flow, locale), figure: flow.people })),
		first: 'given',
		corner: m.ladder_flows_corner({}, { locale }),
		summary: m.ladder_flows_summary(
			{
				known: String(flows.filter(({ people }) => people.value !== null).length),
				total: String(flows.length)
			},
			{ locale }
		)
	});
}

/** Nothing is on record of few people; of lists that have not come nothing is known. */
function noneTitle(flows: readonly Flow[], year: string, locale: Locale): string {
	const absent = flows.some(
		({ people: { state } }) => state === 'late' || state === 'not_received'
	);
	const words = absent ? m.ladder_flows_title_not_come : m.ladder_flows_title_none;
	return words({ year }, { locale });
}

/** The median wait of each move that has one; null where none has. */
export function waitsChart(
	flows: readonly Flow[],
	{ locale, source, place, year }: Frame
): ChartModel | null {
	const rows = flows.flatMap((flow) =>
		flow.wait.months ? [{ flow, label: flowLabel(flow, locale), figure: flow.wait.months }] : []
	);
	if (rows.length === 0) return null;
	// The title tells of the move that most people made.
	const told = largest(rows, ({ flow }) => flow.people.value) ?? rows[0];
	const months = ({ figure }: (typeof rows)[number]) => wholeMonths(figure);
	const all = rows.map(months);
	/** Every move of so many months: none is the shortest beside another that is written alike. */
	const named = (count: number) => {
		const labels = rows.filter((row) => months(row) === count).map(({ label }) => label);
		const list = new Intl.ListFormat(locale, { type: 'conjunction' }).format(labels);
		return `${list} (${formatNumber(count, locale)})`;
	};
	return buildBars({
		id: 'lama-menunggu',
		locale,
		title: told
			? waitsTitle(told.flow, told.figure, locale)
			: m.ladder_waits_title_none({}, { locale }),
		subtitle: m.ladder_waits_subtitle({ place, year }, { locale }),
		unit: 'months',
		sources: [source],
		notes: [waitsNote(rows, locale), m.ladder_waits_young({}, { locale })],
		rows,
		first: 'given',
		corner: m.ladder_flows_corner({}, { locale }),
		summary: soFar(
			m.ladder_waits_summary(
				{ shortest: named(Math.min(...all)), longest: named(Math.max(...all)) },
				{ locale }
			),
			rows.map(({ figure }) => figure),
			locale
		)
	});
}

/** The median with its band; of lists that had not all come nothing is said of where the true one lies. */
function waitsTitle(flow: Flow, figure: BoundedFigure, locale: Locale): string {
	const { first, last } = bandOf(figure);
	const said = { ...ends(flow, locale), months: formatNumber(wholeMonths(figure), locale) };
	if (figure.incomplete)
		return m.ladder_waits_title_so_far(
			{ ...said, incomplete: incompleteWords(figure, locale) },
			{ locale }
		);
	const band = { low: formatNumber(first, locale), high: formatNumber(last, locale) };
	return m.ladder_waits_title({ ...said, ...band }, { locale });
}

function waitsNote(rows: readonly { figure: BoundedFigure }[], locale: Locale): string {
	const word = rows.some(({ figure }) => figure.incomplete)
		? m.ladder_waits_note_so_far
		: m.ladder_waits_note;
	return word({}, { locale });
}

/** The first and the last whole month of the band that a median was read from. */
function bandOf({ value, bounds }: BoundedFigure): { first: number; last: number } {
	const [from, until] = bounds ?? [value ?? 0, (value ?? 0) + 1];
	return { first: from, last: until - 1 };
}

/** A median in whole months, none beyond its band. */
function wholeMonths(figure: BoundedFigure): number {
	return Math.min(Math.round(figure.value ?? 0), bandOf(figure).last);
}

function largest<Row>(rows: readonly Row[], of: (row: Row) => number | null): Row | null {
	return rows.reduce<Row | null>((most, row) => {
		const value = of(row);
		return value !== null && (most === null || value > (of(most) ?? 0)) ? row : most;
	}, null);
}

function ends({ from, to }: Flow, locale: Locale): { from: string; to: string } {
	const word = (step: Flow['from']) => stepLabel(step, locale);
	return { from: lower(word(from), locale), to: lower(word(to), locale) };
}

/** Inside a sentence; KUR stays what it is. */
function lower(word: string, locale: Locale): string {
	return word === word.toLocaleUpperCase(locale) ? word : word.toLocaleLowerCase(locale);
}
