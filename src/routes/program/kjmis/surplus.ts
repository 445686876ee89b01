import { type Chosen, subtitleOf } from '$lib/answer/chosen';
import type { Asking } from '$lib/answer/context';
import { keyOfGroups } from '$lib/answer/group-key';
import { saidOf, soFar } from '$lib/answer/so-far';
import { type DecileAmount, amountsByDecile } from '$lib/answer/place-amounts';
import { buildBars } from '$lib/chart/build/bars';
import { RATE_DECIMALS, formatBounds } from '$lib/i18n/bounds';
import { formatAmount } from '$lib/i18n/format';
import { dimensionLabel, dimensionValueLabel } from '$lib/i18n/measure-words';
import { m } from '$lib/i18n/paraglide/messages';
import { type BoundedFigure, type Locale, MARGIN, UNKNOWN, yearPeriod } from '$lib/model';
import { concentration } from '$lib/model/statistics/concentration';
import { amountShare } from '$lib/protect/amount-share';
import type { Surplus, SurplusShares } from './answer';

const LOWEST_FOUR: readonly string[] = ['1', '2', '3', '4'];

/**
 * The surplus of a year by decile. Null of several places, whose deciles have no margin to be shares
 * of, and where the reader chose one decile.
 */
export async function surplusOf(
	year: number,
	years: Chosen & { kind: 'year' },
	asking: Asking
): Promise<Surplus | null> {
	const [place, ...others] = years.places;
	if (place === undefined || others.length > 0 || years.groups.decile !== undefined) return null;
	const { context, locale } = asking;
	const chosen = { ...years, period: yearPeriod(year) };
	const groups = await amountsByDecile('shu', place, chosen, asking);
	const shares = sharesOf(groups);
	const corner = dimensionLabel('decile', locale);
	return {
		...shares,
		year: String(year),
		chart: buildBars({
			id: 'shu-desil',
			locale,
			title: saidOf(
				m.kjmis_surplus_title({ year: String(year) }, { locale }),
				groups.find(({ rupiah }) => rupiah.incomplete)?.rupiah,
				locale
			),
			subtitle: subtitleOf(m.kjmis_surplus_what({}, { locale }), chosen, asking),
			unit: 'rupiah',
			sources: [context.source],
			notes: [
				m.kjmis_surplus_note({}, { locale }),
				...(groups.some(({ rupiah }) => rupiah.incomplete)
					? [m.kjmis_surplus_incomplete({}, { locale })]
					: [])
			],
			rows: groups
				.filter(({ decile }) => decile !== MARGIN)
				.map(({ decile, rupiah }) => ({
					key: keyOfGroups({ decile, sex: MARGIN, age: MARGIN }, ['decile']),
					label: dimensionValueLabel('decile', decile, locale),
					figure: rupiah
				})),
			first: 'given',
			...summaryOf(shares.poorest, locale),
			corner: corner.charAt(0).toLocaleUpperCase() + corner.slice(1)
		})
	};
}

/** What is seen in a sentence; where no share is known, the bars are told one by one. */
function summaryOf(poorest: BoundedFigure | null, locale: Locale): { summary?: string } {
	if (!poorest?.bounds || poorest.value === null) return {};
	const share = formatAmount(poorest.value, 'percent', locale, { decimals: RATE_DECIMALS });
	if (poorest.incomplete)
		return { summary: soFar(m.kjmis_surplus_so_far({ share }, { locale }), [poorest], locale) };
	const inputs = { share, bounds: formatBounds(poorest.bounds, 'percent', locale) };
	return { summary: m.kjmis_surplus_summary(inputs, { locale }) };
}

/** What of the surplus went to whom, and how evenly among those whose decile is known. */
export function sharesOf(groups: readonly DecileAmount[]): SurplusShares {
	const total = groups.find(({ decile }) => decile === MARGIN)?.rupiah;
	const parts = groups.filter(({ decile }) => decile !== MARGIN);
	const share = (wanted: (decile: string) => boolean) => {
		const of = (inIt: boolean) =>
			parts.filter(({ decile }) => wanted(decile) === inIt).map(({ rupiah }) => rupiah);
		return total ? amountShare(of(true), of(false), total) : null;
	};
	const known = parts.filter(
		({ decile, rupiah }) => decile !== UNKNOWN && rupiah.value !== null && rupiah.bounds !== null
	);
	return {
		poorest: share((decile) => LOWEST_FOUR.includes(decile)),
		unknown: share((decile) => decile === UNKNOWN),
		concentration: concentration(
			known.map(({ people, rupiah }) => ({ people: bounded(people), amount: bounded(rupiah) }))
		),
		deciles: known.map(({ decile }) => decile)
	};
}

function bounded({ value, bounds }: BoundedFigure) {
	return { value: value ?? 0, low: bounds?.[0] ?? 0, high: bounds?.[1] ?? 0 };
}
