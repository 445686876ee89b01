import { type PlaceCode, placeLevel, yearOf } from '$lib/model';
import { type Comparable, peersOf } from '$lib/model/peers';
import { withLists } from '$lib/protect/count/sets';
import { counts } from '$lib/query/computed/counts';
import { widestFigures } from '$lib/query/widest-figures';
import { type Catalogue, need } from '../catalogue.server';
import { askSite } from '../dataset.server';
import type { ExtractPage } from '../extract.server';
import type { CompareContext } from './context';

/**
 * For each district of an extract those most like it: by the poverty rate of the period in which most
 * have one, and by how many people receive PKH.
 */
export async function peersIn(
	{ context }: ExtractPage,
	names: Catalogue
): Promise<Pick<CompareContext, 'peers' | 'likeness'>> {
	const regions = Object.keys(context.names).filter((code) => placeLevel(code) === 'regency');
	const inExtract = new Set<PlaceCode>(regions);
	const poverty = await askSite(widestFigures('poverty_rate'));
	const rates = poverty.flatMap(({ region, value }) =>
		value !== null && inExtract.has(region) ? [{ code: region, value }] : []
	);
	const question = counts(context.extract, context.cell.period.start, [withLists('pkh')]);
	const recipients = (await askSite(question, context.extract)).flatMap(({ region, published }) =>
		published !== null && inExtract.has(region) ? [{ code: region, value: published }] : []
	);
	const [one] = poverty;
	const source = one && need(names.sources, one.sourceId);
	return {
		likeness: source
			? { year: yearOf(one.period), source: { id: source.id, publisher: source.publisher } }
			: null,
		peers: Object.fromEntries(
			regions.map((code) => [
				code,
				{ rate: nearest(code, rates), number: nearest(code, recipients) }
			])
		)
	};
}

/** The district whose value is nearest: one of the two beside it in order. */
function nearest(code: PlaceCode, all: readonly Comparable[]): PlaceCode | null {
	const values = new Map(all.map((one) => [one.code, one.value]));
	const away = (other: PlaceCode) => Math.abs((values.get(other) ?? 0) - (values.get(code) ?? 0));
	const [first = null, second = null] = peersOf(code, all, 2);
	return first !== null && second !== null && away(second) < away(first) ? second : first;
}
