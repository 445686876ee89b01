import { getLocale } from '$lib/i18n/locale';
import { NATION, placeLevel, provinceOf } from '$lib/model';
import { withLists } from '$lib/protect/count/sets';
import { counts } from '$lib/query/computed/counts';
import { NO_FILTERS } from '$lib/state/filters';
import { catalogue } from '../catalogue.server';
import { askSite } from '../dataset.server';
import { type ExtractPage, askingOf, extractPage } from '../extract.server';
import type { CompareContext } from './context';
import { peersIn } from './peers.server';
import { compareAnswer } from './view';

export async function load() {
	const locale = getLocale();
	const names = await catalogue(locale);
	const page = await extractPage(names, locale);
	if (!page) return { computed: null };
	const context: CompareContext = {
		...page.context,
		...(await peersIn(page, names)),
		fallback: await largestIn(page)
	};
	const asking = await askingOf(page, locale);
	return {
		computed: {
			page,
			context,
			answer: await compareAnswer(NO_FILTERS, { ...asking, context })
		}
	};
}

/** The district with the most members of KMP who receive PKH, its province, and the country. */
async function largestIn({ context }: ExtractPage): Promise<string[]> {
	const rows = await askSite(
		counts(context.extract, context.cell.period.start, [withLists('kmp_pkh')]),
		context.extract
	);
	const [largest] = rows
		.filter(({ region, published }) => published !== null && placeLevel(region) === 'regency')
		.sort((a, b) => (b.published ?? 0) - (a.published ?? 0));
	return largest ? [largest.region, provinceOf(largest.region), NATION] : [NATION];
}
