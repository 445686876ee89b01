import type { Chosen } from '$lib/answer/chosen';
import { type Asking, nameOf } from '$lib/answer/context';
import { formatAmount } from '$lib/i18n/format';
import { RATE_DECIMALS } from '$lib/i18n/bounds';
import { m } from '$lib/i18n/paraglide/messages';
import type { RateIndicatorId } from '$lib/model';
import { differ } from '$lib/model/statistics/interval';
import type { RateRow } from '$lib/query/computed/rates';
import type { PlacePair } from '$lib/state/filters';
import type { ComparedRow, GapAnswer } from './answer';
import { concludeGap } from './conclusion';
import { gapsBetween } from './gaps';
import type { ComparedPlace } from './places';
import { pointsText } from './points-text';
import type { Dated } from './rates';

/** One place of the two, with all that is known of its rate in the chosen period. */
interface Side {
	place: ComparedPlace;
	row: RateRow;
	share: number;
	interval: ComparedRow['intervals'][number];
	incomplete: boolean;
}

/**
 * What the gap between two of the places is made of, and what follows from it. Where the two are not
 * told apart by more than chance and rounding, there is no gap to take apart.
 * @param wanted the reader's two; where one of them is not shown, the first two are told of
 */
export async function gapAnswer(
	id: RateIndicatorId,
	wanted: PlacePair | null,
	{
		places,
		now,
		compared
	}: {
		places: readonly ComparedPlace[];
		now: readonly (Dated | undefined)[];
		compared: ComparedRow;
	},
	chosen: Chosen,
	asking: Asking
): Promise<GapAnswer | null> {
	const { locale } = asking;
	const codes = places.map(({ code }) => code);
	const isShown = wanted?.every((code) => codes.includes(code)) === true;
	const [first, second] = wanted && isShown ? wanted : codes.slice(0, 2);
	if (first === undefined || second === undefined) return null;
	const pair = [first, second] as const;
	const instead = wanted && !isShown ? insteadOf(wanted, pair, asking) : '';
	const sides = pair.map((code) => sideOf(codes.indexOf(code), { places, now, compared }));
	const [one, other] = sides;
	if (!one || !other) {
		const without = pair
			.filter((_, nth) => !sides[nth])
			.map((code) => places[codes.indexOf(code)]?.name ?? code);
		const names = new Intl.ListFormat(locale).format(without);
		return {
			...{ pair, instead, lead: '', rows: [] },
			conclusion: m.compare_gap_no_figure({ names }, { locale })
		};
	}
	const [high, low] = one.share >= other.share ? [one, other] : [other, one];
	const lead = leadOf(high, low, locale);
	if (!high.interval || !low.interval || !differ(high.interval, low.interval))
		return {
			...{ pair, instead, lead, rows: [] },
			conclusion: conclusionOf(m.compare_gap_nothing({}, { locale }), [high, low], locale, false)
		};
	const rows = await gapsBetween(id, [high.row, low.row], chosen, asking);
	const concluded =
		rows.length > 0 ? concludeGap(rows, locale) : m.compare_gap_undivided({}, { locale });
	return {
		pair,
		instead,
		lead,
		conclusion: conclusionOf(concluded, [high, low], locale, true),
		rows
	};
}

function insteadOf(asked: PlacePair, shown: PlacePair, { context, locale }: Asking): string {
	const list = new Intl.ListFormat(locale);
	const named = (pair: PlacePair) => list.format(pair.map((code) => nameOf(code, context)));
	return m.compare_gap_instead({ asked: named(asked), shown: named(shown) }, { locale });
}

function sideOf(
	index: number,
	{
		places,
		now,
		compared
	}: {
		places: readonly ComparedPlace[];
		now: readonly (Dated | undefined)[];
		compared: ComparedRow;
	}
): Side | null {
	const [place, dated] = [places[index], now[index]];
	if (!place || !dated) return null;
	const { row, figure } = dated;
	const { part, whole } = row;
	if (part.published === null || !whole.published || figure.value === null) return null;
	return {
		place,
		row,
		share: Math.min(1, part.published / whole.published),
		interval: compared.intervals[index] ?? null,
		incomplete: figure.incomplete
	};
}

function leadOf(high: Side, low: Side, locale: Asking['locale']): string {
	const percent = ({ share }: Side) =>
		formatAmount(100 * share, 'percent', locale, { decimals: RATE_DECIMALS });
	return m.compare_gap_lead(
		{
			first: high.place.name,
			second: low.place.name,
			high: percent(high),
			low: percent(low),
			gap: pointsText(100 * (high.share - low.share), locale)
		},
		{ locale }
	);
}

/**
 * What follows, after whose lists may yet change it. Of lists that had not all come a difference is told
 * so far, and none is no finding.
 */
function conclusionOf(
	concluded: string,
	sides: readonly Side[],
	locale: Asking['locale'],
	apart: boolean
): string {
	const open = sides.filter(({ incomplete }) => incomplete).map(({ place }) => place.name);
	if (open.length === 0) return concluded;
	const inside = concluded.charAt(0).toLocaleLowerCase(locale) + concluded.slice(1);
	return [
		m.compare_gap_incomplete({ name: new Intl.ListFormat(locale).format(open) }, { locale }),
		apart ? m.answer_so_far({ said: inside }, { locale }) : m.compare_gap_unsure({}, { locale })
	].join(' ');
}
