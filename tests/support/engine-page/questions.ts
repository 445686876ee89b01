import { centroids } from '$lib/query/centroids';
import { change } from '$lib/query/change';
import { coverage } from '$lib/query/coverage';
import { coverageTotal } from '$lib/query/coverage-total';
import { headlines } from '$lib/query/headlines';
import { indicators } from '$lib/query/indicators';
import { kampung } from '$lib/query/kampung';
import { listMembers } from '$lib/query/list-members';
import { periods } from '$lib/query/periods';
import { priorityLists } from '$lib/query/priority-lists';
import { programmeFigures } from '$lib/query/programme-figures';
import { programmeTables } from '$lib/query/programme-tables';
import { programmes } from '$lib/query/programmes';
import type { Question } from '$lib/query/question';
import { quality } from '$lib/query/quality';
import { ranking } from '$lib/query/ranking';
import { formerProvinces, regionsWithCodes } from '$lib/query/region-reference';
import { regions } from '$lib/query/regions';
import { series } from '$lib/query/series';
import { sourceFigures } from '$lib/query/source-figures';
import { sources } from '$lib/query/sources';
import { publishedStages } from '$lib/query/stages';
import { targets } from '$lib/query/targets';
import { uncounted } from '$lib/query/uncounted';
import { yearPeriod } from '$lib/model/period';

/** Every question with values to ask it by: for the engines' agreement and for the bench. */
export const QUESTIONS: Readonly<Record<string, Question<unknown>>> = {
	series: series({ indicators: ['pkh_families', 'poor_people'], regions: ['32.01', '32.03'] }),
	ranking: ranking({
		indicator: 'pkh_families',
		period: yearPeriod(2023),
		level: 'regency',
		province: '32'
	}),
	ranking_of_list: ranking({
		indicator: 'poor_people',
		period: yearPeriod(2023),
		level: 'regency',
		list: 'pke-2021-35',
		order: 'asc'
	}),
	centroids: centroids(),
	coverage: coverage({ province: '32', year: 2023 }),
	coverage_all_years: coverage({ province: '32' }),
	coverage_of_list: coverage({ province: '32', list: 'pke-2021-35', year: 2023 }),
	coverage_total: coverageTotal({ province: '32' }),
	change: change({
		indicator: 'pkh_families',
		from: yearPeriod(2023),
		to: yearPeriod(2024),
		level: 'regency',
		province: '32'
	}),
	headlines: headlines([
		{ indicator: 'poverty_rate', region: '00' },
		{ indicator: 'poverty_rate', region: '00', state: 'target' },
		{ indicator: 'pkh_families', region: '32.01', period: yearPeriod(2023) },
		{ indicator: 'kmp_members_from_pkh', region: '35.09' }
	]),
	no_headlines: headlines([]),
	periods: periods('pkh_families', 'regency'),
	sources: sources('id'),
	source_figures: sourceFigures('dinsos-jabar-pkh-20731', 'en'),
	indicators: indicators('en'),
	programmes: programmes('id'),
	priority_lists: priorityLists('id'),
	regions: regions(),
	regions_with_codes: regionsWithCodes(),
	former_provinces: formerProvinces(),
	kampung: kampung(),
	quality: quality(),
	uncounted: uncounted(),
	programme_figures: programmeFigures('kmp'),
	programme_tables: programmeTables('pkh'),
	list_members: listMembers('pke-2021-35'),
	stages: publishedStages(),
	targets: targets()
};
