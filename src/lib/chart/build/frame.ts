import { askedFor } from '$lib/engine/asked';
import { CERTAINTIES, FIGURE_STATES, type Figure, isImplausible } from '$lib/model';
import type { ChartBase, ChartFrame, ChartPoint, ChartTable } from '../model';
import { labelPoint, sayFigure } from './spoken';

/** A figure, who or what it is of, and where it stands for the arrow keys. */
export interface Placed {
	key: string;
	name: string;
	row: number;
	column: number;
	figure: Figure;
	/** True where a filter leaves it out of the drawing. */
	left?: boolean;
	/** Said after the figure: where it stands among others, say. */
	more?: string;
}

/** What all models have, from the frame, the figures and the table. */
export function chartBase(
	frame: ChartFrame,
	placed: readonly Placed[],
	table: ChartTable,
	summary: string
): ChartBase {
	const shown = placed.filter(({ left }) => left !== true).map(({ figure }) => figure);
	const present = new Set(shown.map(({ state }) => state));
	return {
		id: frame.id,
		locale: frame.locale,
		title: frame.title,
		subtitle: frame.subtitle,
		unit: frame.unit,
		sources: frame.sources,
		notes: frame.notes ?? [],
		summary,
		states: FIGURE_STATES.filter((state) => present.has(state)),
		implausible: shown.some(({ flag }) => isImplausible(flag)),
		certainties: countCertainties(shown),
		table,
		queries: askedFor(placed.map(({ figure }) => figure)),
		points: toPoints(placed, frame)
	};
}

/** A chart of figures that are not quite sure says so beside what kind they are. */
function countCertainties(figures: readonly Figure[]): ChartBase['certainties'] {
	return CERTAINTIES.flatMap((certainty) => {
		const count = figures.filter((figure) => figure.certainty === certainty).length;
		return certainty === 'high' || count === 0 ? [] : [{ certainty, count }];
	});
}

function toPoints(placed: readonly Placed[], { locale }: ChartFrame): ChartPoint[] {
	const points = placed.map(({ key, name, row, column, figure, more }) => {
		const label = labelPoint(name, figure, locale);
		const said = `${label}: ${sayFigure(figure, locale)}`;
		const spoken = more ? `${said}; ${more}` : said;
		return { key, row, column, label, spoken, figure };
	});
	return points.sort((a, b) => a.row - b.row || a.column - b.column);
}

/** Gives each key once: a second `32.01` becomes `32.01#2`. */
export function uniqueKeys(): (key: string) => string {
	const seen = new Map<string, number>();
	return (key) => {
		const times = (seen.get(key) ?? 0) + 1;
		seen.set(key, times);
		return times === 1 ? key : uniqueKey(key, times, seen);
	};
}

function uniqueKey(key: string, times: number, seen: Map<string, number>): string {
	const next = `${key}#${times}`;
	if (seen.has(next)) return uniqueKey(key, times + 1, seen);
	seen.set(next, 1);
	return next;
}
