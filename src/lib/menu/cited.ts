import type { ChartModel, ChartSource } from '$lib/chart/model';
import type { Cited } from '$lib/export/cite';
import { formatPeriod, formatValue } from '$lib/i18n/format';
import { certaintyName, flagName, stateName } from '$lib/i18n/words';
import { type Figure, LOCALES, type Locale, hasValue } from '$lib/model';
import { type Taken, isDemo, sourceLine, versionOf } from './about';
import type { Names } from './names';
import { indicatorName, subjectOf } from './subject';

/** A chart as it is cited: in the page's language by its headline too, in the other by what it shows. */
export function citedChart(model: ChartModel, taken: Taken, names: Names): Cited {
	const figures = model.table.rows.flatMap(({ cells }) => cells.flat());
	return {
		...shared(
			model.sources.filter(({ id }) => id !== ''),
			taken,
			names
		),
		titles: inEach((locale) => {
			const subject = subjectOf(figures, names, locale);
			return locale === model.locale ? `${model.title} (${subject})` : subject;
		}),
		computed: model.states.some((state) => state === 'computed' || state === 'demo'),
		locale: model.locale,
		demo: isDemo(model)
	};
}

/** One figure as it is cited: with its value, in words of each language. */
export function citedFigure(figure: Figure, taken: Taken, names: Names, locale: Locale): Cited {
	const source = names.sources[figure.sourceId]?.[locale];
	return {
		...shared(source ? [source] : [], taken, names),
		titles: inEach((each) => figureLine(figure, names, each)),
		computed: figure.state === 'computed' || figure.state === 'demo',
		locale,
		demo: figure.state === 'demo'
	};
}

/** `PKH beneficiary families, Kabupaten Bogor, 2024: 114,773 families` */
function figureLine(figure: Figure, names: Names, locale: Locale): string {
	const { indicator, region, period, value, unit, state, certainty, flag } = figure;
	const valued = value !== null && hasValue(state);
	const what = [
		indicatorName(indicator, names, locale),
		names.regions[region] ?? region,
		formatPeriod(period, locale)
	].join(', ');
	const remarks = [
		...(valued && state !== 'published' ? [stateName(state, locale)] : []),
		...(flag ? [flagName(flag, locale)] : []),
		...(certainty === 'high' ? [] : [certaintyName(certainty, locale)])
	];
	const said = valued ? formatValue(value, unit, locale) : stateName(state, locale);
	return `${what}: ${said}${remarks.length > 0 ? ` (${remarks.join('; ')})` : ''}`;
}

function shared(sources: readonly ChartSource[], taken: Taken, names: Names) {
	return {
		sources: inEach((locale) =>
			sources.map((source) => sourceLine(names.sources[source.id]?.[locale] ?? source, locale))
		),
		versions: inEach((locale) => versionOf(taken.datasets, locale)),
		until: taken.datasets.reduce((last, { period: { end } }) => (end > last ? end : last), ''),
		address: taken.address,
		accessed: taken.date
	};
}

function inEach<Value>(of: (locale: Locale) => Value): Readonly<Record<Locale, Value>> {
	return Object.fromEntries(LOCALES.map((locale) => [locale, of(locale)])) as Record<Locale, Value>;
}
