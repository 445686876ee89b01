import { getLocale } from '$lib/i18n/locale';
import { NO_FILTERS } from '$lib/state/filters';
import { catalogue } from '../../catalogue.server';
import { askingOf, extractPage } from '../../extract.server';
import { publishedOf } from './published.server';
import { ladderAnswer } from './view';

export async function load() {
	const locale = getLocale();
	const names = await catalogue(locale);
	const page = await extractPage(names, locale);
	return {
		published: await publishedOf(names, locale),
		computed: page && {
			page,
			answer: await ladderAnswer(NO_FILTERS, await askingOf(page, locale))
		}
	};
}
