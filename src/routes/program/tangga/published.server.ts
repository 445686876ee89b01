import { m } from '$lib/i18n/paraglide/messages';
import type { Locale } from '$lib/model';
import { programmeFigures } from '$lib/query/programme-figures';
import { programmeTables } from '$lib/query/programme-tables';
import { programmes } from '$lib/query/programmes';
import { type Catalogue, type HeadlineFigure, headlineOf } from '../../catalogue.server';
import { askSite } from '../../dataset.server';

/** The programmes that the steps are made of, from the lowest. */
const PROGRAMMES = ['pkh', 'sembako', 'kube', 'prokus', 'umi', 'mekaar', 'kur', 'tangga'];

/** What sources state of the programmes of the ladder, and the names of those of which none states anything. */
export async function publishedOf(names: Catalogue, locale: Locale) {
	const catalogue = await askSite(programmes(locale));
	const headlines: HeadlineFigure[] = [];
	const silent: string[] = [];
	let tables = false;
	for (const id of PROGRAMMES) {
		const figures = (await askSite(programmeFigures(id))).filter(({ unit }) => unit !== 'yes');
		headlines.push(...figures.map((figure) => headlineOf(figure, names)));
		const name = catalogue.find((one) => one.id === id)?.name;
		const wide = (await askSite(programmeTables(id))).length > 0;
		tables ||= wide;
		if (figures.length === 0 && !wide && name !== undefined && id !== 'tangga') silent.push(name);
	}
	return {
		headlines,
		/** Whether some state figures district by district, which are shown elsewhere. */
		tables,
		silent: silent.length > 0 ? m.ladder_published_silent({ names: silent.join(', ') }) : null
	};
}
