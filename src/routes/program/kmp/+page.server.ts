import { getLocale } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages';
import { programmeFigures } from '$lib/query/programme-figures';
import { NO_FILTERS } from '$lib/state/filters';
import { catalogue, headlineOf } from '../../catalogue.server';
import { askSite } from '../../dataset.server';
import { askingOf, extractPage } from '../../extract.server';
import { kmpAnswer } from './view';

export async function load() {
	const locale = getLocale();
	const names = await catalogue(locale);
	const figures = await askSite(programmeFigures('kmp'));
	const page = await extractPage(names, locale);
	return {
		published: figures
			.filter(({ unit }) => unit !== 'yes')
			.map((figure) => ({
				...headlineOf(figure, names),
				note: figure.indicator === 'kmp_members_from_pkh' ? m.kmp_uncounted() : ''
			})),
		computed: page && {
			page,
			answer: await kmpAnswer(NO_FILTERS, await askingOf(page, locale))
		}
	};
}
