import { m } from '$lib/i18n/paraglide/messages';
import { type Locale, hasValue, levelOf, provinceOf } from '$lib/model';
import { peersOf, positionOf } from '$lib/model/peers';
import { indicatorSeries } from '$lib/query/indicator-series';
import { placeFigures } from '$lib/query/place-figures';
import { widestFigures } from '$lib/query/widest-figures';
import { catalogue, need } from '../../catalogue.server';
import { askSite } from '../../dataset.server';
import { extractSource } from '../../extract.server';
import { computedOf } from './computed.server';
import { listFacts } from './lists.server';

/** Indicators that one would look for in any place. */
const EXPECTED = [
	'poverty_rate',
	'poverty_line',
	'poor_people',
	'pkh_families',
	'kmp_members',
	'kjmis_members'
];
const PEERS = 6;

let asked: ReturnType<typeof published> | undefined;

export type Profile = Awaited<ReturnType<typeof profileOf>>;

async function published() {
	return {
		figures: await askSite(placeFigures()),
		poverty: await askSite(widestFigures('poverty_rate')),
		overTime: await askSite(indicatorSeries('poverty_rate'))
	};
}

/** All that is known of a place, in the language of the page. */
export async function profileOf(code: string, locale: Locale) {
	asked ??= published();
	const { figures, poverty, overTime } = await asked;
	const names = await catalogue(locale);
	const region = need(names.regions, code);
	const own = figures.filter((figure) => figure.region === code);
	const level = levelOf(code);
	const rates = poverty.flatMap((figure) =>
		figure.value === null ? [] : [{ code: figure.region, value: figure.value }]
	);
	const people = [...names.regions.values()].flatMap((one) =>
		one.level === level && one.population !== null
			? [{ code: one.code, value: one.population }]
			: []
	);
	const peer = (other: string) => ({
		code: other,
		name: need(names.regions, other).name,
		poverty: poverty.find((figure) => figure.region === other) ?? null
	});
	const { population, sourceId } = region;
	const counted = need(names.sources, sourceId);
	const facts = await listFacts();
	return {
		region: { code, name: region.name, level },
		province: level === 'regency' ? peer(provinceOf(code)) : null,
		regencies:
			level === 'province'
				? [...names.regions.values()]
						.filter((one) => one.level === 'regency' && one.provinceCode === code)
						.map((one) => peer(one.code))
				: [],
		figures: own,
		known: own.filter(({ state }) => hasValue(state)),
		unknown: own.filter(({ state }) => !hasValue(state)),
		absent: EXPECTED.filter(
			(id) => names.indicators.has(id) && !own.some((one) => one.indicator === id)
		).map((id) => need(names.indicators, id).name),
		position: positionOf(
			code,
			rates.filter((one) => provinceOf(one.code) === provinceOf(code))
		),
		poverty: peer(code).poverty,
		povertySeries: overTime.filter(
			(figure) => figure.region === code || figure.region === provinceOf(code)
		),
		/** The population by which places are alike: its day, who counted it, and that of the place. */
		population: {
			value: population,
			date: counted.date,
			source: { id: counted.id, publisher: counted.publisher }
		},
		povertyPeriod: poverty[0]?.period ?? null,
		peersByPoverty: peersOf(code, rates, PEERS).map(peer),
		peersByPopulation: peersOf(code, people, PEERS).map((other) => ({
			...peer(other),
			people: need(names.regions, other).population
		})),
		/** What lists the counts of the site come from; null where it has none. */
		lists: facts && {
			title: extractSource(facts.manifest, locale).title,
			publisher:
				facts.manifest.kind === 'demo'
					? m.export_demo_short({}, { locale })
					: extractSource(facts.manifest, locale).publisher
		},
		computed: facts ? computedOf(code, facts, locale) : null
	};
}
