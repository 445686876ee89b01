import type { Locale } from '$lib/i18n/locale';
import { NO_FILTERS } from '$lib/state/filters';
import { type Catalogue, need } from '../../catalogue.server';
import { askingOf, extractPage } from '../../extract.server';
import type { JakartaContext } from './answer';
import type { Cooperative } from './cooperative';
import { codeOf } from './members';
import { jakartaAnswer } from './view';

/**
 * What the first extract, an office's own before the demo's, knows of the members of Jakarta's
 * cooperatives, and what the page needs to ask it again; null where it knows of none.
 * @param published the cooperatives that a source names
 */
export async function membersOf(
	published: readonly Cooperative[],
	region: string,
	names: Catalogue,
	locale: Locale
) {
	const extract = await extractPage(names, locale);
	if (!extract) return null;
	const cooperatives = Object.fromEntries(
		published.map(({ number, name }) => [codeOf(number), name])
	);
	const page = {
		...extract,
		context: { ...extract.context, region, cooperatives } satisfies JakartaContext,
		places: [{ value: region, label: need(names.regions, region).name }],
		file: `/extract/${extract.context.extract}/k6.csv.gz`,
		// Cooperatives are counted by month alone.
		years: []
	};
	const asking = { ...(await askingOf(page, locale)), context: page.context };
	const answer = await jakartaAnswer(NO_FILTERS, asking);
	return answer.cooperatives.length === 0 ? null : { page, answer };
}
