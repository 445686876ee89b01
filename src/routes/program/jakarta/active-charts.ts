import { buildBars } from '$lib/chart/build/bars';
import { buildMultiples } from '$lib/chart/build/multiples';
import type { ChartModel, ChartSource } from '$lib/chart/model';
import { madeOf } from '$lib/engine/asked';
import { RATE_DECIMALS } from '$lib/i18n/bounds';
import { formatAmount, formatPeriod } from '$lib/i18n/format';
import type { Locale } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages';
import { type BoundedFigure, missingFigure } from '$lib/model';
import { type Interval, differ } from '$lib/model/statistics/interval';
import { roundingVariance } from '$lib/model/statistics/noise';
import { jointLevel, rateInterval } from '$lib/model/statistics/rate-interval';
import type { CooperativeMembers, MemberMonth } from './members';

/** A cooperative with the name that the page gives it. */
export interface NamedCooperative extends CooperativeMembers {
	name: string;
	/** Short enough to stand beside a bar on a phone. */
	short: string;
}

interface Frame {
	locale: Locale;
	source: ChartSource;
	/** What counts are rounded to. */
	base: number;
}

/** The differences that are told hold together with this level. */
const LEVEL = 0.95;

/** Months at the start of which the lists do not yet cover the 90 days that make a member active. */
const UNSEEN = 2;

/** The share of active members in the last month that is told of, cooperative by cooperative. */
export function activeBars(
	cooperatives: readonly NamedCooperative[],
	{ locale, source, base }: Frame
): ChartModel {
	const last = cooperatives.flatMap(({ short, months }) => {
		const month = months.at(-1);
		return month ? [{ label: short, month, figure: shareOf(month) }] : [];
	});
	const period = last[0]?.month.members.period;
	return buildBars({
		id: 'anggota-aktif',
		locale,
		title: title(last, base, locale),
		subtitle: m.jakarta_active_subtitle(
			{ month: period ? formatPeriod(period, locale) : '' },
			{ locale }
		),
		unit: 'percent',
		sources: [source],
		notes: [
			m.jakarta_active_note({}, { locale }),
			...(last.some(({ figure }) => !figure.incomplete)
				? [m.jakarta_bounds_note({}, { locale })]
				: [])
		],
		rows: last,
		corner: m.jakarta_cooperative({}, { locale })
	});
}

/**
 * The same share month by month, all on one scale; null where there are not two months to compare.
 * @param all from the first month that is known, whatever is told of
 * @param from first day of the first month that is told of
 */
export function activeOverTime(
	all: readonly NamedCooperative[],
	{ locale, source, base }: Frame,
	from: string
): ChartModel | null {
	const cooperatives = all.map((one) => ({
		...one,
		months: one.months.slice(UNSEEN).filter(({ month }) => month >= from)
	}));
	const periods = cooperatives[0]?.months.map(({ members }) => members.period) ?? [];
	const [first, last] = [periods[0], periods.at(-1)];
	if (!first || !last || first === last) return null;
	const span = { from: formatPeriod(first, locale), until: formatPeriod(last, locale) };
	const courses = coursesOf(cooperatives, base);
	const model = buildMultiples({
		id: 'aktif-per-bulan',
		locale,
		title: courseTitle(courses, locale),
		subtitle: m.jakarta_active_time_subtitle(span, { locale }),
		unit: 'percent',
		sources: [source],
		notes: [m.jakarta_window_note({}, { locale }), m.jakarta_late_note({}, { locale })],
		panels: cooperatives.map(({ code, short, months }) => ({
			key: code,
			label: short,
			series: [{ key: code, label: short, role: 'chosen' as const, figures: months.map(shareOf) }]
		}))
	});
	const told = Object.entries(courses).map(([way, count]) => [way, String(count)] as const);
	const inputs = { ...span, ...(Object.fromEntries(told) as Record<keyof Courses, string>) };
	return { ...model, summary: m.jakarta_active_time_summary(inputs, { locale }) };
}

function courseTitle({ up, down, same }: Courses, locale: Locale): string {
	const known = up + down + same;
	if (known === 0) return m.jakarta_active_time_title_open({}, { locale });
	const total = String(known);
	return up + down === 0
		? m.jakarta_active_time_title_same({ total }, { locale })
		: m.jakarta_active_time_title({ up: String(up), down: String(down), total }, { locale });
}

interface Courses {
	up: number;
	down: number;
	same: number;
	unknown: number;
}

/**
 * How many shares of the last month differ from those of the first by more than chance and rounding allow.
 * Of lists that had not all come nobody knows.
 */
function coursesOf(cooperatives: readonly NamedCooperative[], base: number): Courses {
	const courses: Courses = { up: 0, down: 0, same: 0, unknown: 0 };
	const level = jointLevel(LEVEL, 2 * cooperatives.length);
	for (const { months } of cooperatives) {
		const [before, after] = [months[0], months.at(-1)].map((month) =>
			month?.share && month.share.value !== null && !month.share.incomplete
				? intervalOf(month, level, base)
				: null
		);
		if (!before || !after) courses.unknown += 1;
		else if (!differ(before, after)) courses.same += 1;
		else if (after.low > before.high) courses.up += 1;
		else courses.down += 1;
	}
	return courses;
}

function intervalOf({ members, active }: MemberMonth, level: number, base: number): Interval {
	const counted = { part: active.value ?? 0, whole: members.value ?? 1 };
	return rateInterval(counted, level, roundingVariance(base));
}

/** A month of which no share is made is a gap that says why. */
function shareOf({ members, active, share }: MemberMonth): BoundedFigure {
	if (share) return share;
	const absent = members.value === null ? members : active;
	const state = absent.value === null ? absent.state : 'withheld';
	const gap: BoundedFigure = {
		...missingFigure({
			indicator: 'active_of_members',
			region: absent.region,
			period: absent.period,
			unit: 'percent'
		}),
		sourceId: absent.sourceId,
		state,
		bounds: null,
		incomplete: false
	};
	return madeOf(gap, [absent]);
}

/** Names the highest and the lowest only where they differ by more than chance and rounding allow. */
function title(
	rows: readonly { label: string; month: MemberMonth; figure: BoundedFigure }[],
	base: number,
	locale: Locale
): string {
	const known = rows
		.filter(({ figure }) => figure.value !== null && !figure.incomplete)
		.sort((a, b) => (a.figure.value ?? 0) - (b.figure.value ?? 0));
	const [lowest, highest] = [known[0], known.at(-1)];
	if (!lowest || !highest || lowest === highest) return m.jakarta_active_title_few({}, { locale });
	const level = jointLevel(LEVEL, known.length);
	if (!differ(intervalOf(lowest.month, level, base), intervalOf(highest.month, level, base)))
		return m.jakarta_active_title_same({}, { locale });
	const say = ({ figure }: { figure: BoundedFigure }) =>
		formatAmount(figure.value ?? 0, 'percent', locale, { decimals: RATE_DECIMALS });
	return m.jakarta_active_title(
		{ highest: highest.label, high: say(highest), lowest: lowest.label, low: say(lowest) },
		{ locale }
	);
}
