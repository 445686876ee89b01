import { textWidth } from '../layout/text';
import { findLive, placesLive } from '../layout/find';
import type { Place, Size } from '../layout/size';
import type { ChartModel } from '../model';
import { optionOf } from '../option/option';
import { PAGE_PALETTE } from '../option/palette';
import { PAPER } from '../option/paper';
import type { PlacedLive } from '../shaded';
import { drawingOf } from './drawing';
import { init } from './echarts';

/** For files of a chart: what draws on the page draws them too, and is loaded once for both. */
export { PAPER, drawingOf, textWidth };

/** A chart drawn in the browser, updated in place. Made when the reader first touches it. */
export interface LiveChart {
	draw(model: ChartModel, size: Size): void;
	/** Where the marks of a chart stand that it places itself, by key. */
	places(model: PlacedLive, size: Size): ReadonlyMap<string, Place>;
	/** The mark under a spot of one. */
	find(model: PlacedLive, size: Size, x: number, y: number): string | null;
	dispose(): void;
}

const MOTION = { animationDuration: 0, animationDurationUpdate: 300 };

/** @param box element that is empty and stays so but for the chart */
export function openChart(box: HTMLElement, first: Size): LiveChart {
	const chart = init(box, null, { renderer: 'svg', ...first });
	const still = matchMedia('(prefers-reduced-motion: reduce)');
	let size = first;
	let shown: ChartModel | null = null;
	return {
		draw(model, next) {
			const resized = next.width !== size.width || next.height !== size.height;
			if (model === shown && !resized) return;
			if (resized) chart.resize({ ...next, silent: true });
			size = next;
			const option = optionOf(model, size, PAGE_PALETTE);
			const moves = !still.matches && !resized && shown?.kind === model.kind;
			const motion = moves ? MOTION : { animation: false };
			const replaceMerge = ['series', 'grid', 'xAxis', 'yAxis'];
			chart.setOption(
				{ ...motion, ...option },
				shown?.kind === model.kind ? { replaceMerge } : { notMerge: true }
			);
			// Paper is narrower than the window: what was drawn for that is scaled.
			box
				.querySelector('svg')
				?.setAttribute('viewBox', `0 0 ${String(size.width)} ${String(size.height)}`);
			shown = model;
		},
		places: placesLive,
		find: findLive,
		dispose: () => chart.dispose()
	};
}
