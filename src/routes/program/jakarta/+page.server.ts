import { buildPairs } from '$lib/chart/build/pairs';
import { madeOf } from '$lib/engine/asked';
import { formatNumber } from '$lib/i18n/format';
import { getLocale } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages';
import { type Figure, figuresOf, perDay } from '$lib/model';
import { kampung } from '$lib/query/kampung';
import { series } from '$lib/query/series';
import { catalogue, headlineOf, sourcesOf } from '../../catalogue.server';
import { askSite } from '../../dataset.server';
import { groupByCooperative } from './cooperative';
import { membersOf } from './members.server';

const JAKARTA = '31';
const INDICATORS = [
	'iumk_permits',
	'iumk_turnover',
	'kampung_cooperatives',
	'kampung_with_cooperative',
	'starter_credit_enterprises',
	'starter_credit_amount'
];

export async function load() {
	const locale = getLocale();
	const names = await catalogue(locale);
	const figures = await askSite(series({ indicators: INDICATORS, regions: [JAKARTA] }));
	const { before, after, total } = spans(figuresOf(figures, 'iumk_permits'));
	const [rateBefore, rateAfter] = [before, after].map((figure) =>
		madeOf(perDay(figure, { indicator: 'iumk_permits_per_day', unit: 'permits_per_day' }), [figure])
	) as [Figure, Figure];
	const sum = (before.value ?? 0) + (after.value ?? 0);
	const count = (value: number) => formatNumber(value, locale);
	const cooperatives = groupByCooperative(
		(await askSite(kampung())).map((row) => ({ ...row, number: row.cooperativeNumber }))
	);
	const one = (indicator: string) =>
		figuresOf(figures, indicator).map((figure) => headlineOf(figure, names));
	return {
		permits: buildPairs({
			id: 'izin-per-hari',
			locale,
			title: m.jakarta_permits_title({
				times: formatNumber((rateAfter.value ?? 0) / (rateBefore.value ?? 1), locale, {
					decimals: 1
				})
			}),
			subtitle: m.jakarta_permits_subtitle(),
			unit: 'permits_per_day',
			sources: sourcesOf([before, after], names),
			rows: [
				{ key: JAKARTA, label: m.jakarta_permits_row(), before: rateBefore, after: rateAfter }
			],
			labels: { before: m.jakarta_before(), after: m.jakarta_after() },
			look: 'bars'
		}),
		counts: [before, after],
		sumText:
			sum === total.value
				? m.jakarta_permits_sum({ sum: count(sum) })
				: m.jakarta_permits_sum_differs({ sum: count(sum), total: count(total.value ?? 0) }),
		totals: [headlineOf(total, names), ...one('iumk_turnover')],
		credit: [...one('starter_credit_enterprises'), ...one('starter_credit_amount')],
		counted: ['kampung_cooperatives', 'kampung_with_cooperative'].flatMap((indicator) =>
			figuresOf(figures, indicator)
		),
		cooperatives,
		members: await membersOf(cooperatives, JAKARTA, names, locale)
	};
}

/** The source states two spans that meet, and the whole of them. */
function spans(figures: readonly Figure[]): { before: Figure; after: Figure; total: Figure } {
	const total = figures.find((figure) =>
		figures.every(
			({ period }) => figure.period.start <= period.start && figure.period.end >= period.end
		)
	);
	const [before, after] = figures.filter((figure) => figure !== total);
	if (!before || !after || !total)
		throw new Error('the permits of Jakarta are stated before, after and in total');
	return { before, after, total };
}
