import { type PlaceCode, placeLevel, yearOf } from '$lib/model';
import { counts } from '$lib/query/computed/counts';
import { series } from '$lib/query/series';
import { withLists } from '$lib/protect/count/sets';
import { type Catalogue, need } from '../catalogue.server';
import { askSite } from '../dataset.server';
import type { ExtractPage } from '../extract.server';
import type { CompareContext } from './context';

/** So many districts like each one are kept. */
const KEPT = 3;

/**
 * For each district of an extract those most like it: by the poverty rate of the newest year in which
 * all of them have one, and by how many people receive PKH.
 */
export async function peersIn(
	{ context }: ExtractPage,
	names: Catalogue
): Promise<Pick<CompareContext, 'peers' | 'likeness'>> {
	const regions = Object.keys(context.names).filter((code) => placeLevel(code) === 'regency');
	const rates = await askSite(series({ indicators: ['poverty_rate'], regions }));
	const known = rates.filter(({ value }) => value !== null);
	const years = [...new Set(known.map(({ period }) => yearOf(period)))];
	const inYear = (wanted: number) => known.filter(({ period }) => yearOf(period) === wanted);
	const [year = 0] = years.sort((a, b) => inYear(b).length - inYear(a).length || b - a);
	const rows = inYear(year);
	const rate = new Map(rows.map(({ region, value }) => [region, value ?? 0]));
	const month = context.cell.period.start;
	const recipients = await askSite(
		counts(context.extract, month, [withLists('pkh')]),
		context.extract
	);
	const number = new Map(
		recipients.flatMap(({ region, published }) =>
			published === null || placeLevel(region) !== 'regency' ? [] : [[region, published] as const]
		)
	);
	const [one] = rows;
	const source = one && need(names.sources, one.sourceId);
	return {
		likeness: source ? { year, source: { id: source.id, publisher: source.publisher } } : null,
		peers: Object.fromEntries(
			regions.map((code) => [code, { rate: like(code, rate), number: like(code, number) }])
		)
	};
}

/** The districts whose value is nearest, the nearest first; ties in the order of codes. */
function like(code: PlaceCode, values: ReadonlyMap<PlaceCode, number>): PlaceCode[] {
	const own = values.get(code);
	if (own === undefined) return [];
	return [...values]
		.filter(([other]) => other !== code)
		.sort(([a, x], [b, y]) => Math.abs(x - own) - Math.abs(y - own) || (a < b ? -1 : 1))
		.slice(0, KEPT)
		.map(([other]) => other);
}
