import type { ChartModel } from '$lib/chart/model';
import { type Figure, isBounded, periodKey } from '$lib/model';

/** What a figure on a page carries in its attributes. */
export interface StatedFigure {
	value: string;
	indicator: string;
	region: string;
	period: string;
	group: string;
}

/**
 * Whether a page states the very figures of a chart, in whatever order. A view that only has another
 * place in focus is such a one; a filtered one is not.
 */
export function sameFigures(model: ChartModel, stated: readonly StatedFigure[]): boolean {
	const own = model.table.rows.flatMap(({ cells }) => cells.flat()).map(stateOf);
	return keysOf(own) === keysOf(stated);
}

/** The figures that a page states, from its tables. */
export function statedIn(page: ParentNode): StatedFigure[] {
	return [...page.querySelectorAll<HTMLDataElement>('figure table data')].map(
		({ value, dataset }) => ({
			value,
			indicator: dataset['indicator'] ?? '',
			region: dataset['region'] ?? '',
			period: dataset['period'] ?? '',
			group: dataset['group'] ?? ''
		})
	);
}

function stateOf(figure: Figure): StatedFigure {
	return {
		value: figure.value === null ? '' : String(figure.value),
		indicator: figure.indicator,
		region: figure.region,
		period: periodKey(figure.period),
		group: (isBounded(figure) && figure.group) || ''
	};
}

function keysOf(figures: readonly StatedFigure[]): string {
	return figures
		.map(({ value, indicator, region, period, group }) =>
			[indicator, region, period, group, value].join(' ')
		)
		.sort()
		.join('\n');
}
