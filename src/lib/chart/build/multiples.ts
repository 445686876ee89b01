import type { ChartFrame, LineSeries, MultiplesModel } from '../model';
import { chartBase } from './frame';
import { ringNotes } from './ring-notes';
import { type SeriesInput, describeSeries, placeSeries, tableOfSeries, toSeries } from './series';

export interface MultiplesInput extends ChartFrame {
	panels: readonly {
		key: string;
		label: string;
		chosen?: boolean;
		/** The first is the panel's own line; others stand beside it, e.g. the province. */
		series: readonly SeriesInput[];
	}[];
}

/** Small panels of lines, all on one scale. */
export function buildMultiples(input: MultiplesInput): MultiplesModel {
	const panels = input.panels.map(({ key, label, chosen, series }) => ({
		key,
		label,
		chosen: chosen ?? false,
		series: toSeries(series, input.locale)
	}));
	const lines = panels.flatMap((panel) => panel.series.map((line) => nameLine(line, panel)));
	return {
		...chartBase(
			{
				...input,
				notes: [
					...ringNotes(
						lines.flatMap(({ figures }) => figures),
						input.locale
					),
					...(input.notes ?? [])
				]
			},
			placeSeries(lines),
			tableOfSeries(lines, input.locale),
			describeSeries(lines, input.locale)
		),
		kind: 'multiples',
		panels
	};
}

/** A line's name outside its panel. */
function nameLine(line: LineSeries, panel: { key: string; label: string }): LineSeries {
	const label = line.label === panel.label ? line.label : `${panel.label}: ${line.label}`;
	return { ...line, key: `${panel.key}/${line.key}`, label };
}
