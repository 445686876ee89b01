import { tellDistricts } from '$lib/answer/districts-told';
import { getLocale } from '$lib/i18n/locale';
import { provinceOf } from '$lib/model';
import { lastMonthOf } from '$lib/protect/cell-figure';
import { cooperatives } from '$lib/query/computed/cooperatives';
import { reporting } from '$lib/query/computed/reporting';
import { unreported } from '$lib/query/unreported';
import { askSite, computedExtracts } from '../../dataset.server';
import { extractSource } from '../../extract.server';
import { activeBars, activeOverTime } from './active-charts';
import type { Cooperative } from './cooperative';
import { membersByCooperative, numberOf } from './members';

/**
 * What the first extract, an office's own before the demo's, knows of the members of Jakarta's
 * cooperatives; null where it knows of none.
 * @param published the cooperatives that a source names
 */
export async function membersOf(published: readonly Cooperative[], place: string) {
	const locale = getLocale();
	const [manifest] = computedExtracts();
	if (!manifest) return null;
	const { id, kind, period, protection } = manifest;
	const context = lastMonthOf(manifest);
	const rows = await askSite(
		cooperatives(id, {
			programme: 'koperasi_kampung',
			from: period.start,
			until: context.period.start,
			place
		}),
		id
	);
	const reports = await askSite(reporting(id), id);
	const districts = [...new Set(reports.map(({ region }) => region))].filter(
		(code) => provinceOf(code) === place
	);
	const tell = tellDistricts(districts, await askSite(unreported(id), id), 'month');
	const named = membersByCooperative(rows, context, tell).map((one) => {
		const name = published.find(({ number }) => number === numberOf(one.code))?.name ?? one.code;
		return { ...one, name, short: name.replace(/^Koperasi Konsumen /, '') };
	});
	if (named.length === 0) return null;
	const known = new Set(named.map(({ code }) => numberOf(code)));
	const frame = {
		locale,
		base: protection.base,
		source: extractSource(manifest, locale)
	};
	return {
		kind,
		cooperatives: named,
		/** Names of those of which the lists say nothing. */
		left: published.filter(({ number }) => !known.has(number)).map(({ name }) => name),
		bars: activeBars(named, frame),
		overTime: activeOverTime(named, frame),
		file: `/extract/${id}/k6.csv.gz`
	};
}
