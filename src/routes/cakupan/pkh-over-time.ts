import { buildLine } from '$lib/chart/build/line';
import { buildMultiples } from '$lib/chart/build/multiples';
import { buildPairs, directions } from '$lib/chart/build/pairs';
import { changeOf } from '$lib/chart/build/summary';
import { formatAmount, formatNumber } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { type Figure, yearOf } from '$lib/model';
import type { CoverageRow } from '$lib/query/coverage';
import { type Asking, nameOf, sourcesIn } from './context';
import { type PkhRows, UNIT } from './pkh-rows';
import { seriesTitle } from './series-title';

/** The region in focus beside its province. */
export function pkhSeries(picked: PkhRows, asking: Asking) {
	const { context, locale } = asking;
	const own = of(picked.region, picked);
	const name = nameOf(picked.region, context);
	return buildLine({
		id: 'deret',
		locale,
		title: seriesTitle(name, own, asking),
		subtitle: m.coverage_series_subtitle_pkh(years(picked), { locale }),
		unit: UNIT,
		sources: sourcesIn(parts(own), context),
		notes: [
			m.coverage_note_province(
				{ province: context.province.name, counts: picked.counts },
				{ locale }
			)
		],
		series: [
			{ key: picked.region, label: name, role: 'chosen', figures: own },
			{
				key: context.province.code,
				label: context.province.name,
				role: 'compared',
				figures: picked.totals
			}
		]
	});
}

/** Every region in a panel of its own, on one scale. */
export function pkhPanels(picked: PkhRows, asking: Asking) {
	const { context, locale } = asking;
	const regions = regionsOf(picked);
	const { from } = years(picked);
	const changes = regions.flatMap((region) => {
		const change = changeOf(of(region, picked));
		return change && String(yearOf(change.first.period)) === from ? [change.change] : [];
	});
	return buildMultiples({
		id: 'semua-daerah',
		locale,
		title: m.coverage_all_lines_title(
			{
				up: formatNumber(changes.filter((change) => change > 0).length, locale),
				count: formatNumber(changes.length, locale),
				from
			},
			{ locale }
		),
		subtitle: m.coverage_multiples_subtitle(years(picked), { locale }),
		unit: UNIT,
		sources: sourcesIn(parts(picked.rows), context),
		panels: regions.map((region) => {
			const label = nameOf(region, context);
			const chosen = region === picked.region;
			const figures = of(region, picked);
			return {
				key: region,
				label,
				chosen,
				series: [{ key: region, label, role: chosen ? 'chosen' : 'context', figures }]
			};
		})
	});
}

/** First and last year of every region. */
export function pkhChange(picked: PkhRows, asking: Asking) {
	const { context, locale } = asking;
	const rows = regionsOf(picked).flatMap((region) => {
		const own = of(region, picked);
		const [before, after] = [own[0], own.at(-1)];
		return before && after ? [{ key: region, label: nameOf(region, context), before, after }] : [];
	});
	const { from, to } = years(picked);
	const { largest } = directions(rows);
	const sign =
		largest && (largest.pair.after.value ?? 0) < (largest.pair.before.value ?? 0) ? '−' : '+';
	return buildPairs({
		id: 'perubahan',
		locale,
		title: m.coverage_change_title(
			{
				name: largest?.pair.label ?? '',
				change: largest ? sign + formatAmount(largest.size, UNIT, locale) : ''
			},
			{ locale }
		),
		subtitle: m.coverage_change_subtitle({ from, to }, { locale }),
		unit: UNIT,
		sources: sourcesIn(parts(picked.rows), context),
		rows: rows.sort((a, b) => (b.after.value ?? -1) - (a.after.value ?? -1)),
		chosen: picked.region,
		labels: { before: from, after: to },
		look: 'dots'
	});
}

function of(region: string, { rows }: PkhRows): CoverageRow[] {
	return rows.filter((row) => row.region === region);
}

function regionsOf({ rows }: PkhRows): string[] {
	return [...new Set(rows.map((row) => row.region))].sort();
}

/** The published figures that ratios are made of. */
function parts(rows: readonly CoverageRow[]): Figure[] {
	return rows.flatMap((row) => [row.families, row.people]);
}

function years({ rows }: PkhRows): { from: string; to: string } {
	const all = rows.map((row) => yearOf(row.period));
	return { from: String(Math.min(...all)), to: String(Math.max(...all)) };
}
