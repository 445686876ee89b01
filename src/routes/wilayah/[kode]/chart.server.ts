import { lineOf, reachedNote, sinceChange } from '$lib/answer/reached';
import { buildBars } from '$lib/chart/build/bars';
import { buildLine } from '$lib/chart/build/line';
import type { SeriesInput } from '$lib/chart/build/series';
import { changeOf } from '$lib/chart/build/summary';
import type { ChartModel } from '$lib/chart/model';
import { amountWords } from '$lib/i18n/amount-words';
import { RATE_DECIMALS } from '$lib/i18n/bounds';
import { formatAmount, formatPeriod } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import {
	type BoundedFigure,
	type Figure,
	type Locale,
	NATION,
	hasValue,
	isBounded,
	provinceOf
} from '$lib/model';
import { indicatorSeries } from '$lib/query/indicator-series';
import { asked } from '$lib/query/question';
import { catalogue, need, sourcesOf } from '../../catalogue.server';
import { extractSource } from '../../extract.server';
import { history, listFacts } from './lists.server';
import type { Profile } from './profile.server';

/** A line of fewer points says no more than the figures do. */
const FEWEST = 3;

/**
 * The one chart of a profile: how many take part over time, where lists tell of the place; else the
 * poverty rate over time; else, of one year, beside places of like population, or of a province's own
 * regencies. Null where nothing of it is known. Its queries ask for what it shows and not, as a build
 * does, for all places at once.
 */
export async function chartOf(profile: Profile, locale: Locale): Promise<ChartModel | null> {
	return (
		(await uptakeOf(profile, locale)) ??
		(await povertyOverTime(profile, locale)) ??
		(await poverty(profile, locale))
	);
}

async function uptakeOf({ region, computed }: Profile, locale: Locale): Promise<ChartModel | null> {
	const facts = await listFacts();
	if (!computed || !facts) return null;
	const own = sinceBegin(facts.history.get(region.code) ?? []);
	const known = own.filter(({ figure }) => figure.value !== null);
	if (known.length < FEWEST) return null;
	const { regions } = await catalogue(locale);
	const around = region.level === 'regency' ? provinceOf(region.code) : NATION;
	const beside = sinceBegin(facts.history.get(around) ?? []);
	const lines = [
		{ key: region.code, role: 'chosen', reached: own },
		{ key: around, role: 'context', reached: beside }
	] as const;
	const model = buildLine({
		id: 'keikutsertaan',
		locale,
		title: uptakeTitle(
			region.name,
			sinceChange(known).map(({ figure }) => figure),
			locale
		),
		subtitle: m.profile_chart_uptake_subtitle({ name: need(regions, around).name }, { locale }),
		unit: 'percent',
		sources: [extractSource(facts.manifest, locale)],
		notes: lines.flatMap(({ key, reached }) => {
			const figures = reached.map(({ figure }) => figure);
			return reachedNote(need(regions, key).name, figures, locale);
		}),
		series: lines.map(({ key, role, reached }) => ({
			...{ key, role, label: need(regions, key).name },
			...lineOf(reached)
		}))
	});
	return {
		...model,
		queries: [asked(history(facts.manifest, { regions: [region.code, around] }))]
	};
}

/** Before the programme there is nothing to draw; the file of the place says so of each quarter. */
function sinceBegin<Row extends { figure: BoundedFigure }>(rows: readonly Row[]): readonly Row[] {
	return rows.filter(({ figure }) => figure.state !== 'not_begun');
}

/** @param told figures of the same districts: against what others reported nothing rose or fell */
function uptakeTitle(name: string, told: readonly BoundedFigure[], locale: Locale): string {
	const change = changeOf(told);
	if (change) {
		const words = alike(told) ? m.profile_chart_uptake_alike : m.profile_chart_uptake;
		return words({ ...endsOf(change, locale), name }, { locale });
	}
	const [only] = told;
	const { now, when } = only ? endsOf({ first: only, last: only }, locale) : { now: '', when: '' };
	return m.profile_chart_uptake_now({ name, now, when }, { locale });
}

/** Whether chance and rounding allow that the first and the last are the same. */
function alike(figures: readonly BoundedFigure[]): boolean {
	const [first, last] = [figures[0]?.bounds, figures.at(-1)?.bounds];
	return !!first && !!last && first[0] <= last[1] && last[0] <= first[1];
}

async function povertyOverTime(
	{ region, povertySeries }: Profile,
	locale: Locale
): Promise<ChartModel | null> {
	const own = povertySeries.filter((figure) => figure.region === region.code);
	const change = changeOf(own);
	if (!change || own.length < FEWEST) return null;
	const names = await catalogue(locale);
	const around = povertySeries.filter((figure) => figure.region === provinceOf(region.code));
	const series = [seriesOf(region.code, region.name, 'chosen', own)];
	if (region.level === 'regency' && around.length >= FEWEST)
		series.push(
			seriesOf('province', need(names.regions, provinceOf(region.code)).name, 'context', around)
		);
	const model = buildLine({
		id: 'kemiskinan',
		locale,
		title: m.profile_chart_poverty({ ...endsOf(change, locale), name: region.name }, { locale }),
		subtitle: need(names.indicators, 'poverty_rate').name,
		unit: 'percent',
		sources: sourcesOf(
			series.flatMap(({ figures }) => figures),
			names
		),
		series
	});
	const places = series.map(({ key }) => (key === 'province' ? provinceOf(region.code) : key));
	return { ...model, queries: [asked(indicatorSeries('poverty_rate', places))] };
}

async function poverty(profile: Profile, locale: Locale): Promise<ChartModel | null> {
	const { region, peersByPopulation, regencies, povertyPeriod } = profile;
	const names = await catalogue(locale);
	const province = region.level === 'province';
	const others = province ? regencies : peersByPopulation;
	const rows = [...(province ? [] : [{ name: region.name, poverty: profile.poverty }]), ...others]
		.map(({ name, poverty: figure }) => ({ label: name, figure }))
		.filter((row): row is { label: string; figure: Figure } => row.figure !== null);
	const own = province || profile.poverty !== null;
	if (!own || rows.length < 2 || !povertyPeriod) return null;
	return buildBars({
		id: 'kemiskinan',
		locale,
		title: province
			? m.profile_chart_regencies({ name: region.name }, { locale })
			: m.profile_chart_peers({ name: region.name }, { locale }),
		subtitle: `${need(names.indicators, 'poverty_rate').name}, ${formatPeriod(povertyPeriod, locale)}`,
		unit: 'percent',
		sources: sourcesOf(
			rows.map(({ figure }) => figure),
			names
		),
		rows,
		chosen: region.code
	});
}

function seriesOf(
	key: string,
	label: string,
	role: 'chosen' | 'context',
	figures: readonly Figure[]
): SeriesInput {
	return { key, label, role, figures };
}

function endsOf({ first, last }: { first: Figure; last: Figure }, locale: Locale) {
	const say = (figure: Figure) =>
		isBounded(figure)
			? amountWords(figure, locale)
			: hasValue(figure.state) && figure.value !== null
				? formatAmount(figure.value, figure.unit, locale, { decimals: RATE_DECIMALS })
				: '';
	return {
		then: say(first),
		start: formatPeriod(first.period, locale),
		now: say(last),
		when: formatPeriod(last.period, locale)
	};
}
