import type { ChartModel, ChartSource } from '$lib/chart/model';
import type { Picture } from '$lib/export/picture';
import { formatDate } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { certaintyName, stateName } from '$lib/i18n/words';
import { type Figure, type Locale, boundsIn, isIncomplete } from '$lib/model';
import type { UsedDataset } from './datasets';

/** Where and when a chart was taken from the site. */
export interface Taken {
	/** With the version of the data. */
	address: string;
	/** ISO day. */
	date: string;
	datasets: readonly UsedDataset[];
}

export function isDemo({ states }: ChartModel): boolean {
	return states.includes('demo');
}

/** All that must be known of a chart's figures, as names and values, for any file of it. */
export function aboutChart(model: ChartModel, taken: Taken): { name: string; value: string }[] {
	const locale = { locale: model.locale };
	const note = (name: string, value: string) => (value === '' ? [] : [{ name, value }]);
	const bounded = model.points.some(({ figure }) => boundsIn(figure) !== null);
	const certainties = model.certainties.map(({ certainty }) =>
		certaintyName(certainty, model.locale)
	);
	return [
		...(isDemo(model) ? note(m.menu_about_demo({}, locale), m.export_demo({}, locale)) : []),
		...note(m.menu_about_filter({}, locale), model.subtitle),
		...note(m.menu_about_source({}, locale), sourcesOf(model).join('; ')),
		...note(
			m.menu_about_states({}, locale),
			model.states.map((state) => stateName(state, model.locale)).join('; ')
		),
		...note(m.menu_about_certainty({}, locale), certainties.join('; ')),
		...(bounded ? note(m.menu_about_bounds({}, locale), m.menu_bounds_note({}, locale)) : []),
		...(figuresOf(model).some(isIncomplete)
			? note(m.menu_about_incomplete({}, locale), m.protection_incomplete_note({}, locale))
			: []),
		...model.notes.flatMap((text) => note(m.menu_about_note({}, locale), text)),
		...(model.about ?? []).flatMap(({ name, value }) => note(name, value)),
		...note(m.menu_about_data({}, locale), versionOf(taken.datasets, model.locale)),
		...note(m.menu_about_address({}, locale), taken.address),
		...note(m.menu_about_date({}, locale), formatDate(taken.date, model.locale))
	];
}

/** All figures of a chart: those without a value stand in its table alone. */
function figuresOf({ table }: ChartModel): Figure[] {
	return table.rows.flatMap(({ cells }) => cells.flat());
}

/** `published figures 1a2b3c4d5e6f`; an office's own extract by its id. */
export function versionOf(
	datasets: readonly Pick<UsedDataset, 'id' | 'kind' | 'contentHash'>[],
	locale: Locale
): string {
	return datasets
		.map(
			({ id, kind, contentHash }) => `${datasetName(id, kind, locale)} ${contentHash.slice(0, 12)}`
		)
		.join(', ');
}

/** What a dataset is called; an office's own extract by its id. */
export function datasetName(id: string, kind: string, locale: Locale): string {
	if (kind === 'published') return m.menu_data_published({}, { locale });
	return kind === 'demo' ? m.menu_data_demo({}, { locale }) : id;
}

/** Who publishes the figures, with title and date. */
function sourcesOf({ sources, locale }: ChartModel): string[] {
	return sources.filter(({ id }) => id !== '').map((source) => sourceLine(source, locale));
}

/** A source in one line: `BPS, Kemiskinan (2024)`. */
export function sourceLine({ publisher, title, date }: ChartSource, locale: Locale): string {
	return `${publisher}, ${title}${date ? ` (${formatDate(date, locale)})` : ''}`;
}

/** The chart as a picture that says what it is. Loads what draws charts. */
export async function pictureOf(model: ChartModel, taken: Taken): Promise<Picture> {
	const { PAPER, drawingOf, textWidth } = await import('$lib/chart/render/live');
	const { inside, width, height, legend } = drawingOf(model);
	return {
		drawing: inside,
		width,
		height,
		title: model.title,
		subtitle: model.subtitle,
		legend,
		lines: aboutChart(model, taken)
			.filter(({ value }) => value !== model.subtitle)
			.map(({ name, value }) => `${name}: ${value}`),
		across: isDemo(model) ? m.chart_demo({}, { locale: model.locale }) : null,
		ink: PAPER['ink'] ?? '',
		soft: PAPER['ink-soft'] ?? '',
		paper: PAPER['paper'] ?? '',
		measure: textWidth
	};
}
