import { formatPeriod } from '$lib/i18n/format';
import { getLocale } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages';
import { programmeFigures } from '$lib/query/programme-figures';
import { NO_FILTERS } from '$lib/state/filters';
import { catalogue, headlineOf } from '../../catalogue.server';
import { askSite } from '../../dataset.server';
import { askingOf, extractPage } from '../../extract.server';
import { kjmisAnswer } from './view';

export async function load() {
	const locale = getLocale();
	const names = await catalogue(locale);
	const headlines = (await askSite(programmeFigures('kjmis'))).map((figure) =>
		headlineOf(figure, names)
	);
	const page = await extractPage(names, locale);
	return {
		// That a regency was named is a statement, and is said as one.
		named: headlines
			.filter(({ figure }) => figure.unit === 'yes')
			.map(({ figure, source, place }) => ({
				source,
				text: m.kjmis_pioneer({ place, date: formatPeriod(figure.period, locale) })
			})),
		published: headlines
			.filter(({ figure }) => figure.unit !== 'yes')
			.map((headline) => ({
				...headline,
				note: headline.figure.value === null ? m.kjmis_members_unsaid() : ''
			})),
		computed: page && {
			page,
			answer: await kjmisAnswer(NO_FILTERS, await askingOf(page, locale))
		}
	};
}
