import type { Size } from '../layout/size';
import type { ChartModel } from '../model';
import { optionOf } from '../option/option';
import { PAGE_PALETTE } from '../option/palette';
import { init } from './echarts';

/** ECharts' own SVG of a model. The instance is disposed of, or a process would never end. */
export function drawSvg(model: ChartModel, size: Size): string {
	const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
	try {
		chart.setOption({ animation: false, ...optionOf(model, size, PAGE_PALETTE) });
		return chart.renderToSVGString();
	} finally {
		chart.dispose();
	}
}
