import type {
	BarSeriesOption,
	CustomSeriesOption,
	LineSeriesOption,
	ScatterSeriesOption
} from 'echarts/charts';
import type { GridComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import type { Size } from '../layout/size';
import type { ChartModel } from '../model';
import { barsChart } from './bars';
import { funnelChart } from './funnel';
import { lineChart } from './line';
import { multiplesChart } from './multiples';
import { pairsChart } from './pairs';
import type { Palette } from './palette';
import { areasChart } from './areas';
import { pointsChart } from './points';
import { scatterChart } from './scatter';
import { tilesChart } from './tiles';

export type ChartOption = ComposeOption<
	| BarSeriesOption
	| CustomSeriesOption
	| GridComponentOption
	| LineSeriesOption
	| ScatterSeriesOption
>;

/** What ECharts is told to draw. Pure: the same model, size and palette give the same option. */
export function optionOf(model: ChartModel, size: Size, palette: Palette): ChartOption {
	switch (model.kind) {
		case 'line':
			return lineChart(model, size, palette);
		case 'bars':
			return barsChart(model, size, palette);
		case 'funnel':
			return funnelChart(model, size, palette);
		case 'scatter':
			return scatterChart(model, size, palette);
		case 'pairs':
			return pairsChart(model, size, palette);
		case 'multiples':
			return multiplesChart(model, size, palette);
		case 'points':
			return pointsChart(model, size, palette);
		case 'areas':
			return areasChart(model, size, palette);
		case 'tiles':
			return tilesChart(model, size, palette);
	}
}
