import type { ChartModel } from '$lib/chart/model';

/**
 * A chart that sets no mark apart from the others. A frame is asked for with one place or another in
 * mind, which it names in words; the drawing was made before, and would point at a place of its own.
 */
export function withoutFocus(model: ChartModel): ChartModel {
	const plain = <Mark extends object>(marks: readonly Mark[]) =>
		marks.map((mark) => ({ ...mark, chosen: false }));
	switch (model.kind) {
		case 'bars':
			return { ...model, bars: plain(model.bars) };
		case 'pairs':
			return { ...model, pairs: plain(model.pairs) };
		case 'tiles':
			return { ...model, tiles: plain(model.tiles) };
		case 'multiples':
			return {
				...model,
				panels: plain(model.panels).map((panel) => ({
					...panel,
					series: panel.series.map((series) => ({ ...series, role: 'context' }))
				}))
			};
		default:
			return model;
	}
}
