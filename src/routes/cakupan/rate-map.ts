import { type Chosen, subtitleOf } from '$lib/answer/chosen';
import type { Asking as ListsAsking } from '$lib/answer/context';
import { incompleteNotes } from '$lib/answer/incomplete-note';
import { findBounds } from '$lib/chart/build/classes';
import { comparable } from '$lib/chart/build/comparable';
import { spreadOf } from '$lib/chart/build/summary';
import { RATE_DECIMALS } from '$lib/i18n/bounds';
import { formatAmount, formatNumber } from '$lib/i18n/format';
import { rateLabel } from '$lib/i18n/indicator-words';
import { m } from '$lib/i18n/paraglide/messages';
import {
	type Figure,
	type PlaceCode,
	type RateIndicatorId,
	type RegionCode,
	provinceOf
} from '$lib/model';
import type { CoverageView } from '$lib/state/coverage-view';
import { isInArea } from './area';
import type { Asking } from './context';
import { drawMap } from './map';
import { clearlyDiffer } from './rate-differ';
import { provincePlaces } from './provinces';
import type { PlaceRate } from './rate-rows';
import type { RateScope } from './rate-scope';

interface Mapped {
	id: RateIndicatorId;
	/** Of all periods, for one scale. */
	all: readonly PlaceRate[];
	/** Of the period told of. */
	shown: readonly PlaceRate[];
	/** Places of the lists in the area. */
	here: ReadonlySet<RegionCode>;
	scope: RateScope;
	/** The place in focus. */
	focus: RegionCode;
	members: ReadonlySet<RegionCode> | null;
	area: string;
	/** What is told of, in words below the title. */
	where: readonly PlaceCode[];
	chosen: Chosen;
	view: CoverageView;
}

/** Every district of the area, or province; those that no list is of are ground. */
export function rateMap(mapped: Mapped, asking: Asking, lists: ListsAsking) {
	const { id, all, shown, here, scope, focus, members, area, where, chosen, view } = mapped;
	const { context, locale } = asking;
	const kept = shown.filter(
		({ region }) => here.has(region) && (members === null || members.has(region))
	);
	const { level, within } = scope;
	const drawn = level === 'province' ? provincePlaces(context) : context.places;
	const label = rateLabel(id, locale);
	const what =
		level === 'province' ? m.coverage_rate_by_province({ what: label }, { locale }) : label;
	const places = drawn.filter(
		(place) => isInArea(place, area) && (within?.has(provinceOf(place.region)) ?? true)
	);
	const known = {
		count: formatNumber(kept.filter(({ figure }) => comparable(figure) !== null).length, locale),
		all: formatNumber(places.length, locale)
	};
	const howMany =
		level === 'province'
			? m.coverage_rate_known_provinces(known, { locale })
			: m.coverage_rate_known(known, { locale });
	return drawMap(
		view.drawing,
		{
			id: 'peta',
			locale,
			title: titleOf(kept, lists),
			subtitle: `${subtitleOf(what, chosen, lists, where)}; ${howMany}`,
			unit: 'percent',
			sources: [lists.context.source],
			notes: incompleteNotes(kept, locale),
			places,
			provinceNames: new Map(Object.entries(context.provinceNames)),
			figures: shown.map(({ figure }) => figure),
			asked: { indicator: id, period: chosen.period },
			chosen: focus,
			told: here,
			// One scale for all periods, so that a colour means the same while they pass. It is cut where most
			// rates lie: a few of a first month would else leave all others one colour.
			bounds: findBounds(
				all.flatMap(({ figure }) => comparable(figure) ?? []),
				'middle',
				6
			),
			...(members ? { included: members } : {})
		},
		asking,
		level
	);
}

/** Says the spread only where the highest and the lowest differ by more than chance and rounding allow. */
function titleOf(kept: readonly PlaceRate[], { context, locale }: ListsAsking): string {
	// A rate of lists that had not all come lies lower than it will.
	const complete = kept.filter(({ figure }) => !figure.incomplete);
	const { highest, lowest } = spreadOf(complete);
	if (!highest || !lowest) return m.coverage_rank_title_empty({}, { locale });
	const say = (value: number | null) =>
		formatAmount(value ?? 0, 'percent', locale, { decimals: RATE_DECIMALS });
	const known = complete.filter(({ figure }) => figure.value !== null);
	const rowOf = ({ figure }: { figure: Figure }) => known.find((row) => row.figure === figure);
	const ends = [rowOf(lowest), rowOf(highest)] as const;
	if (known.length === 1)
		return m.coverage_rate_title_one(
			{ name: highest.label, value: say(highest.figure.value) },
			{ locale }
		);
	if (!clearlyDiffer(ends, known.length, context.cell.protection.base))
		return m.coverage_rate_title_alike({ count: String(known.length) }, { locale });
	return m.coverage_rate_title(
		{
			lowest: say(lowest.figure.value),
			lowestName: lowest.label,
			highest: say(highest.figure.value),
			highestName: highest.label
		},
		{ locale }
	);
}
