import type { GridComponentOption } from 'echarts/components';
import type { Plot } from '../layout/plot';
import type { Size } from '../layout/size';

/** The plot as a grid of exactly these pixels: what the layout says is what is drawn. */
export function gridOption(plot: Plot, { width, height }: Size): GridComponentOption {
	return {
		left: plot.left,
		top: plot.top,
		right: width - plot.right,
		bottom: height - plot.bottom,
		containLabel: false,
		outerBoundsMode: 'none'
	};
}

/** An axis that only maps; its lines and words are drawn as shapes. */
export function hiddenAxis([min, max]: readonly [number, number]) {
	return { type: 'value' as const, show: false, min, max };
}
