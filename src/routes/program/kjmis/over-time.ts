import { type Chosen, groupWords, placeWords } from '$lib/answer/chosen';
import type { Asking } from '$lib/answer/context';
import { type CountedLine, countedLines } from '$lib/answer/counted-lines';
import type { PlaceCounts } from '$lib/answer/place-counts';
import { saidOf } from '$lib/answer/so-far';
import { buildLine } from '$lib/chart/build/line';
import { changeOf, sentenceCase } from '$lib/chart/build/summary';
import type { ChartModel } from '$lib/chart/model';
import { amountWords } from '$lib/i18n/amount-words';
import { formatPeriod, formatValue } from '$lib/i18n/format';
import { rateLabel } from '$lib/i18n/indicator-words';
import { m } from '$lib/i18n/paraglide/messages';
import {
	type BoundedFigure,
	type FigureState,
	type Locale,
	type RateIndicatorId,
	rateIndicator
} from '$lib/model';

type Word = (inputs: Record<string, never>, options: { locale: Locale }) => string;
type TitleWord = (
	inputs: { value: string; period: string; from: string; start: string },
	options: { locale: Locale }
) => string;

interface LineWords {
	/** Of the chart on the page. */
	id: string;
	title: TitleWord;
	/** What the first line counts, where the title stands alone. */
	name: Word;
	/** Where lists have come, and there is nothing to tell. */
	none: Word;
	/** What is counted. */
	what: string;
	note: Word;
}

/** Counts of the chosen places over time; they hold every measure of the page. */
interface Told {
	counts: PlaceCounts;
	chosen: Chosen;
	asking: Asking;
}

/** Members, all and of either kind: the two kinds do not overlap in a month, and may within a year. */
export function membersChart(told: Told): Promise<ChartModel> {
	return countsChart(
		told,
		[
			['kjmis', m.kjmis_all],
			['kjmis_assisted', m.kjmis_assisted],
			['kjmis_public', m.kjmis_public]
		],
		{
			id: 'anggota',
			title: m.kjmis_members_title,
			name: m.kjmis_year_members,
			none: m.kjmis_members_none,
			note: told.chosen.kind === 'year' ? m.kjmis_members_note_year : m.kjmis_members_note
		}
	);
}

/** Who bought at an e-Warung, all and those who receive assistance. */
export function buyersChart(told: Told): Promise<ChartModel> {
	return countsChart(
		told,
		[
			['ewarung', m.kjmis_buyers_all],
			['ewarung_assisted', m.kjmis_buyers_assisted]
		],
		{
			id: 'pembeli',
			title: m.kjmis_buyers_title,
			name: m.kjmis_year_buyers,
			none: m.kjmis_buyers_none,
			note: m.kjmis_buyers_note
		}
	);
}

/** Rupiah spent at e-Warung. */
export function purchasesChart(
	figures: readonly BoundedFigure[],
	chosen: Chosen,
	asking: Asking
): Promise<ChartModel> {
	const at = { locale: asking.locale };
	const what = m.kjmis_purchases_what({}, at);
	const label = m.kjmis_purchases({}, at);
	return line(chosen, asking, [{ key: 'ewarung', label, measures: ['ewarung'], figures }], {
		id: 'belanja',
		title: m.kjmis_purchases_title,
		name: m.kjmis_year_purchases,
		none: m.kjmis_purchases_none,
		what,
		note: m.kjmis_purchases_note
	});
}

/** Share of the recipients of assistance who are members. */
export function uptakeChart(told: Told): Promise<ChartModel> {
	return rateChart('kjmis_uptake', told, {
		id: 'keikutsertaan',
		title: m.kjmis_uptake_title,
		none: m.kjmis_uptake_none,
		note: m.kjmis_uptake_note
	});
}

/** How far facilitators have come: recipients of assistance who have been mentored. */
export function reachChart(told: Told): Promise<ChartModel> {
	return rateChart('mentoring_reach', told, {
		id: 'pendampingan',
		title: m.kjmis_reach_title,
		none: m.kjmis_reach_none,
		note: m.kjmis_reach_note
	});
}

