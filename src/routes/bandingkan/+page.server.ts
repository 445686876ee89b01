import { getLocale } from '$lib/i18n/locale';
import { type Locale, NATION, placeLevel, provinceOf } from '$lib/model';
import { withLists } from '$lib/protect/count/sets';
import { counts } from '$lib/query/computed/counts';
import { NO_FILTERS } from '$lib/state/filters';
import { type Catalogue, catalogue, need } from '../catalogue.server';
import { askSite, siteEngine } from '../dataset.server';
import { type ExtractPage, askingOf, extractPage } from '../extract.server';
import type { CompareContext } from './context';
import { peersIn } from './peers.server';
import { type PublishedContext, publishedAnswer } from './published';
import { firstCompared, publishedContext } from './published.server';
import { sideBySide } from './side-by-side';

export async function load() {
	const locale = getLocale();
	const names = await catalogue(locale);
	const page = await extractPage(names, locale);
	const published = await publishedContext(names);
	if (!page) return { computed: null, published: await publishedAlone(published, names, locale) };
	const context: CompareContext = {
		...page.context,
		...(await peersIn(page, names)),
		fallback: await largestIn(page),
		published
	};
	const asking = await askingOf(page, locale);
	return {
		computed: {
			page,
			context,
			answer: await sideBySide(NO_FILTERS, { ...asking, context })
		},
		published: null
	};
}

/** What a site without counts from lists compares: districts and the country, by what is published. */
async function publishedAlone(context: PublishedContext, names: Catalogue, locale: Locale) {
	const places = [...(await firstCompared(names)), NATION];
	const asked = { engine: await siteEngine(), locale, options: {} };
	return {
		context,
		first: { places, published: await publishedAnswer(places, context, asked) },
		places: [...names.regions.values()]
			.filter(({ level }) => level !== 'province')
			.map(({ code, name, level }) => ({
				value: code,
				label: name,
				...(level === 'regency' ? { group: need(names.regions, provinceOf(code)).name } : {})
			}))
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
