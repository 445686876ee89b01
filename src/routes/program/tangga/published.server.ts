import { formatNumber, formatPeriod } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import type { Locale } from '$lib/model';
import { periods } from '$lib/query/periods';
import { programmeFigures } from '$lib/query/programme-figures';
import { programmeTables } from '$lib/query/programme-tables';
import { programmes } from '$lib/query/programmes';
import { ranking } from '$lib/query/ranking';
import { widestPeriod } from '$lib/query/widest-period';
import { type Catalogue, type HeadlineFigure, headlineOf, sourcesOf } from '../../catalogue.server';
import { askSite } from '../../dataset.server';

/** The programmes that the steps are made of, from the lowest. */
const PROGRAMMES = ['pkh', 'sembako', 'kube', 'prokus', 'umi', 'mekaar', 'kur', 'tangga'];

/** What sources state of the programmes of the ladder, and the names of those of which none states anything. */
export async function publishedOf(names: Catalogue, locale: Locale) {
	const catalogue = await askSite(programmes(locale));
	const headlines: HeadlineFigure[] = [];
	const silent: string[] = [];
	for (const id of PROGRAMMES) {
		const figures = (await askSite(programmeFigures(id))).filter(({ unit }) => unit !== 'yes');
		headlines.push(...figures.map((figure) => headlineOf(figure, names)));
		const name = catalogue.find((one) => one.id === id)?.name;
		const wide = (await askSite(programmeTables(id))).length > 0;
		if (figures.length === 0 && !wide && name !== undefined && id !== 'tangga') silent.push(name);
	}
	return {
		headlines,
		families: await familiesOf(names, locale),
		silent: silent.length > 0 ? m.ladder_published_silent({ names: silent.join(', ') }) : null
	};
}

/** For how many districts the families of the lowest step are published, when, and by whom. */
async function familiesOf(names: Catalogue, locale: Locale) {
	const indicator = 'pkh_families';
	const period = widestPeriod(await askSite(periods(indicator, 'regency')));
	if (!period) return null;
	const rows = await askSite(ranking({ level: 'regency', indicator, period }));
	const known = rows.filter(({ value }) => value !== null);
	return {
		words: m.ladder_published_families({
			known: formatNumber(known.length, locale),
			total: formatNumber(rows.length, locale),
			period: formatPeriod(period, locale)
		}),
		sources: sourcesOf(known, names)
	};
}
