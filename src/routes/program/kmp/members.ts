import { buildLine } from '$lib/chart/build/line';
import { changeOf } from '$lib/chart/build/summary';
import type { ChartModel } from '$lib/chart/model';
import { formatNumber, formatPeriod } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { monthPeriod } from '$lib/model';
import { cellFigure } from '$lib/protect/cell-figure';
import { withLists } from '$lib/protect/count/sets';
import { rates } from '$lib/query/computed/rates';
import { ask } from '$lib/query/question';
import { type KmpAsking, monthOf, nameOf } from './context';

/** Members of a place month by month, all and those who receive PKH. Late months break the lines. */
export async function membersChart(place: string, asking: KmpAsking): Promise<ChartModel> {
	const { engine, context, locale, options } = asking;
	const question = rates(context.extract, {
		cube: 'k1',
		dimensions: [],
		from: context.first,
		until: monthOf(context).start,
		places: { regions: [place] },
		part: withLists('kmp_pkh'),
		whole: withLists('kmp')
	});
	const rows = (await ask(engine, question, options)).map(({ start, part, whole }) => {
		const [year = 0, month = 0] = start.split('-').map(Number);
		const cell = { ...context.cell, period: monthPeriod(year, month) };
		return { part: cellFigure(part, cell), whole: cellFigure(whole, cell) };
	});
	const begin = rows.findIndex(({ whole }) => whole.value !== null);
	// Before the first cooperative of the place there is nothing to withhold.
	const shown = rows.slice(Math.max(0, begin));
	const all = shown.map(({ whole }) => whole);
	const last = all.findLast(({ value }) => value !== null);
	const change = changeOf(all);
	const title =
		last && change
			? m.kmp_members_title(
					{
						count: formatNumber(last.value ?? 0, locale),
						month: formatPeriod(last.period, locale),
						from: formatNumber(change.first.value ?? 0, locale),
						start: formatPeriod(change.first.period, locale)
					},
					{ locale }
				)
			: m.kmp_members_title_none({}, { locale });
	return buildLine({
		id: 'anggota',
		locale,
		title,
		subtitle: m.kmp_members_subtitle({ place: nameOf(place, context) }, { locale }),
		unit: 'people',
		sources: [context.source],
		notes: [m.kmp_members_note({}, { locale })],
		series: [
			{ key: 'kmp', label: m.kmp_members_all({}, { locale }), role: 'chosen', figures: all },
			{
				key: 'kmp_pkh',
				label: m.kmp_members_pkh({}, { locale }),
				role: 'compared',
				figures: shown.map(({ part }) => part)
			}
		]
	});
}
