import type { Result } from './cells';
import {
	type ChartChoice,
	type ChartKind,
	CHART_KINDS,
	chartColumns,
	mostTelling
} from './chart-choice';

/** The kinds of chart that a result has columns for. */
export function kindsFor(result: Result): ChartKind[] {
	const { times, values } = chartColumns(result);
	return CHART_KINDS.filter((kind) => {
		if (kind === 'bars') return true;
		return kind === 'line' ? times.length > 0 : values.length > 1;
	});
}

/** The same columns as another kind of chart, as far as they fit it. */
export function asKind(result: Result, choice: ChartChoice, kind: ChartKind): ChartChoice {
	const { labels, times, values } = chartColumns(result);
	const shown = (choice.kind === 'scatter' ? [choice.x, ...choice.y] : choice.y).filter((name) =>
		values.includes(name)
	);
	const [first = choice.y[0] ?? '', second = ''] = [...new Set([...shown, ...values])];
	const [label = choice.x] = labels;
	switch (kind) {
		case 'line':
			return { kind, x: times[0] ?? choice.x, y: [first], series: null };
		case 'scatter':
			return { kind, x: first, y: [second], series: mostTelling(result, labels) };
		case 'pairs':
			return { kind, x: label, y: [first, second], series: null };
		case 'bars':
			return { kind, x: label, y: [first], series: null };
	}
}
