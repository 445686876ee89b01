import { buildBars } from '$lib/chart/build/bars';
import { spreadOf } from '$lib/chart/build/summary';
import { m } from '$lib/i18n/paraglide/messages';
import { yearOf } from '$lib/model';
import { type Asking, sourcesIn } from './context';
import { type PkhRows, UNIT, doubtsIn, named } from './pkh-rows';
import { rankingTitle } from './ranking-title';

/** The regions of the province, or of a list in it, ranked beside the province itself. */
export function pkhRanking(picked: PkhRows, asking: Asking) {
	const { context, locale } = asking;
	const { kept, year, list, counts } = picked;
	const reference = picked.totals.find((total) => yearOf(total.period) === year);
	const place = list ?? context.province.name;
	return buildBars({
		id: 'peringkat',
		locale,
		title:
			doubtsIn(kept) > 0
				? m.coverage_rank_title_doubtful({ place, year: String(year) }, { locale })
				: rankingTitle(place, spreadOf(named(kept)), asking),
		subtitle: m.coverage_rank_subtitle_pkh({ year: String(year) }, { locale }),
		unit: UNIT,
		sources: sourcesIn(
			kept.flatMap((row) => [row.families, row.people]),
			context
		),
		notes: [m.coverage_note_province({ province: context.province.name, counts }, { locale })],
		rows: named(kept),
		chosen: picked.region,
		...(reference ? { reference: { label: context.province.name, figure: reference } } : {})
	});
}