function countsChart(
	{ counts, chosen, asking }: Told,
	measures: readonly (readonly [measure: string, label: Word])[],
	words: Omit<LineWords, 'what'>
): Promise<ChartModel> {
	const at = { locale: asking.locale };
	const lines = measures.map(([key, label]) => ({
		key,
		label: label({}, at),
		measures: [key],
		figures: counts.figures(key)
	}));
	return line(chosen, asking, lines, { ...words, what: m.kjmis_people({}, at) });
}

function rateChart(
	id: RateIndicatorId,
	{ counts, chosen, asking }: Told,
	words: Omit<LineWords, 'what' | 'name'>
): Promise<ChartModel> {
	const { part, whole } = rateIndicator(id);
	const [parts, wholes] = [counts.figures(part), counts.figures(whole)];
	const figures = counts.rate(part, whole).flatMap((rate, nth): BoundedFigure[] => {
		if (rate) return [rate];
		// A time of which no rate is made has the state of its counts.
		const found = wholes[nth]?.value === null ? wholes[nth] : parts[nth];
		if (!found) return [];
		const state = found.value === null ? found.state : 'withheld';
		return [{ ...found, value: null, bounds: null, unit: 'percent', state }];
	});
	const label = rateLabel(id, asking.locale);
	const lines = [{ key: id, label, measures: [part, whole], figures }];
	return line(chosen, asking, lines, { ...words, what: label, name: () => label });
}

async function line(
	chosen: Chosen,
	asking: Asking,
	lines: readonly CountedLine[],
	{ id, title, name, none, what, note }: LineWords
): Promise<ChartModel> {
	const { context, locale } = asking;
	const { series, told, notes } = await countedLines(lines, chosen, asking);
	const label = name({}, { locale });
	return buildLine({
		id,
		locale,
		title: titleOf(label, told, title, locale) ?? noneOf(label, told, none, locale),
		subtitle: `${what}, ${placeWords(chosen.places, asking)}${groupWords(chosen, asking)}`,
		unit: told[0]?.unit ?? 'people',
		sources: [context.source],
		notes: [note({}, { locale }), ...notes],
		series
	});
}

/** Why there is nothing to tell: lists that have not come are no list without anybody, and few are not none. */
export function noneOf(
	what: string,
	figures: readonly Pick<BoundedFigure, 'state'>[],
	none: Word,
	locale: Locale
): string {
	const is = (...states: FigureState[]) => figures.some(({ state }) => states.includes(state));
	if (is('late', 'not_received')) return m.kjmis_title_not_come({ what }, { locale });
	if (is('withheld')) return m.kjmis_title_withheld({ what }, { locale });
	return none({}, { locale });
}

/** What it came to, and from what, where there are two times to tell of; null where there is none. */
function titleOf(
	what: string,
	figures: readonly BoundedFigure[],
	word: TitleWord,
	locale: Locale
): string | null {
	const say = (figure: BoundedFigure) =>
		figure.unit === 'percent'
			? amountWords(figure, locale)
			: formatValue(figure.value ?? 0, figure.unit, locale, {
					...(figure.unit === 'rupiah' ? { compact: true } : {})
				});
	// A share says so itself.
	const told = (said: string, figure: BoundedFigure) =>
		figure.unit === 'percent' ? said : saidOf(said, figure, locale);
	const change = changeOf(figures);
	if (change) {
		const { first, last } = change;
		const period = formatPeriod(last.period, locale);
		const start = formatPeriod(first.period, locale);
		const said = word({ value: say(last), period, from: say(first), start }, { locale });
		return told(sentenceCase(said), last);
	}
	const only = figures.find(({ value }) => value !== null);
	if (!only) return null;
	const inputs = { what, value: say(only), period: formatPeriod(only.period, locale) };
	return told(m.kjmis_title_one(inputs, { locale }), only);
}
