import type { Annotation, ChartFrame, LineModel } from '../model';
import { chartBase } from './frame';
import { ringNotes } from './ring-notes';
import { type SeriesInput, describeSeries, placeSeries, tableOfSeries, toSeries } from './series';

export interface LineInput extends ChartFrame {
	series: readonly SeriesInput[];
	annotations?: readonly Annotation[];
	/** False lets the axis begin near the lowest value; counts and shares begin at zero. */
	fromZero?: boolean;
}

/** Lines over time. */
export function buildLine(input: LineInput): LineModel {
	const series = toSeries(input.series, input.locale);
	const table = tableOfSeries(series, input.locale);
	const summary = describeSeries(series, input.locale);
	return {
		...chartBase(
			{
				...input,
				notes: [
					...ringNotes(
						series.flatMap(({ figures }) => figures),
						input.locale
					),
					...(input.notes ?? [])
				]
			},
			placeSeries(series),
			table,
			summary
		),
		kind: 'line',
		series,
		annotations: input.annotations ?? [],
		fromZero: input.fromZero ?? true
	};
}
