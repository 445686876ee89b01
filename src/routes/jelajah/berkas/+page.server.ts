import { getLocale } from '$lib/i18n/locale';
import { formerNames } from '$lib/query/former-names';
import { formerProvinces, regionsWithCodes } from '$lib/query/region-reference';
import { regions } from '$lib/query/regions';
import { widestFigures } from '$lib/query/widest-figures';
import type { RegionReference } from '$lib/read/region';
import { catalogue, sourcesOf } from '../../catalogue.server';
import { askSite } from '../../dataset.server';
import type { OwnContext, PublishedChoice } from './context';

/** Fewer places than these are not set beside a file. */
const LEAST = 10;

export async function load() {
	const names = await catalogue(getLocale());
	const all = await askSite(regions());
	const known = await askSite(regionsWithCodes());
	const reference: RegionReference = {
		regions: known.map((region) => ({ ...region, bpsCode: region.bpsCode })),
		formerNames: (await askSite(formerNames())).map(({ region, name }) => ({
			code: region,
			formerName: name
		})),
		formerProvinces: await askSite(formerProvinces()),
		formerCodes: []
	};
	const choices: PublishedChoice[] = [];
	for (const { id, name, unit } of names.indicators.values()) {
		const figures = await askSite(widestFigures(id));
		const period = figures[0]?.period;
		if (period === undefined || figures.length < LEAST) continue;
		choices.push({ id, name, unit, period, sources: sourcesOf(figures, names) });
	}
	const context: OwnContext = {
		reference,
		choices,
		places: all.flatMap(({ code, name, abbreviation, x, y }) =>
			x === null || y === null ? [] : [{ region: code, name, abbreviation, x, y }]
		),
		provinceNames: Object.fromEntries(
			all.filter(({ level }) => level === 'province').map(({ code, name }) => [code, name])
		)
	};
	return { context };
}
